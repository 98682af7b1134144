import { type Kysely, sql } from 'kysely';
import { isPostgres } from './is-postgres.ts';
import type { Tables } from './tables.ts';

/** Milliseconds by which this machine's clock is ahead of the database's; undefined where both are of one machine. */
export async function clockSkew(db: Kysely<Tables>): Promise<number | undefined> {
  if (!isPostgres(db)) return undefined;
  const before = Date.now();
  const { rows } = await sql<{ ms: string }>`select extract(epoch from clock_timestamp()) * 1000 as ms`.execute(db);
  const after = Date.now();
  return (before + after) / 2 - Number(rows[0]?.ms ?? before);
}
