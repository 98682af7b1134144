import type { Kysely } from 'kysely';

/**
 * Pictures at rest, for the vault that is a table. They go with their talk.
 * SQLite knows no `bytea`, but a column takes any bytes as they are, whatever it is called.
 */
export async function files(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('files')
    .addColumn('talk', 'text', (column) => column.notNull().references('talks.id').onDelete('cascade'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('sealed', 'bytea', (column) => column.notNull())
    .addPrimaryKeyConstraint('files_key', ['talk', 'id'])
    .execute();
  await db.schema.createIndex('files_by_time').on('files').column('at').execute();
}
