import { PARKED } from '../../handoff/outbox.ts';
import { type TakenLine, takeLines } from '../delivery/take-lines.ts';
import { compose, written } from './compose.ts';
import { MORE } from './go-on.ts';
import type { PassiveAnswer } from './passive-answer.ts';
import { sayLine } from './say-line.ts';
import type { Wechat } from './wechat.ts';

/** What an answer to a push holds, and what to do about its lines. */
export interface Carried {
  readonly content: PassiveAnswer;
  /** It went out: its lines are with the person. Once. */
  arrived(): Promise<void>;
  /** It did not: its lines are sent like all others. */
  lost(): Promise<void>;
}

/** Why a line that could not be carried waits. */
const NO_ROOM = '这次回复带不下，接着发。';

/** Takes the lines of a talk that one text holds, so that the answer to a push carries them; undefined where there is none. */
export async function carry(wechat: Wechat, talk: string): Promise<Carried | undefined> {
  const { config, parts } = wechat;
  const { store, bus, time } = parts;
  const now = (): string => time.now().toISOString();
  const taken = await takeLines(store, talk, now(), { early: true });
  if (!taken || taken.lines.length === 0) return undefined;
  const { lines } = taken;
  const said = await Promise.all(
    lines.map(({ line, delivery }) => sayLine(wechat, talk, { ...line, parts: delivery.parts })),
  );
  const [first, ...others] = compose(said);
  const release = async (some: readonly TakenLine[]): Promise<void> => {
    for (const { delivery } of some) await store.release(delivery);
  };
  if (!first || first.picture) {
    await release(lines);
    return undefined;
  }
  const isDone = ({ delivery: { seq } }: TakenLine): boolean => first.done.includes(seq);
  const settle = async (): Promise<void> => {
    for (const { delivery } of lines.filter(isDone)) await store.settle(delivery, 'sent', now());
    if (first.begun) await store.begun({ talk, seq: first.begun.seq }, first.begun.parts);
    for (const { delivery } of lines.filter((one) => !isDone(one))) {
      await store.postpone(delivery, delivery.tries, config.verified ? now() : PARKED, NO_ROOM);
    }
    bus.publish(talk);
  };
  let settled: Promise<void> | undefined;
  const more = !config.verified && others.length > 0 ? MORE : '';
  return {
    content: { MsgType: 'text', Content: [written(first), more].filter((part) => part !== '').join('\n\n') },
    arrived: () => {
      settled ??= settle();
      return settled;
    },
    lost: () => (settled === undefined ? release(lines) : Promise.resolve()),
  };
}
