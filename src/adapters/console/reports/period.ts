import type { Span } from '../../store/reports.ts';

/** Days in China (YYYY-MM-DD), both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
  /** All of them, in order. */
  readonly days: readonly string[];
}

/** What a report is about, and the period before it of as many days. */
export interface Periods {
  readonly now: Period;
  readonly before: Period;
  /** Both together. */
  readonly span: Span;
}

const DAY = 86_400_000;
/** Midnight in China, in UTC. */
const MIDNIGHT = -8 * 3_600_000;

/** `to` must not be before `from`. */
export function periodsOf(from: string, to: string): Periods {
  const count = daysBetween(from, to) + 1;
  const before = periodOf(dayAfter(from, -count), count);
  const instant = (day: string): string => new Date(Date.parse(day) + MIDNIGHT).toISOString();
  return {
    now: periodOf(from, count),
    before,
    span: { from: instant(before.from), to: instant(dayAfter(to, 1)) },
  };
}

/** The same span in pieces of at most so many days, each of whole days where the span is. */
export function slicesOf({ from, to }: Span, days: number): readonly Span[] {
  const [begin, end] = [Date.parse(from), Date.parse(to)];
  const count = Math.max(0, Math.ceil((end - begin) / (days * DAY)));
  const instant = (nth: number): string => new Date(Math.min(end, begin + nth * days * DAY)).toISOString();
  return Array.from({ length: count }, (_, nth) => ({ from: instant(nth), to: instant(nth + 1) }));
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

function periodOf(from: string, count: number): Period {
  const days = Array.from({ length: count }, (_, at) => dayAfter(from, at));
  return { from, to: days.at(-1) ?? from, days };
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}
