import { takeStep } from '../../bot/desk/take-step.ts';
import type { Reply } from '../../bot/message.ts';
import type { Bus, Store } from '../../bot/ports.ts';

/** Says something of the desk in a conversation outside of a turn: a welcome, that a message cannot be read. */
export async function sayUnasked(
  parts: { readonly store: Pick<Store, 'byId' | 'move' | 'turn'>; readonly bus: Pick<Bus, 'publish'> },
  talk: string,
  replies: readonly Reply[],
  at: string,
): Promise<void> {
  await takeStep(parts, talk, at, () => ({ steps: [], lines: replies.map((reply) => ({ by: 'system', reply })) }));
}
