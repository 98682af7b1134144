import { describe, expect, it } from 'vitest';
import { leadership } from '../../../src/adapters/delivery/leadership.ts';
import { later } from '../../../src/handoff/later.ts';
import { AT } from './samples.ts';
import { opened, places } from './stores.ts';

describe.each(Object.entries(places))('instances over %s', (_name, place) => {
  it('have one leader, until it dies or steps down', async () => {
    const { leases } = await opened(await place());
    const [one, other] = [leadership(leases), leadership(leases)];
    const both = (ms: number) => Promise.all([one.lead(later(AT, ms)), other.lead(later(AT, ms))]);
    expect((await both(0)).filter(Boolean)).toHaveLength(1);
    const [first, second] = (await one.lead(AT)) ? [one, other] : [other, one];
    expect([await first.lead(later(AT, 4_999)), await second.lead(later(AT, 5_000))]).toEqual([true, false]);
    expect(await second.lead(later(AT, 9_999))).toBe(true);
    expect(await first.lead(later(AT, 10_000))).toBe(false);
    await first.stepDown();
    expect(await first.lead(later(AT, 10_000))).toBe(false);
    await second.stepDown();
    expect(await first.lead(later(AT, 10_000))).toBe(true);
  });

  it('count together how often somebody asked', async () => {
    const { rates } = await opened(await place());
    const now = Date.parse(AT);
    const counts = await Promise.all(Array.from({ length: 10 }, () => rates.count('key', 60_000, now)));
    expect(counts.map(({ hits }) => hits).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await rates.count('key', 60_000, now + 59_999)).toEqual({ hits: 11, ttl: 1 });
    expect(await rates.count('other', 60_000, now)).toEqual({ hits: 1, ttl: 60_000 });
    expect(await rates.count('key', 60_000, now + 60_000)).toEqual({ hits: 1, ttl: 60_000 });
    await rates.forget(now + 120_000);
    expect(await rates.count('key', 60_000, now + 120_000)).toEqual({ hits: 1, ttl: 60_000 });
  });
});
