import { chinaDay } from '../../../../text/china-day.ts';
import type { AskedGroups } from '../../../content/asked-groups.ts';
import type { GapGroups } from '../../../content/gap-groups.ts';
import { type Reminded, type Reminder, remindersOf } from '../../../content/reminders.ts';
import type { Suggestion } from '../../../content/suggestions.ts';
import type { AskedTurn } from '../../../store/asked-turn.ts';
import type { Learning } from '../../../store/learning.ts';
import { daysBetween, type Periods } from '../period.ts';
import type { Report } from '../schema.ts';
import { pairOf, pairsBy } from '../tally.ts';
import { unhelpfulOf } from './unhelpful.ts';
import type { Week } from './week.ts';
import { OUTCOMES, type Weekly } from './weekly-schema.ts';

/** All that was read for a week. Texts are masked. */
export interface WeekRead {
  readonly week: Week;
  readonly periods: Periods;
  readonly now: Date;
  /** The numbers of the week and the one before. */
  readonly report: Report;
  readonly outcomes: Awaited<ReturnType<Learning['outcomes']>>;
  /** Of the week alone; of one talk in order. */
  readonly turns: readonly AskedTurn[];
  readonly asked: AskedGroups;
  readonly gaps: GapGroups;
  readonly reminded: Reminded;
  readonly suggestions: readonly Suggestion[];
  /** What entries are called. */
  readonly labels: ReadonlyMap<number, string>;
}

/** Groups of what was asked, and of what was not covered, that are told. */
const GROUPS = 10;

/** What a week came to: asked, not covered, of no help, old; and how cases went. */
export function weeklyReport(read: WeekRead): Weekly {
  const { week, periods, now, report, turns, asked, gaps, labels } = read;
  const day = chinaDay(now.toISOString());
  const reminders = remindersOf(read.reminded, now);
  return {
    ...{ week: week.name, from: week.from, to: week.to, day },
    before: { from: periods.before.from, to: periods.before.to },
    over: week.to < day,
    turns: turnsOf(read.outcomes, periods),
    entries: report.entries,
    asked: { ...asked, groups: asked.groups.slice(0, GROUPS) },
    gaps: {
      groups: gaps.groups.slice(0, GROUPS),
      asked: gaps.asked,
      before: report.gaps.total.before,
      dismissed: gaps.dismissed,
      by: gaps.by,
    },
    unhelpful: unhelpfulOf(turns).map((one) => ({ ...one, label: labels.get(one.entry) ?? null })),
    feedback: report.feedback,
    old: { entries: agesOf(read.reminded, reminders, day), reminders },
    suggestions: read.suggestions,
    cases: {
      reasons: report.reasons,
      response: report.response,
      resolution: report.resolution,
      endings: report.endings,
      ratings: report.ratings,
    },
  };
}

/** The same without what people said to be answered, and without what agents did: what editors may see. */
export function withoutConversations(weekly: Weekly): Weekly {
  return {
    ...weekly,
    asked: null,
    cases: null,
    unhelpful: weekly.unhelpful.map((one) => ({ ...one, examples: [] })),
  };
}

function turnsOf(rows: WeekRead['outcomes'], periods: Periods): Weekly['turns'] {
  const count = ({ turns }: { readonly turns: number }) => turns;
  const told = rows.flatMap((row) => {
    const outcome = OUTCOMES.find((one) => one === row.kind);
    return outcome ? [{ ...row, outcome }] : [];
  });
  const found = pairsBy(told, periods, { name: ({ outcome }) => outcome, count, expected: OUTCOMES });
  return {
    rows: found.map(({ name: outcome, ...pair }) => ({ outcome, ...pair })),
    total: pairOf(told, periods, count),
  };
}

function agesOf({ entries }: Reminded, reminders: readonly Reminder[], day: string): Weekly['old']['entries'] {
  const due = new Set(reminders.filter(({ kind }) => kind === 'entry').map(({ name }) => name));
  return entries
    .map(({ number, title, dated, reviewed }) => {
      const since = reviewed !== undefined && reviewed > dated ? reviewed : dated;
      return {
        ...{ entry: number, label: title, dated, reviewed: reviewed ?? null },
        days: Math.max(0, daysBetween(since, day)),
        due: due.has(String(number)),
      };
    })
    .toSorted((a, b) => b.days - a.days || a.entry - b.entry);
}
