import { inOrder } from '../../handoff/queue.ts';
import type { CasesParts } from './keep-cases.ts';

export interface Positions {
  /**
   * Lets those who wait know when their place in the queue has changed since the last time it was looked at. Who is new
   * is told as well: somebody may have gone between their coming and this look.
   */
  tell(at: string): Promise<void>;
  /** Whether others may move up, now that something happened in this talk: it waited when it was looked at last. */
  mayMove(talk: string): boolean;
}

export function tellPositions({ store, bus }: Pick<CasesParts, 'store' | 'bus'>): Positions {
  let before = new Map<string, number>();
  let telling = false;
  return {
    async tell(at) {
      const now = new Map(inOrder(await store.waiting(), at).map(({ talk }, place) => [talk, place]));
      telling = true;
      for (const [talk, place] of now) if (before.get(talk) !== place) bus.publish(talk);
      telling = false;
      before = now;
    },
    mayMove: (talk) => !telling && before.has(talk),
  };
}
