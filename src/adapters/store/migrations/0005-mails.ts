import { type Kysely, sql } from 'kysely';

/** Answers to 留言 that are sent by e-mail. */
export async function mails(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('mails')
    .addColumn('talk', 'text', (column) => column.notNull().references('talks.id').onDelete('cascade'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('ticket', 'text', (column) => column.notNull().references('tickets.id').onDelete('cascade'))
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('settled', 'text')
    .addColumn('settled_at', 'text')
    .addColumn('fault', 'text')
    .addPrimaryKeyConstraint('mails_key', ['talk', 'seq'])
    .execute();
  await db.schema.createIndex('mails_by_ticket').on('mails').column('ticket').execute();
  await db.schema.createIndex('mails_open').on('mails').column('due_at').where(sql<boolean>`settled is null`).execute();
}
