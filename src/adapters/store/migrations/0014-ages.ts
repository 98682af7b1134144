import { type Kysely, sql } from 'kysely';

/** Finds conversations that nobody speaks in any more. One in which nobody spoke yet is as old as its opening. */
export async function ages(db: Kysely<unknown>): Promise<void> {
  await sql`update talks set spoken_at = opened_at where spoken_at is null`.execute(db);
  await db.schema
    .createIndex('talks_by_age')
    .on('talks')
    .column('spoken_at')
    .where(sql<boolean>`state in ('bot', 'resolved', 'closed')`)
    .execute();
}
