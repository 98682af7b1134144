import { type Kysely, PostgresAdapter } from 'kysely';

/** Whether statements go to PostgreSQL, for the few that both databases do not understand alike. */
export function isPostgres<T>(db: Kysely<T>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}
