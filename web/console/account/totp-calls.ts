import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import type { Session } from '../api/types.ts';

export interface TotpOffer {
  /** Base32, to be typed where nothing can be scanned. */
  readonly secret: string;
  /** otpauth:// */
  readonly uri: string;
}

export function beginTotp(): Promise<TotpOffer> {
  return call<TotpOffer>('POST', '/totp');
}

export async function confirmTotp(code: string): Promise<void> {
  keep(await call<{ totp: boolean }>('PUT', '/totp', { code }));
}

export async function removeTotp(password: string): Promise<void> {
  keep(await call<{ totp: boolean }>('DELETE', '/totp', { password }));
}

function keep({ totp }: { readonly totp: boolean }): void {
  queryClient.setQueryData<Session | null>(['session'], (session) => session && { ...session, totp });
}
