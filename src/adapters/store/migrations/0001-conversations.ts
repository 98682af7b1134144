import { type Kysely, sql } from 'kysely';

/** Conversations, their lines and answered turns, and what editors and the people of the desk read of them. */
export async function conversations(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;

  await schema
    .createTable('talks')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('room', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('token_hash', 'text')
    .addColumn('opened_at', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('facts', 'text', (column) => column.notNull())
    .addColumn('memory', 'text', (column) => column.notNull())
    .addColumn('context', 'text', (column) => column.notNull())
    .addUniqueConstraint('talks_by_place', ['channel', 'room', 'person'])
    .execute();

  await schema
    .createTable('lines')
    .addColumn('talk', 'text', (column) => column.notNull().references('talks.id').onDelete('cascade'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('speaker', 'text', (column) => column.notNull())
    .addColumn('said', 'text', (column) => column.notNull())
    .addColumn('choices', 'text')
    .addColumn('sources', 'text')
    .addColumn('files', 'text')
    .addColumn('outcome', 'text')
    .addPrimaryKeyConstraint('lines_key', ['talk', 'seq'])
    .execute();

  await schema
    .createTable('turns')
    .addColumn('talk', 'text', (column) => column.notNull().references('talks.id').onDelete('cascade'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('answered', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('turns_key', ['talk', 'id'])
    .execute();

  await schema
    .createTable('feedback')
    .addColumn('talk', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('helpful', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('feedback_key', ['talk', 'seq'])
    .addForeignKeyConstraint('feedback_of_line', ['talk', 'seq'], 'lines', ['talk', 'seq'], (key) =>
      key.onDelete('cascade'),
    )
    .execute();

  await schema
    .createTable('gaps')
    .addColumn('talk', 'text', (column) => column.notNull().references('talks.id').onDelete('cascade'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('nth', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('candidates', 'text', (column) => column.notNull())
    .addColumn('confidence', 'double precision', (column) => column.notNull())
    .addPrimaryKeyConstraint('gaps_key', ['talk', 'seq', 'nth'])
    .execute();
  await schema.createIndex('gaps_by_time').on('gaps').column('at').execute();

  await schema
    .createTable('tickets')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('talk', 'text', (column) => column.notNull().references('talks.id').onDelete('cascade'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('contact', 'text', (column) => column.notNull())
    .addColumn('done_at', 'text')
    .execute();
  await schema.createIndex('tickets_by_talk').on('tickets').column('talk').execute();
  await schema.createIndex('tickets_open').on('tickets').column('at').where(sql<boolean>`done_at is null`).execute();
}
