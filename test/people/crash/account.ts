import { newSession } from '../../../src/adapters/console/new-session.ts';
import type { Role } from '../../../src/adapters/store/agent.ts';
import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';

/** Somebody of the desk who is signed in. */
export interface Account {
  readonly id: string;
  /** Of every call of theirs. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Adds somebody to the desk and signs them in, without a password ever being checked, which takes its time. */
export async function account(store: SqlStore, name: string, now: Date, role: Role = 'agent'): Promise<Account> {
  const id = `agent-${name}`;
  const passwordHash = `none-${name}`;
  const at = now.toISOString();
  await store.agents.add({ id, name, role, passwordHash, mustChange: false }, { at, by: 'cli' });
  const { token, session } = newSession(id, now);
  await store.sessions.open(session, { passwordHash, totp: null, step: null, nameDigest: '' });
  return { id, headers: { cookie: `beian-agent=${token}`, 'x-csrf-token': session.csrf } };
}
