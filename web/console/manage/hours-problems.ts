import type { Hours, Range } from '../../../src/handoff/hours.ts';
import { minuteOf } from '../../../src/handoff/time-of-day.ts';
import { t } from '../../shared/t.ts';

const DAY = 24 * 60;

/** Where to begin: nothing holds before it is saved. */
export const USUAL_HOURS: Hours = {
  weekly: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [{ from: '09:00', to: '18:00' }]])),
  holidays: true,
  exceptions: [],
};

/** What is wrong with the ranges of a day, in words; undefined where nothing is. */
export function problemOf(ranges: readonly Range[]): string | undefined {
  if (ranges.some(({ from, to }) => Number.isNaN(minuteOf(from)) || Number.isNaN(minuteOf(to)))) {
    return t('请把开始和结束时间都写上。');
  }
  const spans = ranges
    .map(({ from, to }) => {
      const [begin, end] = [minuteOf(from), minuteOf(to)];
      return { begin, end: end > begin ? end : end + DAY };
    })
    .sort((a, b) => a.begin - b.begin);
  const overlaps = spans.some(({ begin }, at) => begin < (spans[at - 1]?.end ?? 0));
  return overlaps ? t('有两段时间重叠，请合成一段或者改开。') : undefined;
}

/** What is wrong with the days of their own. */
export function problemOfDate(exceptions: Hours['exceptions'], date: string): string | undefined {
  if (date === '') return t('请选日期。');
  return exceptions.filter((one) => one.date === date).length > 1 ? t('这一天写了两次，请去掉一次。') : undefined;
}

export function isProblematic({ weekly, exceptions }: Hours): boolean {
  const days = [...Object.values(weekly), ...exceptions.map(({ ranges }) => ranges)];
  return (
    days.some((ranges) => problemOf(ranges ?? []) !== undefined) ||
    exceptions.some(({ date }) => problemOfDate(exceptions, date) !== undefined)
  );
}
