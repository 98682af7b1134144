import { memoryLock } from './memory-lock.ts';
import { type PostgresLock, postgresLock } from './postgres-lock.ts';

interface LockOptions {
  readonly databaseUrl?: string | undefined;
  readonly onFault: (error: unknown) => void;
}

/** The lock that fits: within this process, or over all instances of a database. */
export function openLock({ databaseUrl, onFault }: LockOptions): PostgresLock {
  if (databaseUrl !== undefined) return postgresLock({ url: databaseUrl, onFault });
  return { run: memoryLock().run, async close() {} };
}
