import type { Act } from '../../../src/adapters/store/agent.ts';
import type { NewAgent } from '../../../src/adapters/store/agents.ts';
import type { StorePlace } from '../../../src/adapters/store/open-store.ts';
import type { NewSession, Verified } from '../../../src/adapters/store/sessions.ts';
import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import { opened } from './stores.ts';

export const AT = '2026-03-01T08:00:00.000Z';
export const ACT: Act = { at: AT, by: 'cli' };

/** A moment so many minutes after AT. */
export const later = (minutes: number): string => new Date(Date.parse(AT) + minutes * 60_000).toISOString();

/** Somebody whose name is their id; the store asks nothing of hashes but whether they are the same. */
export function newAgent(id: string, rest: Partial<NewAgent> = {}): NewAgent {
  return { id, name: id, role: 'agent', passwordHash: `hash-of-${id}`, mustChange: false, ...rest };
}

export function newSession(agent: string, rest: Partial<NewSession> = {}): NewSession {
  return { tokenHash: `token-of-${agent}`, agent, csrf: `csrf-of-${agent}`, at: AT, expiresAt: later(60), ...rest };
}

/** What signing in compared, for a `newAgent` without codes. */
export function verified(agent: string, rest: Partial<Verified> = {}): Verified {
  return { passwordHash: `hash-of-${agent}`, totp: null, step: null, nameDigest: `digest-of-${agent}`, ...rest };
}

/** Two instances of the service. In one process two of SQLite would wait for each other without end: there it is one. */
export async function instances(where: StorePlace): Promise<readonly [SqlStore, SqlStore]> {
  const one = await opened(where);
  return [one, where.databaseUrl ? await opened(where) : one];
}
