import { type Kysely, sql } from 'kysely';

/** What people asked the assistant and what came of it, one row a turn; and how reports find what they count. */
export async function asked(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;

  await schema
    .createTable('asked')
    .addColumn('talk', 'text', (column) => column.notNull().references('talks.id').onDelete('cascade'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('entry', 'integer')
    .addColumn('entries', 'text', (column) => column.notNull())
    .addColumn('diagnostic', 'text')
    .addColumn('verdict', 'text')
    .addColumn('error', 'text')
    .addColumn('confidence', 'double precision', (column) => column.notNull())
    .addColumn('ms', 'integer')
    .addPrimaryKeyConstraint('asked_key', ['talk', 'seq'])
    .execute();
  await schema.createIndex('asked_by_time').on('asked').column('at').execute();
  await schema
    .createIndex('asked_by_entry')
    .on('asked')
    .columns(['entry', 'at'])
    .where(sql<boolean>`entry is not null`)
    .execute();

  await schema.createIndex('feedback_by_time').on('feedback').column('at').execute();
  await schema.createIndex('ratings_by_time').on('ratings').column('at').execute();
  await schema
    .createIndex('transitions_by_time')
    .on('audit')
    .column('at')
    .where(sql<boolean>`what = 'transition'`)
    .execute();
  await schema
    .createIndex('transitions_by_talk')
    .on('audit')
    .columns(['talk', 'id'])
    .where(sql<boolean>`what = 'transition'`)
    .execute();
}
