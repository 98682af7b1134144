import { describe, expect, it } from 'vitest';
import { countBeyond, type NegativeBinomial } from '../../src/handoff/negative-binomial.ts';
import {
  type Ask,
  beginsAt,
  begun,
  calmBelow,
  countsOf,
  FLOOR,
  goneOn,
  type Incident,
  suspects,
} from '../../src/handoff/radar.ts';
import { type Quarter, usualRate, WINDOW_MS } from '../../src/handoff/usual-rate.ts';
import { arrivals, BEGUN, DAY, HOUR, iso, MINUTE, seeded, WEEK, watched } from './radar-world.ts';

const NOW = iso(BEGUN + 14 * DAY);
const usual = (mean: number, shape = 7): NegativeBinomial => ({ mean, shape });

function ask(talk: string, rest: Partial<Ask> = {}): Ask {
  return { talk, entry: 2, error: null, at: iso(BEGUN + 14 * DAY - MINUTE), ...rest };
}

function incident(rest: Partial<Incident> = {}): Incident {
  return {
    id: 'i1',
    kind: 'entry',
    key: '2',
    beganAt: iso(BEGUN),
    endedAt: null,
    latest: 12,
    peak: 12,
    usual: 1,
    calm: 5,
    loudAt: iso(BEGUN),
    ...rest,
  };
}

describe('the tail of a count', () => {
  it.each([
    // A geometric distribution, and a Poisson one in the limit: both can be worked out by hand.
    { mean: 1, shape: 1, probability: 0.3, count: 2 },
    { mean: 1, shape: 1, probability: 0.13, count: 3 },
    { mean: 1, shape: 1, probability: 1e-3, count: 10 },
    { mean: 2, shape: 1e9, probability: 0.06, count: 5 },
    { mean: 2, shape: 1e9, probability: 0.05, count: 6 },
  ])('with mean $mean and shape $shape is below $probability from $count on', ({ probability, count, ...of }) => {
    expect(countBeyond(of, probability)).toBe(count);
  });

  it('asks for more the more is usual, the less is known, and the rarer it must be', () => {
    for (const mean of [0.01, 0.3, 1, 4, 20, 150]) {
      for (const shape of [0.6, 2, 8]) {
        expect(countBeyond({ mean: mean * 1.5, shape }, 1e-6)).toBeGreaterThanOrEqual(
          countBeyond({ mean, shape }, 1e-6),
        );
        expect(countBeyond({ mean, shape: shape / 2 }, 1e-6)).toBeGreaterThanOrEqual(
          countBeyond({ mean, shape }, 1e-6),
        );
        expect(countBeyond({ mean, shape }, 1e-6)).toBeGreaterThan(countBeyond({ mean, shape }, 1e-2));
      }
    }
  });
});

describe('the usual rate', () => {
  const every = (talks: (at: number) => number, from = BEGUN): Quarter[] => {
    const quarters: Quarter[] = [];
    for (let at = from; at < BEGUN + 14 * DAY; at += WINDOW_MS) {
      if (talks(at) > 0) quarters.push({ at: iso(at), talks: talks(at) });
    }
    return quarters;
  };

  it('is what was counted, in quarters with and without anybody', () => {
    const found = usualRate({ quarters: every((at) => (at / WINDOW_MS) % 2), since: iso(BEGUN), now: NOW, except: [] });
    expect(found?.mean).toBeCloseTo(0.5, 1);
  });

  it('is known only after a day', () => {
    const known = (ms: number) =>
      usualRate({ quarters: [], since: iso(Date.parse(NOW) - ms), now: NOW, except: [] }) !== undefined;
    expect([known(HOUR), known(DAY), known(DAY + WINDOW_MS)]).toEqual([false, false, true]);
  });

  it('is that of the time of the day, where there are enough days of it', () => {
    const busy = (at: number) => (at % DAY < 12 * HOUR ? 8 : 0);
    const at = (hour: number, days: number) => {
      const from = BEGUN + (14 - days) * DAY;
      const now = iso(BEGUN + 13 * DAY + hour * HOUR);
      return usualRate({ quarters: every(busy, from), since: iso(from), now, except: [] })?.mean ?? 0;
    };
    expect(at(6, 14)).toBeGreaterThan(7);
    expect(at(18, 14)).toBeLessThan(1);
    // After two days the average of all hours, 4, still weighs.
    expect(at(18, 3)).toBeGreaterThan(at(18, 14));
  });

  it('leaves out incidents, and what is being judged', () => {
    const spoilt = every((at) =>
      at >= BEGUN + 3 * DAY && at < BEGUN + 4 * DAY ? 40 : at >= BEGUN + 14 * DAY - WINDOW_MS ? 90 : 1,
    );
    const of = (except: { from: string; to: string }[]) =>
      usualRate({ quarters: spoilt, since: iso(BEGUN), now: NOW, except })?.mean;
    expect(of([{ from: iso(BEGUN + 3 * DAY), to: iso(BEGUN + 4 * DAY) }])).toBeCloseTo(1, 1);
    expect(of([])).toBeGreaterThan(2);
  });

  it('is the less sure the shorter it is known', () => {
    const shapeOf = (days: number) =>
      usualRate({ quarters: [], since: iso(BEGUN + (14 - days) * DAY), now: NOW, except: [] })?.shape ?? 0;
    expect(shapeOf(2)).toBeLessThan(8);
    const steady = usualRate({ quarters: every(() => 5), since: iso(BEGUN), now: NOW, except: [] });
    expect(steady?.shape).toBeGreaterThan(7);
  });
});

