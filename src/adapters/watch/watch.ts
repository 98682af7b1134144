import type { MadeTurn } from '../../bot/made-turn.ts';
import type { ChannelName } from '../../bot/message.ts';
import type { PictureDone } from '../../diagnostics/image/worker/picture-desk.ts';
import type { CaseState, Reason } from '../../handoff/case.ts';
import type { MadeDecision } from '../../knowledge/knowledge.ts';
import type { Asked } from '../../knowledge/language-model.ts';
import type { Round } from '../delivery/keep-desk.ts';

/** A case that went from one state into another. */
export interface CaseMoved {
  /** The talk's id. */
  readonly talk: string;
  readonly from: CaseState;
  readonly to: CaseState;
  readonly reason: Reason | null;
  readonly epoch: number;
  /** From here on, and not before, somebody waits for a person of the desk. */
  readonly handsOver: boolean;
}

/** What became of a line on its way to somebody who does not fetch it. `parked`: until they write; `postponed`: tried again. */
interface LineSettled {
  readonly talk: string;
  readonly seq: number;
  readonly way: 'channel' | 'mail';
  readonly result: 'sent' | 'drafted' | 'dropped' | 'dead' | 'postponed' | 'parked';
  /** Why, in words for an operator. */
  readonly fault?: string;
}

/** One try of a channel to send something. `result` is `sent` or what kept it from it (a ChannelFault, or `error`). */
interface Sent {
  readonly channel: ChannelName;
  readonly result: string;
  /** Milliseconds. */
  readonly ms: number;
}

/** Sees what happens, and changes nothing. None of it may throw. */
export interface Watch {
  turn(turn: MadeTurn): void;
  /** A turn that could not be made. */
  fault(): void;
  /** Milliseconds of reading the facts out of a message. */
  heard(ms: number): void;
  decided(decided: MadeDecision): void;
  /** A question to the language model. */
  asked(asked: Asked): void;
  picture(done: PictureDone): void;
  moved(moved: CaseMoved): void;
  settled(settled: LineSettled): void;
  sent(sent: Sent): void;
  round(round: Round): void;
}

/** All of them see everything; each only what it looks at. */
export function together(watches: readonly Partial<Watch>[]): Watch {
  const seen =
    <Name extends keyof Watch>(name: Name) =>
    (...what: Parameters<Watch[Name]>): void => {
      for (const watch of watches) (watch[name] as ((...what: Parameters<Watch[Name]>) => void) | undefined)?.(...what);
    };
  return {
    turn: seen('turn'),
    fault: seen('fault'),
    heard: seen('heard'),
    decided: seen('decided'),
    asked: seen('asked'),
    picture: seen('picture'),
    moved: seen('moved'),
    settled: seen('settled'),
    sent: seen('sent'),
    round: seen('round'),
  };
}
