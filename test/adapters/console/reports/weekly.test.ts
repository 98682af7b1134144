import { describe, expect, it } from 'vitest';
import { periodsOf } from '../../../../src/adapters/console/reports/period.ts';
import { readReport } from '../../../../src/adapters/console/reports/read-report.ts';
import { unhelpfulOf } from '../../../../src/adapters/console/reports/weekly/unhelpful.ts';
import { lastWeek, weekAt, weekNamed } from '../../../../src/adapters/console/reports/weekly/week.ts';
import {
  type WeekRead,
  weeklyReport,
  withoutConversations,
} from '../../../../src/adapters/console/reports/weekly/weekly-report.ts';
import { WeeklySchema } from '../../../../src/adapters/console/reports/weekly/weekly-schema.ts';
import { weeklyLines, weeklyMarkdown } from '../../../../src/adapters/console/reports/weekly/weekly-text.ts';
import type { AskedTurn } from '../../../../src/adapters/store/asked-turn.ts';
import type { Reports } from '../../../../src/adapters/store/reports.ts';

describe('a week', () => {
  it.each([
    // The Thursday decides to which year it belongs.
    ['2026-W01', '2025-12-29', '2026-01-04'],
    ['2026-W09', '2026-02-23', '2026-03-01'],
    ['2026-W53', '2026-12-28', '2027-01-03'],
    ['2024-W09', '2024-02-26', '2024-03-03'],
  ])('%s is from Monday %s to Sunday %s', (name, from, to) => {
    expect(weekNamed(name)).toEqual({ name, from, to });
    expect(weekAt(`${from}T00:00:00.000Z`).name).toBe(name);
    expect(weekAt(`${to}T00:00:00.000Z`).name).toBe(name);
  });

  it.each(['2025-W53', '2026-W00', '2026-W54', '2026-9', '2026-W9', ''])('%s is none', (name) => {
    expect(weekNamed(name)).toBeUndefined();
  });

  it('begins at midnight in China, and the last one is over there', () => {
    expect(weekAt('2026-03-01T15:59:59.999Z').name).toBe('2026-W09');
    expect(weekAt('2026-03-01T16:00:00.000Z').name).toBe('2026-W10');
    expect(lastWeek('2026-03-01T16:00:00.000Z').name).toBe('2026-W09');
    expect(lastWeek('2026-03-01T15:59:59.999Z').name).toBe('2026-W08');
  });
});

const at = (minute: number): string => new Date(Date.parse('2026-02-25T02:00:00.000Z') + minute * 60_000).toISOString();

function turn(rest: Partial<AskedTurn>): AskedTurn {
  const own = { talk: 'a', seq: 1, at: at(0), kind: 'answer', entries: [1], text: '扫码进不去上传页面' } as const;
  return { ...own, pressed: false, unhelpful: false, ...rest };
}

describe('an answer was of no help', () => {
  const next = (rest: Partial<AskedTurn>) => [
    turn({}),
    turn({ at: at(5), entries: [2], text: '红头纸哪里来', ...rest }),
  ];
  it.each<[string, readonly AskedTurn[], string | undefined]>([
    ['by a vote', [turn({ unhelpful: true })], 'vote'],
    ['by a vote alone, whatever came next', next({ kind: 'handoff' }).with(0, turn({ unhelpful: true })), 'vote'],
    ['where a person was wanted right after', next({ kind: 'handoff', entries: [], text: '转人工' }), 'person'],
    ['where the same entry was asked for again', next({ entries: [1] }), 'again'],
    ['where it was asked again in about the same words', next({ text: '扫码还是进不去上传页面' }), 'again'],
    ['not where a button goes on with it', next({ entries: [1], pressed: true }), undefined],
    ['not where something else was asked', next({}), undefined],
    ['not where it was asked again much later', next({ entries: [1], at: at(31) }), undefined],
    ['not where somebody else asked', next({ entries: [1], talk: 'b' }), undefined],
    ['not where nothing was answered', next({ kind: 'handoff' }).with(0, turn({ kind: 'clarify' })), undefined],
  ])('%s', (_name, turns, why) => {
    const found = unhelpfulOf(turns).find(({ entry }) => entry === 1);
    expect(found?.examples).toEqual(why && [{ text: '扫码进不去上传页面', why }]);
  });

  it('counts by entry, the worst first, each question shown once', () => {
    const bad = turn({ unhelpful: true });
    const turns = [bad, bad, turn({ entries: [2], unhelpful: true }), turn({ entries: [3], talk: 'c' })];
    expect(unhelpfulOf(turns)).toEqual([
      { entry: 1, answers: 2, votes: 2, persons: 0, again: 0, examples: [{ text: bad.text, why: 'vote' }] },
      { entry: 2, answers: 1, votes: 1, persons: 0, again: 0, examples: [{ text: bad.text, why: 'vote' }] },
    ]);
  });
});

const week = { name: '2026-W09', from: '2026-02-23', to: '2026-03-01' };
const periods = periodsOf(week.from, week.to);

/** Reports of nothing but what is given. */
function reported(given: Partial<Reports> = {}): Reports {
  const none = async () => [];
  return {
    ...{ conversations: none, entries: none, handovers: none, faces: none, feedback: none, ratings: none, gaps: none },
    ...given,
  };
}