describe('what begins an incident', () => {
  it.each([
    { mean: 0.0004, at: 5 },
    { mean: 0.1, at: 5 },
    { mean: 2, at: 16 },
    { mean: 10, at: 49 },
  ])('with $mean as the usual it takes $at people', ({ mean, at }) => {
    expect(beginsAt(usual(mean))).toBe(at);
  });

  it('is counted in people, not in questions', () => {
    const asks = Array.from({ length: 30 }, (_, nth) => ask(`t${nth % 4}`, { at: iso(BEGUN + nth * MINUTE) }));
    expect(countsOf(asks, [])).toEqual([{ kind: 'entry', key: '2', talks: 4, since: iso(BEGUN) }]);
    expect(suspects(asks, [])).toEqual([]);
  });

  it('never begins below the floor, however rare the question is', () => {
    for (let talks = 0; talks < FLOOR; talks++) {
      expect(begun({ kind: 'entry', key: '2', talks, since: NOW }, usual(1e-9, 0.5), NOW)).toBeUndefined();
    }
  });

  it('is told as the error where an error explains it, and not as its entry, too', () => {
    const asks = Array.from({ length: 9 }, (_, nth) => ask(`t${nth}`, { error: nth < 7 ? '非法参数' : null }));
    const [first] = suspects(asks, []);
    expect(first).toMatchObject({ kind: 'error', key: '非法参数', talks: 7 });
    expect(suspects(asks, [{ kind: 'error', key: '非法参数' }])).toEqual([]);
    expect(countsOf(asks, [{ kind: 'error', key: '非法参数' }])).toContainEqual(
      expect.objectContaining({ kind: 'entry', talks: 2 }),
    );
  });

  it('is not told as an error while its entry is one', () => {
    const asks = Array.from({ length: 9 }, (_, nth) => ask(`t${nth}`, { error: '非法参数' }));
    expect(suspects(asks, [{ kind: 'entry', key: '2' }])).toEqual([]);
  });
});

describe('an incident that goes on', () => {
  const counted = (talks: number) => [{ kind: 'entry' as const, key: '2', talks, since: NOW }];
  const minute = (minutes: number) => iso(BEGUN + minutes * MINUTE);

  it('keeps its id and its peak, and ends once it was calm for 15 minutes', () => {
    let now = goneOn(incident(), counted(20), minute(1));
    expect(now).toMatchObject({ id: 'i1', latest: 20, peak: 20, endedAt: null });
    now = goneOn(now, counted(4), minute(10));
    expect(now).toMatchObject({ id: 'i1', latest: 4, peak: 20, endedAt: null });
    now = goneOn(now, counted(4), minute(15.5));
    expect(now.endedAt).toBeNull();
    now = goneOn(now, [], minute(16));
    expect(now).toMatchObject({ latest: 0, endedAt: minute(16) });
  });

  it('goes on where it was calm for less', () => {
    let now = goneOn(incident(), counted(2), minute(14));
    now = goneOn(now, counted(5), minute(14.5));
    now = goneOn(now, counted(1), minute(29));
    expect(now.endedAt).toBeNull();
    expect(goneOn(now, counted(1), minute(29.5)).endedAt).toBe(minute(29.5));
  });

  it('does not end at the count at which it began', () => {
    for (const mean of [0.01, 0.5, 2, 10, 50]) expect(calmBelow(usual(mean))).toBeLessThan(beginsAt(usual(mean)));
  });
});

describe('over simulated months', () => {
  const LEARNT = BEGUN + 2 * WEEK;
  const byDay = (at: number): number => 1 - 0.8 * Math.cos((2 * Math.PI * (at % DAY)) / DAY);

  it.each([
    { rate: 0.1, weeks: 26, seed: 1 },
    { rate: 0.5, weeks: 10, seed: 2 },
    { rate: 1.5, weeks: 3, seed: 3 },
  ])(
    'with $rate as the usual, more by day than by night, there is no false alarm in $weeks weeks',
    ({ rate, weeks, seed }) => {
      const end = LEARNT + weeks * WEEK;
      const random = seeded(seed);
      const wavering = new Map<number, number>();
      const gauss = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
      const wavers = (at: number): number => {
        const hour = Math.floor(at / HOUR);
        const factor = wavering.get(hour) ?? Math.min(3, Math.exp(0.3 * gauss() - 0.045));
        wavering.set(hour, factor);
        return factor;
      };
      const askedAt = arrivals(random, {
        ...{ from: BEGUN, to: end, most: rate * 1.8 * 3 },
        rate: (at) => rate * byDay(at) * wavers(at),
      });
      expect(watched(askedAt, LEARNT, end)).toEqual([]);
    },
  );

  it.each([
    { rate: 0.1, to: 8, within: 18, seed: 4 },
    { rate: 0.5, to: 15, within: 13, seed: 5 },
    { rate: 1.5, to: 30, within: 13, seed: 6 },
  ])('a rise from $rate to $to is seen within $within minutes nine times of ten', ({ rate, to, within, seed }) => {
    const random = seeded(seed);
    const delays: number[] = [];
    for (let nth = 0; nth < 40; nth++) {
      const rises = LEARNT + 9 * HOUR + nth * 7 * MINUTE;
      const askedAt = arrivals(random, {
        ...{ from: BEGUN, to: rises + HOUR, most: to },
        rate: (at) => (at < rises ? rate : to),
      });
      const [first] = watched(askedAt, rises - HOUR, rises + HOUR);
      delays.push(first ? (first.seenAt - rises) / MINUTE : Number.POSITIVE_INFINITY);
    }
    delays.sort((a, b) => a - b);
    expect(delays[0]).toBeGreaterThan(0);
    expect(delays[35]).toBeLessThan(within);
  });
});
