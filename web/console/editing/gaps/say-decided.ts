import { t } from '../../../shared/t.ts';
import type { Decided } from '../types.ts';

/** What the assistant would do, with how sure it is. */
export function sayDecided({ kind, entries, confidence }: Decided): string {
  const sure = confidence.toFixed(2);
  if (kind === 'answer') return t('回答{entries}，把握 {sure}', { entries: sayEntries(entries), sure });
  if (kind === 'clarify') return t('反问：{entries}', { entries: sayEntries(entries) });
  if (kind === 'not-covered') return t('说没有这一条，把握 {sure}', { sure });
  return t('不归条目回答');
}

export function sayEntries(entries: readonly number[]): string {
  return entries.map((entry) => t('第{entry}条', { entry })).join(t('、'));
}
