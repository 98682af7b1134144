import { Button } from 'antd';
import type { Hours, Range, Weekday } from '../../../src/handoff/hours.ts';
import { t } from '../../shared/t.ts';
import { RangeFields } from './range-fields.tsx';
import { weekdayName } from './weekday-name.ts';

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];

interface WeekRowsProps {
  readonly hours: Hours;
  readonly change: (next: Hours) => void;
}

/** A week, a day a row. */
export function WeekRows({ hours, change }: WeekRowsProps) {
  const { weekly } = hours;
  const set = (days: readonly Weekday[], ranges: readonly Range[]): void => {
    const kept = Object.entries(weekly).filter(([day]) => !days.includes(Number(day) as Weekday));
    const added = ranges.length === 0 ? [] : days.map((day) => [String(day), ranges] as const);
    change({ ...hours, weekly: Object.fromEntries([...kept, ...added].sort(([a], [b]) => Number(a) - Number(b))) });
  };
  const monday = weekly[1] ?? [];
  const differs = WORKDAYS.some((day) => JSON.stringify(weekly[day] ?? []) !== JSON.stringify(monday));
  return (
    <div className="week">
      {WEEKDAYS.map((day) => (
        <div key={day} className="week-row">
          <b>{weekdayName(day)}</b>
          <RangeFields of={weekdayName(day)} ranges={weekly[day] ?? []} change={(ranges) => set([day], ranges)} />
          {day === 1 && differs && (
            <Button type="link" onClick={() => set(WORKDAYS, monday)}>
              {t('周二到周五也这样')}
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}
