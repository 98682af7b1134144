import { Button } from 'antd';
import type { Hours } from '../../../src/handoff/hours.ts';
import { chinaDay } from '../../../src/text/china-day.ts';
import { t } from '../../shared/t.ts';
import { useNow } from '../use-now.ts';
import { problemOfDate } from './hours-problems.ts';
import { RangeFields } from './range-fields.tsx';
import { weekdayName } from './weekday-name.ts';

interface ExceptionRowsProps {
  readonly hours: Hours;
  readonly change: (next: Hours) => void;
}

/** Days that go before the week and the holidays. */
export function ExceptionRows({ hours, change }: ExceptionRowsProps) {
  const today = chinaDay(new Date(useNow()).toISOString());
  const { exceptions } = hours;
  const put = (next: Hours['exceptions']): void => change({ ...hours, exceptions: next });
  return (
    <section className="panel">
      <div className="panel-head">
        <h3>{t('另外安排的日子')}</h3>
        <Button onClick={() => put([...exceptions, { date: '', ranges: [] }])}>{t('加一天')}</Button>
      </div>
      {exceptions.length === 0 && (
        <p className="form-hint">
          {t('例如年会那天只开半天，或者某个节假日照常接待。这里写的比每周时间和节假日优先。')}
        </p>
      )}
      <ul className="week">
        {exceptions.map(({ date, ranges }, at) => {
          const problem = problemOfDate(exceptions, date);
          const name = date === '' ? t('第 {nth} 个日子', { nth: at + 1 }) : date;
          const set = (next: Partial<Hours['exceptions'][number]>): void =>
            put(exceptions.map((one, nth) => (nth === at ? { ...one, ...next } : one)));
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a field must stay the same one while it is typed into.
            <li key={at} className="week-row">
              <span className="exception-date">
                <input
                  type="date"
                  className="native"
                  aria-label={t('日期')}
                  aria-invalid={problem !== undefined}
                  value={date}
                  onChange={(event) => set({ date: event.target.value })}
                />
                {date !== '' && <span className="form-hint">{dayName(date)}</span>}
                {date !== '' && date < today && <span className="chip">{t('已经过去')}</span>}
                {problem && <span className="form-problem">{problem}</span>}
              </span>
              <RangeFields of={name} ranges={ranges} change={(next) => set({ ranges: next })} />
              <Button
                type="link"
                danger
                aria-label={t('去掉{day}', { day: name })}
                onClick={() => put(exceptions.filter((_, nth) => nth !== at))}
              >
                {t('去掉')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** 3月5日 周四: dates are typed in the order that the browser's own language has. */
function dayName(date: string): string {
  const [, month = 0, day = 0] = date.split('-').map(Number);
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  return t('{month}月{day}日 {weekday}', { month, day, weekday: weekdayName(weekday) });
}
