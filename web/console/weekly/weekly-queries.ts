import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Weekly } from '../../../src/adapters/console/reports/weekly/weekly-schema.ts';
import { t } from '../../shared/t.ts';
import { call } from '../api/call.ts';
import { saveFile } from '../reports/save-file.ts';

export type { Weekly };

/** What is a minute old is read again when somebody comes back to it. */
const FRESH_MS = 60_000;

/** Of a week like 2026-W47; the last one that is over where none is named. */
export function useWeekly(week: string | undefined) {
  return useQuery({
    queryKey: ['content', 'weekly', week],
    queryFn: () => call<Weekly>('GET', `/content/weekly${queryOf(week)}`),
    staleTime: FRESH_MS,
    placeholderData: keepPreviousData,
  });
}

/** Saves the report as a Markdown file. */
export function downloadWeekly(week: string): Promise<void> {
  return saveFile(`/content/weekly.md${queryOf(week)}`, `weekly-${week}.md`, {
    offline: t('网络不通，周报没有下载。请检查网络后重试。'),
    failed: t('周报没有下载，请稍后重试。'),
  });
}

function queryOf(week: string | undefined): string {
  return week === undefined ? '' : `?week=${week}`;
}
