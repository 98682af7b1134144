import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Colleague as ColleagueSchema } from '../../../src/adapters/console/agents-routes.ts';
import type { Entry as AuditSchema } from '../../../src/adapters/console/audit-route.ts';
import type { Hours } from '../../../src/handoff/hours.ts';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';

export type Colleague = z.output<typeof ColleagueSchema>;
export type Role = Colleague['role'];
export type AuditEntry = z.output<typeof AuditSchema>;

const KEYS = { colleagues: ['colleagues'], hours: ['hours'] } as const;

/** All people of the desk, also those who are disabled. */
export function useColleagues() {
  return useQuery({
    queryKey: KEYS.colleagues,
    queryFn: async () => (await call<{ agents: readonly Colleague[] }>('GET', '/agents')).agents,
    refetchOnMount: 'always',
  });
}

export interface WithPassword {
  readonly agent: Colleague;
  /** Told this once. */
  readonly password: string;
}

export async function addColleague(person: Pick<Colleague, 'name' | 'role'>): Promise<WithPassword> {
  return refreshed(await call<WithPassword>('POST', '/agents', person));
}

export async function resetPassword(id: string): Promise<WithPassword> {
  return refreshed(await call<WithPassword>('POST', `/agents/${encodeURIComponent(id)}/reset`));
}

export async function changeColleague(
  id: string,
  change: { readonly role?: Role; readonly disabled?: boolean },
): Promise<void> {
  await call('PATCH', `/agents/${encodeURIComponent(id)}`, change).finally(refreshColleagues);
}

async function refreshed<T>(answer: T): Promise<T> {
  await refreshColleagues();
  return answer;
}

function refreshColleagues(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: KEYS.colleagues });
}

/** When the desk serves; null is always. */
export function useHours() {
  return useQuery({
    queryKey: KEYS.hours,
    queryFn: async () => (await call<{ hours: Hours | null }>('GET', '/hours')).hours,
    refetchOnMount: 'always',
  });
}

export async function saveHours(hours: Hours | null): Promise<void> {
  const saved = await call<{ hours: Hours | null }>('PUT', '/hours', { hours });
  queryClient.setQueryData(KEYS.hours, saved.hours);
}

export interface AuditFilter {
  readonly who: string;
  /** Kinds, with commas between them. */
  readonly what: string;
}

/** Entries that are read at once. */
export const AUDIT_PAGE = 50;

/** The log, newest first, read further back page by page. */
export function useAudit({ who, what }: AuditFilter) {
  return useInfiniteQuery({
    queryKey: ['audit', who, what],
    initialPageParam: undefined as number | undefined,
    queryFn: async ({ pageParam: before }) => {
      const query = new URLSearchParams({ limit: String(AUDIT_PAGE) });
      if (before !== undefined) query.set('before', String(before));
      if (who !== '') query.set('who', who);
      if (what !== '') query.set('what', what);
      return (await call<{ entries: readonly AuditEntry[] }>('GET', `/audit?${query}`)).entries;
    },
    getNextPageParam: (page) => (page.length < AUDIT_PAGE ? undefined : page.at(-1)?.id),
    refetchOnMount: 'always',
  });
}
