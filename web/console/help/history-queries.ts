import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import type { Code, DeskLine, Reason, Summary } from '../api/types.ts';

/** Another conversation of the same person, as the list tells it. */
export interface EarlierTalk {
  readonly talk: string;
  readonly channel: string;
  readonly state: Summary['state'];
  readonly reason: Reason | null;
  readonly code: Code | null;
  readonly entry: { readonly number: number; readonly title: string } | null;
  readonly openedAt: string;
  readonly lastAt: string;
  readonly seq: number;
  readonly lines: readonly { readonly by: DeskLine['by']; readonly text: string }[];
}

/** Who somebody is may become known at any time: asked anew whenever one looks. */
export function useHistory(talk: string) {
  return useQuery({
    queryKey: ['history', talk],
    queryFn: async () =>
      (await call<{ talks: readonly EarlierTalk[] }>('GET', `/talks/${encodeURIComponent(talk)}/history`)).talks,
    refetchOnMount: 'always',
  });
}
