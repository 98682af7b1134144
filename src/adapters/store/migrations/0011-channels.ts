import { type Kysely, sql } from 'kysely';

/** What channels of vendors need: an inbox, a memory, windows, and how much of a line was sent. */
export async function channels(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;

  await schema
    .createTable('inbox')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('nth', 'bigint', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text')
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('free_at', 'text', (column) => column.notNull())
    .addColumn('done_at', 'text')
    .addPrimaryKeyConstraint('inbox_key', ['channel', 'id'])
    .execute();
  await schema
    .createIndex('inbox_undone')
    .on('inbox')
    .columns(['channel', 'key', 'at', 'nth'])
    .where(sql<boolean>`done_at is null`)
    .execute();
  await schema
    .createIndex('inbox_done')
    .on('inbox')
    .column('done_at')
    .where(sql<boolean>`done_at is not null`)
    .execute();

  await schema
    .createTable('vendor_memory')
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('value', 'text')
    .addColumn('until', 'text')
    .addColumn('held_until', 'text')
    .execute();

  await schema
    .createTable('windows')
    .addColumn('talk', 'text', (column) => column.primaryKey().notNull().references('talks.id').onDelete('cascade'))
    .addColumn('until', 'text', (column) => column.notNull())
    .addColumn('messages', 'integer')
    .execute();

  await schema
    .alterTable('outbox')
    .addColumn('parts', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}
