import { t } from '../../shared/t.ts';

const COUNT = new Intl.NumberFormat('zh-CN');

export function sayCount(count: number): string {
  return COUNT.format(count);
}

/** 78.6% */
export function sayShare(share: number | null): string {
  return share === null ? '—' : `${(share * 100).toFixed(1)}%`;
}

/** 25 秒, 3 分 20 秒, 1 小时 5 分, 2 天 3 小时. */
export function sayTime(ms: number | null): string {
  if (ms === null) return '—';
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return t('{s} 秒', { s: seconds });
  if (seconds < 3600)
    return both(
      seconds,
      60,
      (m, s) => t('{m} 分 {s} 秒', { m, s }),
      (m) => t('{m} 分', { m }),
    );
  const minutes = Math.round(seconds / 60);
  if (minutes < 1440)
    return both(
      minutes,
      60,
      (h, m) => t('{h} 小时 {m} 分', { h, m }),
      (h) => t('{h} 小时', { h }),
    );
  const hours = Math.round(minutes / 60);
  return both(
    hours,
    24,
    (d, h) => t('{d} 天 {h} 小时', { d, h }),
    (d) => t('{d} 天', { d }),
  );
}

function both(
  value: number,
  unit: number,
  say: (whole: number, rest: number) => string,
  sayWhole: (whole: number) => string,
): string {
  const [whole, rest] = [Math.floor(value / unit), value % unit];
  return rest === 0 ? sayWhole(whole) : say(whole, rest);
}

/** 多 121（+7.5%）; against nothing there is no percentage. */
export function sayMore({ now, before }: { readonly now: number; readonly before: number }): string {
  if (now === before) return t('持平');
  const count = sayCount(Math.abs(now - before));
  if (before === 0) return t('多 {count}', { count });
  const share = `${Math.abs(((now - before) / before) * 100).toFixed(1)}%`;
  return now > before ? t('多 {count}（+{share}）', { count, share }) : t('少 {count}（−{share}）', { count, share });
}

/** 多 7, for tables. */
export function sayMoreShortly({ now, before }: { readonly now: number; readonly before: number }): string {
  if (now === before) return t('持平');
  const count = sayCount(Math.abs(now - before));
  return now > before ? t('多 {count}', { count }) : t('少 {count}', { count });
}

/** 高 1.8 点, for tables. */
export function sayPointsShortly({ now, before }: Known): string {
  if (now === null || before === null) return '—';
  const count = (Math.abs(now - before) * 100).toFixed(1);
  if (count === '0.0') return t('持平');
  return now > before ? t('高 {count} 点', { count }) : t('低 {count} 点', { count });
}

interface Known {
  readonly now: number | null;
  readonly before: number | null;
}

/** 高 1.8 个百分点; — where one of them is not known. */
export function sayPoints({ now, before }: Known): string {
  if (now === null || before === null) return '—';
  const points = (now - before) * 100;
  const count = Math.abs(points).toFixed(1);
  if (count === '0.0') return t('持平');
  return points > 0 ? t('高 {count} 个百分点（+）', { count }) : t('低 {count} 个百分点（−）', { count });
}

/** 快 3 秒; — where one of them is not known. */
export function sayFaster({ now, before }: Known): string {
  if (now === null || before === null) return '—';
  // Of the seconds that are shown, so that the three agree.
  const seconds = Math.round(now / 1000) - Math.round(before / 1000);
  if (seconds === 0) return t('持平');
  const time = sayTime(Math.abs(seconds) * 1000);
  return seconds < 0 ? t('快 {time}（−）', { time }) : t('慢 {time}（+）', { time });
}

/** 高 0.12 分 */
export function sayHigher({ now, before }: Known): string {
  if (now === null || before === null) return '—';
  const count = Math.abs(now - before).toFixed(2);
  if (count === '0.00') return t('持平');
  return now > before ? t('高 {count} 分（+）', { count }) : t('低 {count} 分（−）', { count });
}

const WEEKDAYS = () => [t('周日'), t('周一'), t('周二'), t('周三'), t('周四'), t('周五'), t('周六')];

/** 11-17 周二 */
export function sayDay(day: string): string {
  return `${day.slice(5)} ${WEEKDAYS()[new Date(day).getUTCDay()] ?? ''}`;
}
