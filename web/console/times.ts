import { t } from '../shared/t.ts';

/** Times as agents in China read them, whatever the machine's own zone is. */
const ZONE = 'Asia/Shanghai';
/** Of which day and year an instant is, to compare: 2026-03-01. */
const DATE = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });
const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });

/** 14:09 today, 03-01 14:09 on another day, 2025-03-01 14:09 of another year. */
export function timeOf(at: string, now: number): string {
  const date = new Date(at);
  const [day, today] = [DATE.format(date), DATE.format(now)];
  const clock = CLOCK.format(date);
  if (day === today) return clock;
  return `${day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day} ${clock}`;
}

/** 2:06, 1:02:06; from a day on roughly. */
export function stopwatch(ms: number): string {
  if (ms >= 86_400_000) return roughly(ms);
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = String(seconds % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** Roughly how long: 不到 1 分, 6 分, 3 小时, 2 天. */
export function roughly(ms: number): string {
  const minutes = Math.floor(Math.max(0, ms) / 60_000);
  if (minutes < 1) return t('不到 1 分');
  if (minutes < 60) return t('{minutes} 分', { minutes });
  if (minutes < 1440) return t('{hours} 小时', { hours: Math.floor(minutes / 60) });
  return t('{days} 天', { days: Math.floor(minutes / 1440) });
}
