import { type Kysely, sql } from 'kysely';
import { isPostgres } from '../is-postgres.ts';

/** The people of the desk, their sessions, failed sign-ins, and the log of what was done. */
export async function agents(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;

  await schema
    .createTable('agents')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('number', 'integer', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('name_key', 'text', (column) => column.notNull().unique())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('password_hash', 'text', (column) => column.notNull())
    .addColumn('must_change', 'integer', (column) => column.notNull())
    .addColumn('totp', 'text')
    .addColumn('totp_pending', 'text')
    .addColumn('totp_step', 'integer')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('disabled_at', 'text')
    .execute();

  await schema
    .createTable('sessions')
    .addColumn('token_hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('agent', 'text', (column) => column.notNull().references('agents.id').onDelete('cascade'))
    .addColumn('csrf', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('sessions_by_agent').on('sessions').column('agent').execute();

  await schema
    .createTable('sign_in_failures')
    .addColumn('name_digest', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('sign_in_failures_by_name').on('sign_in_failures').columns(['name_digest', 'at']).execute();
  await schema.createIndex('sign_in_failures_by_time').on('sign_in_failures').column('at').execute();

  for (const statement of isPostgres(db) ? AUDIT_IN_POSTGRES : AUDIT_IN_SQLITE) await sql.raw(statement).execute(db);
}

/** Not even REPLACE may change a row, which deletes the old one without asking its triggers. */
const AUDIT_IN_SQLITE = [
  `create table audit (
     id integer primary key autoincrement, at text not null, who text not null, what text not null, talk text,
     detail text not null)`,
  `create trigger audit_is_not_updated before update on audit
   begin select raise(abort, 'audit is append-only'); end`,
  `create trigger audit_is_not_deleted before delete on audit
   begin select raise(abort, 'audit is append-only'); end`,
  `create trigger audit_is_not_replaced before insert on audit when new.id in (select id from audit)
   begin select raise(abort, 'audit is append-only'); end`,
];

/** `enable always`: also where a session plays the replica, which switches ordinary triggers off. */
const AUDIT_IN_POSTGRES = [
  `create table audit (
     id bigint generated always as identity primary key, at text not null, who text not null, what text not null,
     talk text, detail text not null)`,
  `create function refuse_audit_change() returns trigger language plpgsql as
   $$ begin raise exception 'audit is append-only'; end $$`,
  `create trigger audit_is_not_changed before update or delete or truncate on audit
   for each statement execute function refuse_audit_change()`,
  'alter table audit enable always trigger audit_is_not_changed',
];
