import { Button } from 'antd';
import type { Range } from '../../../src/handoff/hours.ts';
import { minuteOf } from '../../../src/handoff/time-of-day.ts';
import { t } from '../../shared/t.ts';
import { Icon } from '../parts/icon.tsx';
import { problemOf } from './hours-problems.ts';
import { TimeField } from './time-field.tsx';

/** As many as the server takes for a day. */
const MOST = 6;

interface RangeFieldsProps {
  /** Whose they are, for those who listen: 周一. */
  readonly of: string;
  readonly ranges: readonly Range[];
  readonly change: (next: readonly Range[]) => void;
}

/** The times of a day at which the desk serves; none is off. */
export function RangeFields({ of, ranges, change }: RangeFieldsProps) {
  const problem = problemOf(ranges);
  const set = (at: number, next: Partial<Range>): void =>
    change(ranges.map((range, nth) => (nth === at ? { ...range, ...next } : range)));
  return (
    <div className="ranges">
      {ranges.length === 0 && <span className="range-off">{t('休息')}</span>}
      {ranges.map((range, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a field must stay the same one while it is typed into.
        <span key={at} className="range">
          <TimeField
            label={t('{day}第 {nth} 段，从', { day: of, nth: at + 1 })}
            value={range.from}
            change={(from) => set(at, { from })}
          />
          <span aria-hidden="true">–</span>
          <TimeField
            label={t('{day}第 {nth} 段，到', { day: of, nth: at + 1 })}
            value={range.to}
            change={(to) => set(at, { to })}
          />
          <span className="range-note">{noteOn(range)}</span>
          <button
            type="button"
            className="quiet"
            aria-label={t('去掉{day}第 {nth} 段', { day: of, nth: at + 1 })}
            onClick={() => change(ranges.filter((_, nth) => nth !== at))}
          >
            <Icon name="close" size={16} />
          </button>
        </span>
      ))}
      {ranges.length < MOST && (
        <Button
          type="link"
          aria-label={t('给{day}加一段', { day: of })}
          onClick={() => change([...ranges, nextAfter(ranges)])}
        >
          {t('加一段')}
        </Button>
      )}
      {problem && (
        <p className="form-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function noteOn({ from, to }: Range): string {
  const [begin, end] = [minuteOf(from), minuteOf(to)];
  if (Number.isNaN(begin) || Number.isNaN(end) || end > begin) return '';
  return begin === 0 && end === 0 ? t('全天') : t('到次日');
}

/** After a morning comes an afternoon. */
function nextAfter(ranges: readonly Range[]): Range {
  const last = ranges.at(-1);
  if (!last || Number.isNaN(minuteOf(last.to))) return { from: '09:00', to: '18:00' };
  const begin = Math.min(22, Math.ceil(minuteOf(last.to) / 60) + 1);
  const hour = (of: number): string => `${String(of).padStart(2, '0')}:00`;
  return { from: hour(begin), to: hour(Math.min(23, begin + 4)) };
}
