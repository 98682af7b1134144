import { type Kysely, sql } from 'kysely';

/** What many people ask at once, what supervisors tell them of it, and who was told. */
export async function incidents(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;

  await schema
    .createTable('incidents')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('began_at', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .addColumn('latest', 'integer', (column) => column.notNull())
    .addColumn('peak', 'integer', (column) => column.notNull())
    .addColumn('usual', 'double precision', (column) => column.notNull())
    .addColumn('calm', 'integer', (column) => column.notNull())
    .addColumn('loud_at', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createIndex('incidents_open')
    .on('incidents')
    .columns(['kind', 'key'])
    .unique()
    .where(sql<boolean>`ended_at is null`)
    .execute();
  await schema.createIndex('incidents_by_end').on('incidents').column('ended_at').execute();

  await schema
    .createTable('announcements')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('incident', 'text', (column) => column.references('incidents.id'))
    .addColumn('entry', 'integer')
    .addColumn('error', 'text')
    .addColumn('said', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .addColumn('asked_from', 'text', (column) => column.notNull())
    .addColumn('sending_at', 'text')
    .addColumn('sent_at', 'text')
    .execute();
  await schema
    .createIndex('announcements_running')
    .on('announcements')
    .column('until')
    .where(sql<boolean>`ended_at is null`)
    .execute();

  await schema
    .createTable('announced')
    .addColumn('announcement', 'text', (column) => column.notNull().references('announcements.id'))
    .addColumn('talk', 'text', (column) => column.notNull().references('talks.id').onDelete('cascade'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('sent', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('announced_key', ['announcement', 'talk'])
    .execute();
  await schema.createIndex('announced_by_talk').on('announced').column('talk').execute();

  await schema
    .createIndex('asked_by_error')
    .on('asked')
    .columns(['error', 'at'])
    .where(sql<boolean>`error is not null`)
    .execute();
}
