import type { Message, Outcome } from './message.ts';

/** What a turn spends its time on, one after the other: for its place, what is known, the answer, and keeping it. */
export const TURN_PARTS = ['waiting', 'reading', 'answering', 'storing'] as const;
export type TurnPart = (typeof TURN_PARTS)[number];

/** A turn that was made, not one that was repeated. Only for those who watch: it carries the message itself. */
export interface MadeTurn {
  /** The talk's id. */
  readonly talk: string;
  readonly message: Message;
  readonly outcome: Outcome;
  /** Milliseconds. */
  readonly ms: Readonly<Record<TurnPart, number>>;
}

/** Milliseconds of a whole turn. */
export function tookOf(ms: MadeTurn['ms']): number {
  return TURN_PARTS.reduce((sum, part) => sum + ms[part], 0);
}
