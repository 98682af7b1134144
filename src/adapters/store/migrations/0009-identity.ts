import { type Kysely, sql } from 'kysely';

/** Who a person is, as a keyed digest; and finding the conversations of one person. */
export async function identity(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('talks').addColumn('identity', 'text').execute();
  await db.schema
    .createIndex('talks_by_identity')
    .on('talks')
    .columns(['identity', 'opened_at'])
    .where(sql<boolean>`identity is not null`)
    .execute();
  // On the web everybody is somebody else in every conversation: nothing to find.
  await db.schema
    .createIndex('talks_by_person')
    .on('talks')
    .columns(['person', 'channel'])
    .where(sql<boolean>`channel <> 'web'`)
    .execute();
}
