import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { Tables } from './tables.ts';

type Query<Row> = SelectQueryBuilder<Tables, never, Row>;
/** Any query of such rows, whatever it selects them from. */
export type Limited<Row> = Pick<SelectQueryBuilder<Tables, keyof Tables, Row>, 'compile'> | Query<Row>;

/**
 * The rows of several ordered and limited queries as one part of a statement. Where a list is the first so many rows of
 * several kinds, each kind is read to there by its index, and not from end to end. Undefined for no queries.
 */
export function firstOfEach<Row>(db: Kysely<Tables>, queries: readonly Limited<Row>[]): Query<Row> | undefined {
  const parts = queries.map(
    (query) => db.selectFrom((query as Query<object>).as('part')).selectAll() as unknown as Query<Row>,
  );
  return parts.reduce<Query<Row> | undefined>((all, part) => (all ? all.unionAll(part) : part), undefined);
}

/** Written out, so that both databases see that the index of cases fits. */
export function hasCase() {
  return sql<boolean>`talks.state <> 'bot'`;
}
