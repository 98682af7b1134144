import { type Hours, isOpen, knowsHolidaysOf, nextOpening } from '../../../src/handoff/hours.ts';
import { sayHours } from '../../../src/handoff/say-hours.ts';
import { chinaDay } from '../../../src/text/china-day.ts';
import { t, written } from '../../shared/t.ts';
import { timeOf } from '../times.ts';
import { useNow } from '../use-now.ts';
import { isProblematic } from './hours-problems.ts';

interface HoursSummaryProps {
  readonly hours: Hours | null;
  readonly isChanged: boolean;
}

/** The hours in the words that people are told, by the rules that decide whether the desk serves. */
export function HoursSummary({ hours, isChanged }: HoursSummaryProps) {
  // A minute is near enough, and spares counting holidays every second.
  const now = Math.floor(useNow() / 60_000) * 60_000;
  const at = new Date(now).toISOString();
  const isReadable = hours === null || !isProblematic(hours);
  return (
    <section className="panel hours-summary" aria-label={t('告诉用户的话')}>
      <p className="form-label">{isChanged ? t('保存之后这样告诉用户') : t('现在这样告诉用户')}</p>
      <p className="hours-said">
        {hours === null ? t('不说服务时间：有客服在接待就转人工') : isReadable ? written(sayHours(hours, at)) : '…'}
      </p>
      {hours !== null && isReadable && <p>{sayNow(hours, at, now)}</p>}
      {hours?.holidays && <HolidaysKnown at={at} />}
    </section>
  );
}

function sayNow(hours: Hours, at: string, now: number): string {
  if (isOpen(hours, at)) return t('按这个安排，现在是服务时间。');
  const next = nextOpening(hours, at);
  if (next === undefined) return t('按这个安排，60 天内都没有服务时间，用户只能留言。');
  return t('按这个安排，现在不是服务时间，下次开始是 {time}。', { time: timeOf(next, now) });
}

/** The holidays of a year are announced in the November before: until then nobody can know them. */
function HolidaysKnown({ at }: { readonly at: string }) {
  const [year = 0, month = 0] = chinaDay(at).split('-').map(Number);
  const first = (month < 11 ? [year] : [year, year + 1]).find((one) => !knowsHolidaysOf(one));
  if (first === undefined) return null;
  return (
    <p className="form-hint">
      {t('{year} 年的节假日安排还没有收录，到时按普通的星期算；升级本服务会带来，也可以先在下面写上。', {
        year: first,
      })}
    </p>
  );
}
