import { type Kysely, sql } from 'kysely';
import { isPostgres } from '../is-postgres.ts';

/** What several instances share: who does what only one may do, and how often somebody has asked. */
export async function instances(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('leases')
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('asked_rates')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('hits', 'integer', (column) => column.notNull())
    .addColumn('ends', 'bigint', (column) => column.notNull())
    .execute();
  // A count is nothing to wait for the disk for.
  if (isPostgres(db)) await sql`alter table asked_rates set unlogged`.execute(db);
  await schema.createIndex('asked_rates_by_end').on('asked_rates').column('ends').execute();
}
