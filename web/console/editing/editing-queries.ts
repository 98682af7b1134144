import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ApiError } from '../api/api-error.ts';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import type {
  Canned,
  Changed,
  Entries,
  Gaps,
  NewTrial,
  Preview,
  Reminder,
  Revision,
  Rules,
  Suggestion,
  Trial,
} from './types.ts';

/** All under one key: a change of one part shows in others, and is itself a revision. */
const CONTENT = 'content';
/** Milliseconds between two looks at a trial that runs. */
const TRIAL_EVERY = 1_000;
/** When to read again what is being learnt: nothing tells an editor's page that it is done. */
const LEARNT_AFTER = [5, 10, 15, 20, 30, 40, 60, 90, 120].map((seconds) => seconds * 1000);

const read = { refetchOnMount: 'always' } as const;

export function useEntries() {
  return useQuery({
    queryKey: [CONTENT, 'entries'],
    queryFn: () => call<Entries>('GET', '/content/entries'),
    ...read,
  });
}

export function usePreview(entry: number) {
  return useQuery({
    queryKey: [CONTENT, 'preview', entry],
    queryFn: () => call<Preview>('GET', `/content/entries/${entry}/preview`),
    ...read,
  });
}

export function useGaps(days: number) {
  return useQuery({
    queryKey: [CONTENT, 'gaps', days],
    queryFn: () => call<Gaps>('GET', `/content/gaps?days=${days}`),
    ...read,
  });
}

export function useSuggestions(days: number) {
  return useQuery({
    queryKey: [CONTENT, 'suggestions', days],
    queryFn: async () =>
      (await call<{ suggestions: readonly Suggestion[] }>('GET', `/content/suggestions?days=${days}`)).suggestions,
    ...read,
  });
}

export function useReminders() {
  return useQuery({
    queryKey: [CONTENT, 'reminders'],
    queryFn: async () => (await call<{ reminders: readonly Reminder[] }>('GET', '/content/reminders')).reminders,
    ...read,
  });
}

export function useRules() {
  return useQuery({ queryKey: [CONTENT, 'rules'], queryFn: () => call<Rules>('GET', '/content/rules'), ...read });
}

export function useCanned() {
  return useQuery({
    queryKey: [CONTENT, 'canned'],
    queryFn: async () => (await call<{ canned: readonly Canned[] }>('GET', '/canned')).canned,
    ...read,
  });
}

/** A trial by its id, looked at again until it has ended. */
export function useTrial(id: string | undefined) {
  return useQuery({
    queryKey: ['trial', id],
    enabled: id !== undefined,
    queryFn: () => call<Trial>('GET', `/content/trials/${encodeURIComponent(id ?? '')}`),
    refetchInterval: ({ state: { data, error } }) => {
      // A service that was started anew knows it no more.
      if (error instanceof ApiError && error.status === 404) return false;
      return data && data.state !== 'queued' && data.state !== 'running' ? false : TRIAL_EVERY;
    },
    ...read,
  });
}

/** Revisions that are read at once. */
export const REVISIONS_PAGE = 30;

export function useRevisions(subject: string) {
  return useInfiniteQuery({
    queryKey: [CONTENT, 'revisions', subject],
    initialPageParam: undefined as number | undefined,
    queryFn: async ({ pageParam: before }) => {
      const query = new URLSearchParams({ limit: String(REVISIONS_PAGE) });
      if (before !== undefined) query.set('before', String(before));
      if (subject !== '') query.set('subject', subject);
      return (await call<{ revisions: readonly Revision[] }>('GET', `/content/revisions?${query}`)).revisions;
    },
    getNextPageParam: (page) => (page.length < REVISIONS_PAGE ? undefined : page.at(-1)?.id),
    ...read,
  });
}

export function beginTrial(trial: NewTrial): Promise<{ readonly id: string }> {
  return call('POST', '/content/trials', trial);
}

/** Changes something; everything that is shown of the content is read again, also where it was refused. */
export async function changeContent<Answer = Changed>(
  method: 'POST' | 'PUT',
  path: string,
  body: object,
): Promise<Answer> {
  try {
    const answer = await call<Answer & { readonly applied?: boolean }>(method, path, body);
    if (answer.applied === false) for (const ms of LEARNT_AFTER) setTimeout(refreshContent, ms);
    return answer;
  } finally {
    refreshContent();
  }
}

function refreshContent(): void {
  void queryClient.invalidateQueries({ queryKey: [CONTENT] });
  void queryClient.invalidateQueries({ queryKey: ['replies'] });
}

export function undoRevision(id: number): Promise<Changed> {
  return changeContent('POST', `/content/revisions/${id}/undo`, {});
}
