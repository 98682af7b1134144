import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Report, Section } from '../../../src/adapters/console/reports/schema.ts';
import { t } from '../../shared/t.ts';
import { call } from '../api/call.ts';
import type { Period } from './period.ts';
import { saveFile } from './save-file.ts';

export type { Report, Section };

/** Numbers that are a minute old are read again when somebody comes back to them. */
const FRESH_MS = 60_000;

export function useReport({ from, to }: Period) {
  return useQuery({
    queryKey: ['reports', from, to],
    queryFn: () => call<Report>('GET', `/reports?from=${from}&to=${to}`),
    staleTime: FRESH_MS,
    placeholderData: keepPreviousData,
  });
}

/** Saves the table of a section as a file. */
export function downloadCsv(section: Section, { from, to }: Period): Promise<void> {
  return saveFile(`/reports/${section}.csv?from=${from}&to=${to}`, `${section}-${from}-${to}.csv`, {
    offline: t('网络不通，表格没有下载。请检查网络后重试。'),
    failed: t('表格没有下载，请稍后重试。'),
  });
}
