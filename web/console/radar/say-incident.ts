import { t } from '../../shared/t.ts';
import { channelName } from '../words.ts';
import type { Announcement, Incident } from './radar-queries.ts';

/** 第 2 条「非法参数」 */
export function sayWhat({ entry, label }: Pick<Incident, 'entry' | 'label'>): string {
  return entry === null ? t('「{label}」', { label }) : t('第 {entry} 条「{label}」', { entry, label });
}

/** 平时约 2 人 */
export function sayUsual(usual: number): string {
  return usual < 1 ? t('平时不到 1 人') : t('平时约 {count} 人', { count: Math.round(usual) });
}

/** 网页 18，微信 5 */
export function sayAskers(askers: Incident['askers']): string {
  return askers.map(({ channel, talks }) => `${channelName(channel)} ${talks}`).join(t('，'));
}

export function askersOf({ askers }: Incident): number {
  return askers.reduce((sum, { talks }) => sum + talks, 0);
}

/** The running announcement of an incident: the one for the same entry or error. */
export function runningFor({ kind, entry, error }: Incident, all: readonly Announcement[]): Announcement | undefined {
  return all.find((one) => one.running && (kind === 'error' ? one.error === error : one.entry === entry));
}
