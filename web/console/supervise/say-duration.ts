import { t } from '../../shared/t.ts';

/** 3 分钟, 90 秒. */
export function sayDuration(seconds: number): string {
  return seconds % 60 === 0 ? t('{minutes} 分钟', { minutes: seconds / 60 }) : t('{seconds} 秒', { seconds });
}
