import { weekAfter, weekAt, weekNamed } from '../../../src/adapters/console/reports/weekly/week.ts';
import { t } from '../../shared/t.ts';
import { serverNow } from '../api/server-clock.ts';
import { Icon } from '../parts/icon.tsx';

interface WeekPickerProps {
  /** 2026-W47; undefined until it is known. */
  readonly week: string | undefined;
  readonly choose: (week: string) => void;
}

/** Weeks that are offered: half a year. */
const OFFERED = 26;

/** Which week: one of the last half year, or the one before and after. */
export function WeekPicker({ week, choose }: WeekPickerProps) {
  const now = weekAt(new Date(serverNow()).toISOString());
  const names = Array.from({ length: OFFERED }, (_, ago) => weekAfter(now, -ago).name);
  const shown = week === undefined || names.includes(week) ? names : [...names, week].sort().reverse();
  const chosen = week === undefined ? undefined : weekNamed(week);
  const [earlier, later] = [-1, 1].map((weeks) => chosen && weekAfter(chosen, weeks));
  return (
    <div className="week-picker">
      <Step name={t('前一周')} icon="back" to={earlier?.name} choose={choose} />
      <select
        className="native"
        aria-label={t('哪一周')}
        value={week ?? ''}
        onChange={({ target }) => choose(target.value)}
      >
        {week === undefined && <option value="" />}
        {shown.map((name) => (
          <option key={name} value={name}>
            {name === now.name ? t('{week}（本周）', { week: sayWeek(name) }) : sayWeek(name)}
          </option>
        ))}
      </select>
      <Step
        name={t('后一周')}
        icon="right"
        to={later && later.from <= now.from ? later.name : undefined}
        choose={choose}
      />
    </div>
  );
}

interface StepProps {
  readonly name: string;
  readonly icon: 'back' | 'right';
  readonly to: string | undefined;
  readonly choose: (week: string) => void;
}

function Step({ name, icon, to, choose }: StepProps) {
  return (
    <button type="button" aria-label={name} disabled={to === undefined} onClick={() => to !== undefined && choose(to)}>
      <Icon name={icon} />
    </button>
  );
}

/** 2026-W47 · 11-16 – 11-22 */
function sayWeek(name: string): string {
  const week = weekNamed(name);
  return week ? `${name} · ${week.from.slice(5)} – ${week.to.slice(5)}` : name;
}
