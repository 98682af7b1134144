import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Report, Section } from '../../../src/adapters/console/reports/schema.ts';
import { t } from '../../shared/t.ts';
import { ApiError } from '../api/api-error.ts';
import { call } from '../api/call.ts';
import type { Period } from './period.ts';

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
export async function downloadCsv(section: Section, { from, to }: Period): Promise<void> {
  const name = `${section}.csv`;
  let response: Response;
  try {
    response = await fetch(`/api/console/reports/${name}?from=${from}&to=${to}`, { cache: 'no-store' });
  } catch {
    throw new ApiError(0, 'network', t('网络不通，表格没有下载。请检查网络后重试。'));
  }
  if (!response.ok) throw await refusal(response);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = `${section}-${from}-${to}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}

async function refusal(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => undefined)) as
    | { readonly error?: { readonly code: string; readonly message: string } }
    | undefined;
  const { code = 'unknown', message = t('表格没有下载，请稍后重试。') } = body?.error ?? {};
  return new ApiError(response.status, code, message);
}
