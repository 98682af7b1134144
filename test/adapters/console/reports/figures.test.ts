import { describe, expect, it } from 'vitest';
import { endingsOf, volumeOf } from '../../../../src/adapters/console/reports/conversations.ts';
import { feedbackOf, gapsOf, ratingsOf } from '../../../../src/adapters/console/reports/judgements.ts';
import { percentile } from '../../../../src/adapters/console/reports/percentile.ts';
import { periodsOf, slicesOf } from '../../../../src/adapters/console/reports/period.ts';
import { timesOf } from '../../../../src/adapters/console/reports/times.ts';
import type { Handover } from '../../../../src/adapters/store/reports.ts';

/** 3 and 4 March against 1 and 2 March. */
const periods = periodsOf('2026-03-03', '2026-03-04');

describe('a percentile', () => {
  it.each([
    [[], 0.5, null],
    [[7], 0.9, 7],
    [[4, 1, 3], 0.5, 3],
    [[4, 1, 3, 2], 0.5, 2.5],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 0.9, 10],
    [[10, 20], 0.9, 19],
  ])('of %j at %d is %s', (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });
});

describe('a period', () => {
  it('has one before it of as many days, also over the end of February', () => {
    expect(periods.now.days).toEqual(['2026-03-03', '2026-03-04']);
    expect(periodsOf('2024-03-01', '2024-03-03').before.days).toEqual(['2024-02-27', '2024-02-28', '2024-02-29']);
  });

  it('begins and ends at midnight in China', () => {
    expect(periods.span).toEqual({ from: '2026-02-28T16:00:00.000Z', to: '2026-03-04T16:00:00.000Z' });
  });
});

describe('a span in slices', () => {
  it('is covered by them, without a gap and without an overlap', () => {
    const slices = slicesOf(periodsOf('2026-03-01', '2026-03-08').span, 7);
    expect(slices).toEqual([
      { from: '2026-02-20T16:00:00.000Z', to: '2026-02-27T16:00:00.000Z' },
      { from: '2026-02-27T16:00:00.000Z', to: '2026-03-06T16:00:00.000Z' },
      { from: '2026-03-06T16:00:00.000Z', to: '2026-03-08T16:00:00.000Z' },
    ]);
  });
});

describe('conversations', () => {
  const row = (day: string, channel: string, ending: 'solved' | 'person' | 'nothing-asked', conversations: number) => ({
    ...{ day, channel, ending, conversations, turns: conversations * 2 },
  });
  const rows = [
    row('2026-03-01', 'web', 'solved', 4),
    row('2026-03-03', 'web', 'solved', 3),
    row('2026-03-03', 'wechat', 'person', 1),
    row('2026-03-03', 'wechat', 'nothing-asked', 5),
  ];

  it('are counted by day beside the day of the period before, with every day there', () => {
    const { days, channels, turns } = volumeOf(rows, periods);
    expect(days).toEqual([
      { day: '2026-03-03', conversations: 9, turns: 18, before: 4, channels: { wechat: 6, web: 3 } },
      { day: '2026-03-04', conversations: 0, turns: 0, before: 0, channels: { wechat: 0, web: 0 } },
    ]);
    expect(channels).toEqual([
      { channel: 'wechat', now: 6, before: 0 },
      { channel: 'web', now: 3, before: 4 },
    ]);
    expect(turns).toEqual({ now: 18, before: 8 });
  });

  it('in which nothing was asked are no success of the assistant', () => {
    const { days, share } = endingsOf(rows, periods);
    expect(days.map(({ share: of, before }) => [of, before])).toEqual([
      [0.75, 1],
      [null, null],
    ]);
    expect(share).toEqual({ now: 0.75, before: 1 });
  });
});

describe('times', () => {
  const came = (at: string, seconds: number | null, ticket = false): Handover => ({
    ...{ at, reason: null, ticket, resolvedAt: null },
    repliedAt: seconds === null ? null : new Date(Date.parse(at) + seconds * 1000).toISOString(),
  });

  it('are measured for those who waited, apart from those who left a 留言', () => {
    const handovers = [
      came('2026-03-02T15:59:59.000Z', 8),
      // In China it is the third.
      came('2026-03-02T16:00:00.000Z', 10),
      came('2026-03-03T01:00:00.000Z', 20),
      came('2026-03-03T02:00:00.000Z', null),
      came('2026-03-03T03:00:00.000Z', 7200, true),
    ];
    const { days, ways } = timesOf(handovers, periods, ({ repliedAt }) => repliedAt);
    expect(days).toEqual([
      { day: '2026-03-03', came: 3, done: 2, median: 15_000, p90: 19_000 },
      { day: '2026-03-04', came: 0, done: 0, median: null, p90: null },
    ]);
    const none = { came: 0, done: 0, median: null, p90: null };
    expect(ways).toEqual([
      {
        way: 'queue',
        now: { came: 3, done: 2, median: 15_000, p90: 19_000 },
        before: { came: 1, done: 1, median: 8_000, p90: 8_000 },
      },
      { way: 'ticket', now: { came: 1, done: 1, median: 7_200_000, p90: 7_200_000 }, before: none },
    ]);
  });
});

describe('judgements', () => {
  it('of answers stand by entry, most first, with what belongs to none', () => {
    const rows = [
      { day: '2026-03-03', entry: 8, helpful: true, count: 2 },
      { day: '2026-03-04', entry: 8, helpful: false, count: 1 },
      { day: '2026-03-04', entry: null, helpful: true, count: 1 },
      { day: '2026-03-01', entry: 1, helpful: true, count: 9 },
    ];
    const { rows: shown, share } = feedbackOf(rows, periods, new Map([[8, '人脸']]));
    const none = { helpful: 0, unhelpful: 0 };
    expect(shown).toEqual([
      { entry: 8, label: '人脸', now: { helpful: 2, unhelpful: 1 }, before: none },
      { entry: null, label: null, now: { helpful: 1, unhelpful: 0 }, before: none },
      { entry: 1, label: null, now: none, before: { helpful: 9, unhelpful: 0 } },
    ]);
    expect(share).toEqual({ now: 0.75, before: 1 });
  });

  it('of people have a mean where there are any', () => {
    const rows = [
      { day: '2026-03-03', score: 5, count: 3 },
      { day: '2026-03-04', score: 1, count: 1 },
    ];
    const { rows: shown, mean } = ratingsOf(rows, periods);
    expect(shown.map(({ score, now }) => [score, now])).toEqual([
      [5, 3],
      [4, 0],
      [3, 0],
      [2, 0],
      [1, 1],
    ]);
    expect(mean).toEqual({ now: 4, before: null });
  });

  it('are missing for gaps, which stand by day', () => {
    const rows = [
      { day: '2026-03-04', outcome: 'clarify' as const, count: 2 },
      { day: '2026-03-02', outcome: 'not-covered' as const, count: 5 },
    ];
    const { days, total } = gapsOf(rows, periods);
    expect(days).toEqual([
      { day: '2026-03-03', notCovered: 0, clarify: 0, handoff: 0, before: 0 },
      { day: '2026-03-04', notCovered: 0, clarify: 2, handoff: 0, before: 5 },
    ]);
    expect(total).toEqual({ now: 2, before: 5 });
  });
});
