import type { Kysely } from 'kysely';

/** Codes that hand a conversation to another device: short-lived, used once, gone with their talk. */
export async function phoneCodes(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('phone_codes')
    .addColumn('hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('talk', 'text', (column) => column.notNull().references('talks.id').onDelete('cascade'))
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('phone_codes_by_end').on('phone_codes').column('until').execute();
  await schema.createIndex('phone_codes_by_talk').on('phone_codes').column('talk').execute();
}
