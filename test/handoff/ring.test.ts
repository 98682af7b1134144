import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFree, type OnDuty, PRESENCE_MS, RINGING_MS, whomToRing } from '../../src/handoff/ring.ts';
import { seconds } from './cases.ts';

const NOW = seconds(600);

function agent(id: string, load = 0, more: Partial<OnDuty> = {}): OnDuty {
  return { id, capacity: 4, load, seenAt: seconds(599), available: true, ...more };
}

const ring = (onDuty: readonly OnDuty[], declined: readonly string[] = [], preferred: string | null = null) =>
  whomToRing({ preferred, declined, onDuty, now: NOW });

describe('whom to ring', () => {
  it('is asked for half a minute, and gone after a minute unseen (product rules)', () => {
    expect([RINGING_MS, PRESENCE_MS]).toEqual([30_000, 60_000]);
  });

  it('is the least loaded for what they can carry', () => {
    expect(ring([agent('ann', 2), agent('ben', 1), agent('cho', 3)])).toBe('ben');
    expect(ring([agent('ann', 2, { capacity: 8 }), agent('ben', 1, { capacity: 2 })])).toBe('ann');
    expect(ring([agent('ann', 0, { capacity: 1 }), agent('ben', 0, { capacity: 3 })])).toBe('ben');
  });

  it('is whoever had it last, even with more to do', () => {
    expect(ring([agent('ann', 3), agent('ben')], [], 'ann')).toBe('ann');
    expect(ring([agent('ann', 4), agent('ben')], [], 'ann')).toBe('ben');
    expect(ring([agent('ben')], [], 'ann')).toBe('ben');
  });

  it.each([
    ['full', { load: 4 }],
    ['without any capacity', { capacity: 0 }],
    ['not available', { available: false }],
    ['unseen for 60 s', { seenAt: seconds(540) }],
  ])('is never somebody who is %s', (_what, state) => {
    expect(ring([agent('ann', 0, state)], [], 'ann')).toBeUndefined();
  });

  it('is still somebody seen 59 s ago', () => {
    expect(ring([agent('ann', 0, { seenAt: seconds(541) })])).toBe('ann');
  });

  it('is nobody a second time before all others had their turn, not even who had it last', () => {
    const all = [agent('ann'), agent('ben', 1), agent('cho', 2)];
    expect(ring(all, ['ann'], 'ann')).toBe('ben');
    expect(ring(all, ['ann', 'ben'], 'ann')).toBe('cho');
  });

  it('goes round again, beginning with who was asked longest ago', () => {
    const all = [agent('ann', 3), agent('ben'), agent('cho')];
    expect(ring(all, ['ann', 'ben', 'cho'])).toBe('ann');
    expect(ring(all, ['ann', 'ben', 'cho', 'ann'])).toBe('ben');
    expect(ring([agent('ann')], ['ann'])).toBe('ann');
  });

  it('asks whoever came on duty meanwhile once, then goes on with the round', () => {
    const declined = ['ann', 'ben', 'ann', 'ben'];
    const all = [agent('ann'), agent('ben'), agent('cho')];
    expect(ring(all, declined)).toBe('cho');
    expect(ring(all, [...declined, 'cho'])).toBe('ann');
  });

  it('reaches every free agent within as many rings as there are', () => {
    const anyAgents = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        capacity: fc.nat(3),
        load: fc.nat(3),
        seenAt: fc.constantFrom(seconds(599), seconds(500)),
        available: fc.boolean(),
      }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(anyAgents, fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e')), (onDuty, before) => {
        const free = onDuty.filter((one) => isFree(one, NOW)).map(({ id }) => id);
        const declined: string[] = [...before];
        for (const _ of free) declined.push(ring(onDuty, declined, 'a') ?? 'nobody');
        expect(new Set(declined.slice(before.length))).toEqual(new Set(free));
      }),
      { seed: 6 },
    );
  });
});
