import { type Kysely, sql } from 'kysely';
import { isPostgres } from '../is-postgres.ts';

/** What editors and supervisors changed while the service ran, so that it can be taken back. */
export async function revisions(db: Kysely<unknown>): Promise<void> {
  const id = isPostgres(db)
    ? 'id bigint generated always as identity primary key'
    : 'id integer primary key autoincrement';
  await sql
    .raw(
      `create table revisions (
         ${id}, at text not null, who text not null, subject text not null, name text, "before" text, "after" text,
         note text, undoes bigint references revisions (id))`,
    )
    .execute(db);
  await db.schema.createIndex('revisions_by_subject').on('revisions').columns(['subject', 'name', 'id']).execute();
}
