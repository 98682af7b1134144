import { t } from '../../shared/t.ts';
import { locale } from '../locale.ts';

/** `今天 14:32`, `3月2日 14:32`: as short as the day allows. */
export function moment(at: string, now = new Date()): string {
  const then = new Date(at);
  const isToday = then.toDateString() === now.toDateString();
  const day = isToday
    ? t('今天')
    : new Intl.DateTimeFormat(locale.value, { month: 'long', day: 'numeric' }).format(then);
  const clock = new Intl.DateTimeFormat(locale.value, { hour: '2-digit', minute: '2-digit', hour12: false }).format(
    then,
  );
  return `${day} ${clock}`;
}

/** `2026年3月2日 14:32`: for what is kept. */
export function dateAndTime(at: string): string {
  const clock = { hour: '2-digit', minute: '2-digit', hour12: false } as const;
  return new Intl.DateTimeFormat(locale.value, { year: 'numeric', month: 'long', day: 'numeric', ...clock }).format(
    new Date(at),
  );
}
