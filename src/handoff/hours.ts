import chineseDays from 'chinese-days';
import { chinaDay } from '../text/china-day.ts';
import { later } from './later.ts';
import { minuteOf } from './time-of-day.ts';

export { sayHours } from './say-hours.ts';

/** Monday is 1, Sunday is 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Times of day in China, `00:00` to `24:00`. Where `to` is not after `from`, it is on the next day: 22:00–02:00; 00:00–00:00 is all day. */
export interface Range {
  readonly from: string;
  readonly to: string;
}

/** When the desk serves, in China's time (UTC+8 all year). A range belongs to the day on which it begins. */
export interface Hours {
  /** A weekday that is left out is off. */
  readonly weekly: Readonly<Partial<Record<Weekday, readonly Range[]>>>;
  /** Whether public holidays are off, and the weekend days worked for them (调休) are on. */
  readonly holidays: boolean;
  /** Days (YYYY-MM-DD) with hours of their own, which go before all else; none is off. */
  readonly exceptions: readonly { readonly date: string; readonly ranges: readonly Range[] }[];
}

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;
const DAY = DAY_MINUTES * MINUTE;
const AHEAD_DAYS = 60;

/** Whether the desk serves at an instant (ISO 8601). Without hours it always does (product rule). */
export function isOpen(hours: Hours | undefined, at: string): boolean {
  if (!hours) return true;
  const now = Date.parse(at);
  return [-DAY, 0].some((back) =>
    spansOn(hours, chinaDay(later(at, back))).some(({ from, to }) => from <= now && now < to),
  );
}

/** The first moment from `at` on when the desk serves: `at` itself where it does; undefined where it will not for 60 days. */
export function nextOpening(hours: Hours | undefined, at: string): string | undefined {
  if (!hours || isOpen(hours, at)) return later(at, 0);
  for (let days = 0; days <= AHEAD_DAYS; days++) {
    const starts = spansOn(hours, chinaDay(later(at, days * DAY))).map(({ from }) => from);
    const first = Math.min(...starts.filter((from) => from >= Date.parse(at)));
    if (Number.isFinite(first)) return new Date(first).toISOString();
  }
  return undefined;
}

/** Whether the public holidays of a year are known. They are announced in the November before; until then its weeks are plain ones. */
export function knowsHolidaysOf(year: number): boolean {
  return announced(`${year}-10-01`) === 'off';
}

function spansOn(hours: Hours, day: string): readonly { readonly from: number; readonly to: number }[] {
  const midnight = Date.parse(`${day}T00:00:00+08:00`);
  return rangesOn(hours, day).map(({ from, to }) => {
    const [begin, end] = [minuteOf(from), minuteOf(to)];
    return {
      from: midnight + begin * MINUTE,
      to: midnight + (end > begin ? end : end + DAY_MINUTES) * MINUTE,
    };
  });
}

function rangesOn({ weekly, holidays, exceptions }: Hours, day: string): readonly Range[] {
  const exception = exceptions.find(({ date }) => date === day);
  if (exception) return exception.ranges;
  const weekday = weekdayOf(day);
  const special = holidays ? announced(day) : undefined;
  if (special === 'off') return [];
  return weekly[special === 'on' ? WORKED_AS[weekday] : weekday] ?? [];
}

/**
 * Whose hours a weekend day has that is worked for a holiday. The notices name no weekday, so the one next to it counts:
 * a Saturday ends a week as Friday does, a Sunday begins one as Monday does.
 */
const WORKED_AS: Readonly<Record<Weekday, Weekday>> = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 5, 7: 1 };

/**
 * What the State Council announced of a day. Only the names tell: the package
 * gets weekdays wrong where the machine's clock is west of UTC, and calls an
 * ordinary Saturday a holiday.
 */
function announced(day: string): 'off' | 'on' | undefined {
  const { name, work } = chineseDays.getDayDetail(day);
  if (!name.includes(',')) return undefined;
  return work ? 'on' : 'off';
}

function weekdayOf(day: string): Weekday {
  return (((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1) as Weekday;
}
