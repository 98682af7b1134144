import { chinaDay } from '../text/china-day.ts';
import type { Hours, Range, Weekday } from './hours.ts';
import { later } from './later.ts';
import { minuteOf } from './time-of-day.ts';

const DAY = 24 * 3_600_000;
const ALL_DAY = 24 * 60;
/** Exceptions further away interest nobody yet. */
const SOON_DAYS = 14;
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/**
 * The hours for people: 周一至周五 9:00–18:00，法定节假日休息，调休上班日照常.
 * With `at` (ISO 8601) also the exceptions of the next 14 days.
 */
export function sayHours({ weekly, holidays, exceptions }: Hours, at?: string): string {
  const days = WEEKDAYS.map((weekday) => ({ nth: weekday, said: sayRanges(weekly[weekday] ?? []) }));
  const open = grouped(days.filter(({ said }) => said !== OFF));
  const week = open.map(({ runs, said }) => `${isAll(runs) ? '每天' : runs.map(weekdays).join('、')} ${said}`);
  return [
    ...(week.length > 0 ? week : ['没有固定的服务时间']),
    ...(holidays && week.length > 0 ? ['法定节假日休息', workedWeekends(days)] : []),
    ...(at === undefined ? [] : sayExceptions(exceptions, at)),
  ].join('，');
}

const OFF = '休息';

/** On a weekend day that is worked, Friday's or Monday's hours hold; said where the weekend has hours of its own. */
function workedWeekends(days: readonly { readonly said: string }[]): string {
  const isOwn = (weekend: number, worked: number) =>
    days[weekend]?.said !== OFF && days[weekend]?.said !== days[worked]?.said;
  return isOwn(5, 4) || isOwn(6, 0) ? '调休上班日同周一至周五' : '调休上班日照常';
}

function sayExceptions(exceptions: Hours['exceptions'], at: string): readonly string[] {
  const [today, end] = [chinaDay(at), chinaDay(later(at, SOON_DAYS * DAY))];
  const soon = exceptions
    .filter(({ date }) => today <= date && date <= end)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ date, ranges }) => ({ nth: Date.parse(date) / DAY, said: sayRanges(ranges) }));
  return grouped(soon).map(
    ({ runs, said }) => `${runs.map((run) => joined(run, dayOfYear)).join('、')}${said === OFF ? '' : ' '}${said}`,
  );
}

function dayOfYear(nth: number): string {
  const [, month, day] = new Date(nth * DAY).toISOString().slice(0, 10).split('-').map(Number);
  return `${month}月${day}日`;
}

function sayRanges(ranges: readonly Range[]): string {
  if (ranges.length === 0) return OFF;
  return ranges.map(sayRange).join('、');
}

function sayRange({ from, to }: Range): string {
  const [begin, end] = [minuteOf(from), minuteOf(to)];
  if (begin === 0 && (end === 0 || end === ALL_DAY)) return '全天';
  return `${bare(from)}–${end > begin ? '' : '次日'}${bare(to)}`;
}

function bare(time: string): string {
  return time.replace(/^0(?=\d)/, '');
}

interface Group {
  readonly said: string;
  /** Days in a row. */
  readonly runs: readonly (readonly number[])[];
}

/** Days with the same hours, in the order of their first. */
function grouped(days: readonly { readonly nth: number; readonly said: string }[]): readonly Group[] {
  return [...new Set(days.map(({ said }) => said))].map((said) => ({
    said,
    runs: runsOf(days.filter((day) => day.said === said).map(({ nth }) => nth)),
  }));
}

function runsOf(ascending: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const nth of ascending) {
    const last = runs.at(-1);
    if (last?.at(-1) === nth - 1) last.push(nth);
    else runs.push([nth]);
  }
  return runs;
}

function isAll(runs: Group['runs']): boolean {
  return runs[0]?.length === WEEKDAYS.length;
}

function weekdays(run: readonly number[]): string {
  return joined(run, (nth) => `周${'一二三四五六日'.charAt(nth - 1)}`);
}

function joined(run: readonly number[], say: (nth: number) => string): string {
  const said = run.map(say);
  return said.length > 2 ? `${said[0]}至${said.at(-1)}` : said.join('、');
}
