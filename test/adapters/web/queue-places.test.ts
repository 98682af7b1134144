import { expect, it } from 'vitest';
import { queuePlaces } from '../../../src/adapters/web/queue-places.ts';
import type { Waiting } from '../../../src/handoff/queue.ts';

const AT = '2026-03-02T06:00:00.000Z';

/** A queue that counts how often it was read. */
function queue(...talks: string[]) {
  const waiting = [...talks];
  let readings = 0;
  const store = {
    async waiting(): Promise<readonly Waiting[]> {
      readings += 1;
      const one = { reason: null, front: false, preferred: null };
      const since = (nth: number) => new Date(Date.parse(AT) + nth).toISOString();
      return waiting.map((talk, nth) => ({ talk, waitingSince: since(nth), ...one }));
    },
  };
  return { waiting, placeOf: queuePlaces({ store, clock: () => new Date(AT) }), readings: () => readings };
}

it('reads the queue once for all who ask together', async () => {
  const { placeOf, readings } = queue('a', 'b', 'c');
  expect(await Promise.all(['c', 'a', 'x', 'b'].map((talk) => placeOf(talk)))).toEqual([3, 1, undefined, 2]);
  expect(readings()).toBe(1);
});

it('reads it again for who asks later, so that no place is older than the question', async () => {
  const { waiting, placeOf, readings } = queue('a', 'b');
  expect(await placeOf('b')).toBe(2);
  waiting.shift();
  expect(await placeOf('b')).toBe(1);
  expect(readings()).toBe(2);
});

it('gives a place that is known from before to who is content with it, and reads for whom it does not know', async () => {
  const { waiting, placeOf, readings } = queue('a', 'b');
  await placeOf('b');
  waiting.push('c');
  expect(await placeOf('b', 60_000)).toBe(2);
  expect(readings()).toBe(1);
  expect(await placeOf('c', 60_000)).toBe(3);
  expect(readings()).toBe(2);
});
