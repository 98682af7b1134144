import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as link from '../../../src/adapters/console/dingtalk-link-route.ts';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';

export type DingtalkLink = z.output<typeof link.LinkState>;
export type DingtalkCode = z.output<typeof link.LinkCode>;

const KEY = ['dingtalk-link'];
/** Milliseconds between two looks while a code is shown: it is used elsewhere. */
const LOOK_EVERY = 3_000;

/** Whether one's own account is linked. `waits`: a code is shown that may be used any moment. */
export function useDingtalkLink(waits: boolean) {
  return useQuery({
    queryKey: KEY,
    queryFn: () => call<DingtalkLink>('GET', '/me/dingtalk'),
    refetchInterval: waits ? LOOK_EVERY : false,
  });
}

export function offerDingtalkCode(): Promise<DingtalkCode> {
  return call<DingtalkCode>('POST', '/me/dingtalk');
}

export async function unlinkDingtalk(): Promise<void> {
  queryClient.setQueryData(KEY, await call<DingtalkLink>('DELETE', '/me/dingtalk'));
}
