import { setTimeout } from 'node:timers/promises';
import type { Store } from '../../bot/ports.ts';
import { inOrder } from '../../handoff/queue.ts';

/**
 * The place of a conversation in the queue, from 1; undefined where it does not wait. As it is now, or as it was at most
 * `age` milliseconds ago where that is known: enough for whoever was not told that something moved.
 */
export type PlaceOf = (talk: string, age?: number) => Promise<number | undefined>;

/** Milliseconds in which those who ask are gathered. */
const GATHER = 20;

type Places = ReadonlyMap<string, number>;

/**
 * Everybody's place in the queue, read once for all who ask before the reading begins: when the first one is served, all
 * who wait ask at the same moment, and each reading is of the whole queue.
 */
export function queuePlaces({
  store,
  clock,
}: {
  readonly store: Pick<Store, 'waiting'>;
  readonly clock: () => Date;
}): PlaceOf {
  let next: Promise<Places> | undefined;
  let latest: { readonly places: Places; readonly at: number } | undefined;
  const read = async (): Promise<Places> => {
    await setTimeout(GATHER);
    next = undefined;
    const at = performance.now();
    const waiting = await store.waiting();
    const places = new Map(inOrder(waiting, clock().toISOString()).map(({ talk }, place) => [talk, place + 1]));
    if (latest === undefined || latest.at < at) latest = { places, at };
    return places;
  };
  return async (talk, age = 0) => {
    const known = latest && performance.now() - latest.at < age ? latest.places.get(talk) : undefined;
    if (known !== undefined) return known;
    next ??= read();
    return (await next).get(talk);
  };
}
