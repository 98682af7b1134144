import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REASONS } from '../../src/handoff/case.ts';
import { expectedWait, inOrder, moreUrgent, positionOf, type Waiting } from '../../src/handoff/queue.ts';
import { seconds } from './cases.ts';

const NOW = seconds(3_600);

function waits(talk: string, minutes: number, more: Partial<Waiting> = {}): Waiting {
  return {
    talk,
    reason: 'user_asked',
    waitingSince: seconds(3_600 - minutes * 60),
    front: false,
    preferred: null,
    ...more,
  };
}

const order = (...waiting: readonly Waiting[]): string =>
  inOrder(waiting, NOW)
    .map(({ talk }) => talk)
    .join(' ');

describe('the queue', () => {
  it('serves who waits longest', () => {
    expect(order(waits('a', 1), waits('b', 3), waits('c', 2))).toBe('b c a');
  });

  it('serves who had an agent before everybody else, the oldest message first', () => {
    const front = { front: true };
    expect(
      order(waits('a', 59), waits('b', 1, front), waits('c', 2, front), waits('d', 3, { reason: 'complaint' })),
    ).toBe('c b a d');
  });

  it('tells the reason of two that it looks at sooner, of equals the first', () => {
    expect(moreUrgent('user_asked', 'face_unresolved')).toBe('face_unresolved');
    expect(moreUrgent('complaint', 'face_unresolved')).toBe('complaint');
    expect(moreUrgent('complaint', 'system_error')).toBe('complaint');
    expect(moreUrgent(null, 'user_asked')).toBe('user_asked');
  });

  it('looks at the reason while nobody has waited for ten minutes', () => {
    const all = REASONS.map((reason, nth) => waits(reason, 9 - nth, { reason }));
    expect(order(...all, waits('none', 9.5, { reason: null })).split(' ')).toEqual([
      'complaint',
      'system_error',
      'face_unresolved',
      'diagnostic_exhausted',
      'image_unfixable',
      'none',
      'user_asked',
      'no_answer_twice',
    ]);
  });

  it('lets nobody starve: after ten minutes the reason no longer counts', () => {
    expect(order(waits('new', 9, { reason: 'complaint' }), waits('old', 10))).toBe('old new');
    expect(order(waits('new', 9, { reason: 'complaint' }), waits('old', 9.99))).toBe('new old');
    expect(order(waits('older', 20), waits('old', 15, { reason: 'complaint' }))).toBe('older old');
  });

  const anyWaiting = fc.array(
    fc.record({
      talk: fc.string({ minLength: 1, maxLength: 3 }),
      reason: fc.option(fc.constantFrom(...REASONS)),
      waitingSince: fc.nat({ max: 3_600 }).map(seconds),
      front: fc.boolean(),
      preferred: fc.constant(null),
    }),
    { maxLength: 9 },
  );

  it('is the same on every instance, however it was read', () => {
    const distinct = anyWaiting.map((all) => [...new Map(all.map((one) => [one.talk, one])).values()]);
    fc.assert(
      fc.property(
        distinct.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(inOrder(shuffled, NOW)).toEqual(inOrder(all, NOW));
        },
      ),
      { seed: 3 },
    );
  });

  it('puts whoever comes now, unless to the front, behind everybody who has aged', () => {
    fc.assert(
      fc.property(anyWaiting, fc.constantFrom(...REASONS), (all, reason) => {
        const sorted = inOrder([...all, waits('newcomer', 0, { reason })], NOW);
        const before = sorted.slice(
          0,
          sorted.findIndex(({ talk }) => talk === 'newcomer'),
        );
        const aged = all.filter(({ waitingSince }) => waitingSince <= seconds(3_000));
        expect(before).toEqual(expect.arrayContaining(aged));
      }),
      { seed: 4 },
    );
  });

  it('counts places from one', () => {
    const all = [waits('a', 1), waits('b', 3)];
    expect(positionOf('a', all, NOW)).toBe(2);
    expect(positionOf('b', all, NOW)).toBe(1);
    expect(positionOf('c', all, NOW)).toBeUndefined();
  });
});

describe('the expected wait', () => {
  const MINUTE = 60_000;
  const measured = [1, 2, 3, 4, 60].map((minutes) => minutes * MINUTE);

  it('is the median of real waits, so that one forgotten person stretches nobody else’s', () => {
    expect(expectedWait(measured, 0, 1)).toBe(3 * MINUTE);
    expect(expectedWait([...measured, 4 * MINUTE], 0, 1)).toBe(3.5 * MINUTE);
  });

  it('is one more of them for every round of agents that have to become free', () => {
    expect([0, 1, 2, 3, 4].map((ahead) => (expectedWait(measured, ahead, 2) ?? 0) / MINUTE)).toEqual([3, 3, 6, 6, 9]);
  });

  it('is not told where fewer than five were measured, or nobody is there', () => {
    expect(expectedWait(measured.slice(1), 0, 1)).toBeUndefined();
    expect(expectedWait([...measured.slice(1), Number.NaN, -1], 0, 1)).toBeUndefined();
    expect(expectedWait(measured, 0, 0)).toBeUndefined();
  });

  it('grows with those ahead and shrinks with those on duty', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { minLength: 5, maxLength: 30 }),
        fc.nat(50),
        fc.integer({ min: 1, max: 20 }),
        (waited, ahead, agents) => {
          const wait = expectedWait(waited, ahead, agents) ?? Number.NaN;
          expect(expectedWait(waited, ahead + 1, agents)).toBeGreaterThanOrEqual(wait);
          expect(expectedWait(waited, ahead, agents + 1)).toBeLessThanOrEqual(wait);
        },
      ),
      { seed: 5 },
    );
  });
});
