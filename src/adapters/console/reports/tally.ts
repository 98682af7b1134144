import type { OnDay } from '../../store/reports.ts';
import type { Period, Periods } from './period.ts';

/** A number of the period, and of the one before. */
export interface Pair {
  readonly now: number;
  readonly before: number;
}

/** Adds up what the rows that are `like` this count. */
export function sum<Row>(rows: readonly Row[], count: (row: Row) => number): number {
  return rows.reduce((total, row) => total + count(row), 0);
}

export function within<Row extends OnDay>(rows: readonly Row[], { from, to }: Period): readonly Row[] {
  return rows.filter(({ day }) => day >= from && day <= to);
}

export function pairOf<Row extends OnDay>(
  rows: readonly Row[],
  { now, before }: Pick<Periods, 'now' | 'before'>,
  count: (row: Row) => number,
): Pair {
  return { now: sum(within(rows, now), count), before: sum(within(rows, before), count) };
}

/** One row for each name with its numbers; names that nobody expects follow those that are given. */
export function pairsBy<Row extends OnDay, Name>(
  rows: readonly Row[],
  periods: Pick<Periods, 'now' | 'before'>,
  {
    name,
    count,
    expected = [],
  }: {
    readonly name: (row: Row) => Name;
    readonly count: (row: Row) => number;
    readonly expected?: readonly Name[];
  },
): readonly (Pair & { readonly name: Name })[] {
  return [...grouped(rows, name, expected)].map(([key, those]) => ({ name: key, ...pairOf(those, periods, count) }));
}

export function grouped<Row, Name>(
  rows: readonly Row[],
  name: (row: Row) => Name,
  expected: readonly Name[] = [],
): ReadonlyMap<Name, readonly Row[]> {
  const groups = new Map<Name, Row[]>(expected.map((key) => [key, []]));
  for (const row of rows) {
    const key = name(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** Most first; of equals the one that was more before, then as they came. */
export function mostFirst<Row extends Pair>(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((a, b) => b.now - a.now || b.before - a.before);
}

/** A share of 0 to 1; null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
