import { chinaDay } from '../../../../text/china-day.ts';

/** A week of ISO 8601: Monday to Sunday, as days in China (YYYY-MM-DD). */
export interface Week {
  /** 2026-W47 */
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

const DAY = 86_400_000;

/** The week of a name like 2026-W47; undefined where there is none of this name. */
export function weekNamed(name: string): Week | undefined {
  const [, year, nth] = /^(\d{4})-W(\d{2})$/.exec(name) ?? [];
  if (year === undefined || nth === undefined) return undefined;
  // The fourth of January is always in the first week.
  const first = mondayOf(Date.parse(`${year}-01-04`));
  const week = weekFrom(first + (Number(nth) - 1) * 7 * DAY);
  return week.name === name ? week : undefined;
}

/** The week that an instant (ISO 8601) is in, in China. */
export function weekAt(at: string): Week {
  return weekFrom(mondayOf(Date.parse(chinaDay(at))));
}

/** The last week that is over. */
export function lastWeek(now: string): Week {
  return weekAt(new Date(Date.parse(now) - 7 * DAY).toISOString());
}

/** The week so many weeks after another, or before it. */
export function weekAfter({ from }: Week, weeks: number): Week {
  return weekFrom(Date.parse(from) + weeks * 7 * DAY);
}

function weekFrom(monday: number): Week {
  // A week belongs to the year of its Thursday.
  const thursday = new Date(monday + 3 * DAY);
  const year = thursday.getUTCFullYear();
  const nth = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY)) + 1;
  return { name: `${year}-W${String(nth).padStart(2, '0')}`, from: dayOf(monday), to: dayOf(monday + 6 * DAY) };
}

function mondayOf(day: number): number {
  return day - ((new Date(day).getUTCDay() + 6) % 7) * DAY;
}

function dayOf(day: number): string {
  return new Date(day).toISOString().slice(0, 10);
}
