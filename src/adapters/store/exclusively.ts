import { type Kysely, sql, type Transaction } from 'kysely';
import { isPostgres } from './is-postgres.ts';
import type { Tables } from './tables.ts';

/**
 * A transaction that sees the agents as they are and lets nobody else change them meanwhile: numbers stay unique, and
 * two supervisors who disable each other at the same moment do not both succeed. SQLite has one writer anyway.
 */
export function exclusively<T>(db: Kysely<Tables>, job: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (transaction) => {
    if (isPostgres(db)) await sql`lock table agents in share row exclusive mode`.execute(transaction);
    return job(transaction);
  });
}
