import { asWaiting } from '../../bot/desk-view.ts';
import { inOrder } from '../../handoff/queue.ts';
import type { CasesParts } from './keep-cases.ts';

/**
 * Lets those who wait know when their place in the queue has changed since the last time it was looked at. Who is new is
 * told as well: somebody may have gone between their coming and this look.
 */
export function tellPositions({ store, bus }: Pick<CasesParts, 'store' | 'bus'>): (at: string) => Promise<void> {
  let before = new Map<string, number>();
  return async (at) => {
    const waiting = (await store.cases(['queued', 'ringing'])).map(asWaiting);
    const now = new Map(inOrder(waiting, at).map(({ talk }, place) => [talk, place]));
    for (const [talk, place] of now) if (before.get(talk) !== place) bus.publish(talk);
    before = now;
  };
}
