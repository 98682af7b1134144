import { type Kysely, type RawBuilder, sql } from 'kysely';
import { isPostgres } from './is-postgres.ts';
import type { Tables } from './tables.ts';

/** The day in China of a column that holds an instant, as YYYY-MM-DD. */
export function chinaDayOf(db: Kysely<Tables>, column: string): RawBuilder<string> {
  const at = sql.ref(column);
  return isPostgres(db)
    ? sql<string>`to_char(cast(${at} as timestamptz) at time zone interval '08:00', 'YYYY-MM-DD')`
    : sql<string>`date(${at}, '+8 hours')`;
}

/** A text in a column of JSON; null where there is none. */
export function textIn(db: Kysely<Tables>, column: string, name: string): RawBuilder<string | null> {
  const json = sql.ref(column);
  return isPostgres(db)
    ? sql<string | null>`(cast(${json} as json) ->> ${sql.lit(name)})`
    : sql<string | null>`json_extract(${json}, ${sql.lit(`$.${name}`)})`;
}

/** Written out, not as a parameter: only then do both databases see that the partial indexes fit. */
export function isTransition(table: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(`${table}.what`)} = 'transition'`;
}