async function weekRead(rest: Partial<WeekRead> = {}, reports = reported()): Promise<WeekRead> {
  return {
    ...{ week, periods, now: new Date('2026-03-02T06:00:00.000Z'), outcomes: [], turns: [], suggestions: [] },
    report: await readReport(reports, periods, new Map([[1, '扫码进不去']])),
    asked: { groups: [], asked: 0, grouped: 0, by: 'meaning' },
    gaps: { groups: [], asked: 0, dismissed: 0, by: 'meaning' },
    reminded: { entries: [], releases: {}, links: [] },
    labels: new Map([[1, '扫码进不去']]),
    ...rest,
  };
}

const HOSTILE = '<img src=x> | **证件** 110105199003070038';
/** A week in which something of everything happened. */
function busyWeek(): Promise<WeekRead> {
  const day = '2026-02-25';
  const handover = { at: at(0), reason: 'user_asked', ticket: false, repliedAt: at(3), resolvedAt: at(9) } as const;
  return weekRead(
    {
      outcomes: [
        { day, kind: 'answer', turns: 7 },
        { day: '2026-02-16', kind: 'answer', turns: 4 },
        { day, kind: 'not-covered', turns: 2 },
      ],
      turns: [turn({ text: HOSTILE, unhelpful: true })],
      asked: {
        groups: [{ times: 3, talks: 2, entry: 1, examples: [{ text: HOSTILE, times: 3 }] }],
        ...{ asked: 9, grouped: 8, by: 'meaning' },
      },
      reminded: {
        entries: [
          { number: 1, title: '扫码进不去', dated: '2025-01-01', reviewed: '2026-02-01', defects: [] },
          { number: 2, title: '红头纸', dated: '2025-03-01', reviewed: undefined, defects: [] },
        ],
        ...{ releases: {}, links: [] },
      },
      suggestions: [
        {
          ...{ entry: 1, title: '扫码无法进入', talks: 1, lastAt: at(0) },
          texts: [{ text: HOSTILE, times: 1, by: 'answer', confidence: 0.2 }],
        },
      ],
    },
    reported({ handovers: async ({ from, to }) => (from <= handover.at && handover.at < to ? [handover] : []) }),
  );
}

describe('a weekly report', () => {
  it('sets the week beside the one before, and says how old the entries are', async () => {
    const weekly = weeklyReport(await busyWeek());
    expect(WeeklySchema.parse(weekly)).toEqual(weekly);
    expect(weekly).toMatchObject({
      ...{ week: '2026-W09', over: true, day: '2026-03-02', before: { from: '2026-02-16', to: '2026-02-22' } },
      turns: { total: { now: 9, before: 4 } },
      unhelpful: [{ entry: 1, label: '扫码进不去', votes: 1, answers: 1 }],
      cases: {
        reasons: { total: { now: 1, before: 0 } },
        response: { ways: [{ way: 'queue', now: { median: 180_000 } }, {}] },
      },
      old: {
        entries: [
          { entry: 2, days: 366, due: true },
          { entry: 1, days: 29, reviewed: '2026-02-01', due: false },
        ],
      },
    });
    expect(weekly.turns.rows.slice(0, 4)).toEqual([
      { outcome: 'answer', now: 7, before: 4 },
      { outcome: 'finding', now: 0, before: 0 },
      { outcome: 'clarify', now: 0, before: 0 },
      { outcome: 'not-covered', now: 2, before: 0 },
    ]);
  });

  it('tells editors nothing of conversations', async () => {
    const own = withoutConversations(weeklyReport(await busyWeek()));
    expect(own).toMatchObject({ asked: null, cases: null, unhelpful: [{ votes: 1, examples: [] }] });
    expect(weeklyMarkdown(own)).not.toContain('转人工\n');
    expect(weeklyMarkdown(own)).not.toContain('用户怎么问');
  });

  it('is written as Markdown and for a terminal, where nothing that people said is a mark or a number of theirs', async () => {
    const weekly = weeklyReport(await busyWeek());
    const markdown = weeklyMarkdown(weekly);
    expect(markdown).toContain('# 周报 2026-W09（2026-02-23 至 2026-03-01）');
    expect(markdown).toContain('| 用条目回答 | 7 | 4 |');
    expect(markdown).toContain('  - \\<img src=x\\> \\| \\*\\*证件\\*\\*');
    expect(markdown).toContain('| 排队的 | 1 | 1 | 3.0 | 3.0 | — |');
    expect(markdown).not.toContain('110105199003070038');
    const lines = weeklyLines(weekly);
    expect(lines).toContain('  结果        这一周  前一周');
    expect(lines).toContain('  用条目回答       7       4');
    expect(lines.join('\n')).not.toContain('110105199003070038');
  });

  it('of a week in which nothing happened says so in each of its parts', async () => {
    const weekly = weeklyReport(await weekRead({ now: new Date('2026-03-01T06:00:00.000Z') }));
    expect(weekly).toMatchObject({ over: false, turns: { total: { now: 0, before: 0 } }, unhelpful: [] });
    const lines = weeklyLines(weekly);
    expect(lines[1]).toContain('这一周还没过完');
    expect(lines.filter((line) => /没有/.test(line)).length).toBeGreaterThanOrEqual(9);
  });
});
