import { useQuery } from '@tanstack/react-query';
import { ApiError } from './api-error.ts';
import { call, carryCsrf, onSessionLost } from './call.ts';
import { queryClient } from './query-client.ts';
import type { Session } from './types.ts';

const KEY = ['session'];

/** Who is signed in; null is nobody. */
export function useSession() {
  return useQuery({ queryKey: KEY, queryFn: readSession });
}

let wasLost = false;

/** Whether the last session ended by itself, and not by signing out. */
export function sessionWasLost(): boolean {
  return wasLost;
}

export interface Credentials {
  readonly name: string;
  readonly password: string;
  readonly code?: string;
}

export async function signIn(credentials: Credentials): Promise<void> {
  begin(await call<Session>('POST', '/session', credentials));
}

export async function changePassword(passwords: { readonly old: string; readonly new: string }): Promise<void> {
  begin(await call<Session>('POST', '/password', passwords));
}

/** Forgets all that was shown: the next one at this screen may be somebody else. */
export async function signOut(): Promise<void> {
  await call('DELETE', '/session').catch((error: unknown) => {
    if (!(error instanceof ApiError && error.status === 401)) throw error;
  });
  end();
}

onSessionLost(
  () => {
    wasLost = true;
    end();
  },
  () => {
    const session = queryClient.getQueryData<Session | null>(KEY);
    if (session) queryClient.setQueryData(KEY, { ...session, mustChange: true });
  },
);

async function readSession(): Promise<Session | null> {
  try {
    const session = await call<Session>('GET', '/session');
    carryCsrf(session.csrf);
    return session;
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}

function begin(session: Session): void {
  wasLost = false;
  carryCsrf(session.csrf);
  queryClient.setQueryData(KEY, session);
}

function end(): void {
  queryClient.setQueryData(KEY, null);
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] });
}
