import { t } from '../../shared/t.ts';

/** Monday is 1. */
export function weekdayName(day: number): string {
  return [t('周一'), t('周二'), t('周三'), t('周四'), t('周五'), t('周六'), t('周日')][day - 1] ?? '';
}
