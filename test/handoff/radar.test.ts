import { describe, expect, it } from 'vitest';
import {
  FLOOR,
  goneOn,
  type History,
  historyBefore,
  hourBefore,
  type Incident,
  isIncident,
  usualOf,
} from '../../src/handoff/radar.ts';

const NOW = '2026-03-16T06:30:00.000Z';

function history(rest: Partial<History> = {}): History {
  return { ...{ from: '2026-03-02T05:30:00.000Z', to: '2026-03-16T05:30:00.000Z', talks: 0, thisTime: 0 }, ...rest };
}

const open: Incident = {
  ...{ id: 'i1', kind: 'entry', key: '2', beganAt: NOW, endedAt: null },
  ...{ latest: 12, peak: 12, usual: 2 },
};

describe('the usual', () => {
  it('is of the two weeks before the hour that is judged', () => {
    expect(hourBefore(NOW)).toBe('2026-03-16T05:30:00.000Z');
    expect(historyBefore(NOW, '2026-01-01T00:00:00.000Z')).toEqual({
      from: '2026-03-02T05:30:00.000Z',
      to: '2026-03-16T05:30:00.000Z',
    });
    expect(historyBefore(NOW, '2026-03-10T00:00:00.000Z').from).toBe('2026-03-10T00:00:00.000Z');
  });

  it.each([
    { talks: 336, thisTime: 0, usual: 1 },
    { talks: 336, thisTime: 14, usual: 1 },
    { talks: 336, thisTime: 42, usual: 3 },
    { talks: 0, thisTime: 0, usual: 0 },
  ])('of $talks in all and $thisTime at this time of the day is $usual an hour', ({ usual, ...counted }) => {
    expect(usualOf(history(counted))).toBe(usual);
  });

  it('is known only after a day', () => {
    const since = (from: string) => usualOf(history({ from, talks: 24, thisTime: 1 }));
    expect(since('2026-03-15T05:30:00.001Z')).toBeUndefined();
    expect(since('2026-03-15T05:30:00.000Z')).toBe(1);
    expect(since(NOW)).toBeUndefined();
  });
});

describe('an incident', () => {
  it.each([
    { usual: 0, from: FLOOR },
    { usual: 2.6, from: FLOOR },
    { usual: 3, from: 9 },
    { usual: 20, from: 60 },
  ])('with $usual as the usual begins with $from people', ({ usual, from }) => {
    expect([isIncident(from - 1, usual), isIncident(from, usual)]).toEqual([false, true]);
  });

  it('keeps its peak, and is over below twice the usual', () => {
    const more = goneOn(open, 20, 2, NOW);
    expect(more).toEqual({ ...open, latest: 20, peak: 20 });
    expect(goneOn(more, 4, 2, NOW)).toEqual({ ...open, latest: 4, peak: 20 });
    expect(goneOn(more, 3, 2, NOW)).toEqual({ ...open, latest: 3, peak: 20, endedAt: NOW });
  });

  it('of what is rarely asked is over below half the floor', () => {
    expect(goneOn(open, FLOOR / 2, 0, NOW).endedAt).toBeNull();
    expect(goneOn(open, FLOOR / 2 - 1, 0, NOW).endedAt).toBe(NOW);
  });

  it('is over once so many have become the usual', () => {
    expect(goneOn(open, 12, 6, NOW).endedAt).toBeNull();
    expect(goneOn(open, 12, 6.1, NOW)).toMatchObject({ usual: 6.1, endedAt: NOW });
  });
});
