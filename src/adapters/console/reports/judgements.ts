import type { Reports } from '../../store/reports.ts';
import type { Periods } from './period.ts';
import type { Report } from './schema.ts';
import { grouped, pairOf, pairsBy, shareOf, sum, within } from './tally.ts';

type Rows<Name extends keyof Reports> = Awaited<ReturnType<Reports[Name]>>;

const count = (row: { readonly count: number }): number => row.count;

/** What people thought of answers, by entry: those with most judgements first. */
export function feedbackOf(
  rows: Rows<'feedback'>,
  { now, before }: Periods,
  labels: ReadonlyMap<number, string>,
): Report['feedback'] {
  const judged = (those: Rows<'feedback'>) => ({
    helpful: sum(
      those.filter(({ helpful }) => helpful),
      count,
    ),
    unhelpful: sum(
      those.filter(({ helpful }) => !helpful),
      count,
    ),
  });
  const both = (those: Rows<'feedback'>) => ({
    now: judged(within(those, now)),
    before: judged(within(those, before)),
  });
  const total = both(rows);
  const helpfulShare = ({ helpful, unhelpful }: ReturnType<typeof judged>) => shareOf(helpful, helpful + unhelpful);
  const shown = [...grouped(rows, ({ entry }) => entry)].map(([entry, those]) => ({
    entry,
    label: entry === null ? null : (labels.get(entry) ?? null),
    ...both(those),
  }));
  const weight = ({ now: of }: (typeof shown)[number]) => of.helpful + of.unhelpful;
  return {
    rows: shown.toSorted((a, b) => weight(b) - weight(a) || Number(a.entry) - Number(b.entry)),
    total,
    share: { now: helpfulShare(total.now), before: helpfulShare(total.before) },
  };
}

const SCORES = [5, 4, 3, 2, 1];

/** How people rated the people who helped them. */
export function ratingsOf(rows: Rows<'ratings'>, periods: Periods): Report['ratings'] {
  const found = pairsBy(rows, periods, { name: ({ score }) => score, count, expected: SCORES });
  const mean = (those: Rows<'ratings'>): number | null =>
    those.length === 0 ? null : sum(those, (row) => row.score * row.count) / sum(those, count);
  return {
    rows: found.map(({ name: score, ...pair }) => ({ score, ...pair })),
    total: pairOf(rows, periods, count),
    mean: { now: mean(within(rows, periods.now)), before: mean(within(rows, periods.before)) },
  };
}

const OUTCOMES = ['not-covered', 'clarify', 'handoff'] as const;

/** What no entry answered, by day. */
export function gapsOf(rows: Rows<'gaps'>, periods: Periods): Report['gaps'] {
  const byDay = grouped(rows, ({ day }) => day);
  const on = (day: string | undefined, outcome?: (typeof OUTCOMES)[number]) =>
    sum(
      (byDay.get(day ?? '') ?? []).filter((row) => outcome === undefined || row.outcome === outcome),
      count,
    );
  return {
    days: periods.now.days.map((day, at) => ({
      day,
      notCovered: on(day, 'not-covered'),
      clarify: on(day, 'clarify'),
      handoff: on(day, 'handoff'),
      before: on(periods.before.days[at]),
    })),
    rows: pairsBy(rows, periods, { name: ({ outcome }) => outcome, count, expected: OUTCOMES }).map(
      ({ name: outcome, ...pair }) => ({ outcome, ...pair }),
    ),
    total: pairOf(rows, periods, count),
  };
}
