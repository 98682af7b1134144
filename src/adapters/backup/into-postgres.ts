import type pg from 'pg';
import { move } from '../move/move.ts';
import { MOVED, PICTURES } from '../move/moved-tables.ts';
import { refuseForeign } from '../move/refuse-foreign.ts';
import { INSTANCES } from '../postgres-options.ts';
import { KEY_MARK } from '../vault/open-seal.ts';
import { BackupError } from './backup-error.ts';
import { withPostgres } from './with-postgres.ts';

/** Not called like an instance: it looks for them. */
const RESTORING = { name: 'beian-restore', code: 'target' } as const;

/** What a database has of a desk: nothing, a restore that was broken off, or data. */
type Used = 'empty' | 'begun' | 'used';

/** Throws a BackupError where an instance runs on it, a MoveError where it is another program's. */
export async function usesDatabase(url: string): Promise<Used> {
  await refuseForeign(url);
  return withPostgres(url, RESTORING, async (client) => {
    const { rows: others } = await client.query(INSTANCES);
    if (others.length > 0) {
      throw new BackupError('in-use', '有实例正在使用这个数据库：请先停止所有实例，再恢复。没有恢复任何东西。');
    }
    if (await isThere(client, 'move_progress')) return 'begun';
    for (const table of [...MOVED.map(({ name }) => name), PICTURES]) {
      if (!(await isThere(client, table))) continue;
      const except = table === 'vendor_memory' ? `where name <> '${KEY_MARK}'` : '';
      const { rows } = await client.query(`select 1 from "${table}" ${except} limit 1`);
      if (rows.length > 0) return 'used';
    }
    return 'empty';
  });
}

/** Moves all tables into a schema beside, so that the database is empty and nothing is lost. */
export async function setAside(url: string, schema: string): Promise<void> {
  await withPostgres(url, RESTORING, async (client) => {
    await moveTables(client, client.escapeIdentifier(schema)).catch((cause: unknown) => {
      throw new BackupError(
        'target',
        '原来的表移不开：帐号要能建 schema。请给它权限，或者新建一个空的数据库再恢复。没有恢复任何东西。',
        { cause },
      );
    });
  });
}

/** All of them or none. */
async function moveTables(client: pg.Client, aside: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'select tablename as name from pg_tables where schemaname = current_schema()',
  );
  await client.query('begin');
  await client.query(`create schema ${aside}`);
  for (const { name } of rows) {
    const table = client.escapeIdentifier(name);
    await client.query(`alter table ${table} set schema ${aside}`);
    // Kysely looks for its own tables by name, in every schema.
    if (name.startsWith('kysely_')) await client.query(`alter table ${aside}.${table} rename to "was_${name}"`);
  }
  // Triggers of the tables that were moved know it wherever it is; the new ones get their own.
  const { rows: functions } = await client.query<{ name: string }>(
    `select oid::regprocedure::text as name from pg_proc
      where pronamespace = current_schema()::regnamespace and proname = 'refuse_audit_change'`,
  );
  for (const { name } of functions) await client.query(`alter function ${name} set schema ${aside}`);
  await client.query('commit');
}

/** Copies what was staged; broken off, it goes on where it was. */
export async function intoPostgres(
  staged: string,
  {
    url,
    key,
    told,
  }: { readonly url: string; readonly key: Uint8Array; readonly told: (done: number, all: number) => void },
): Promise<void> {
  await move({ dataDir: staged, to: url, key, told: (step, done, all) => step === 'copy' && told(done, all) });
}

async function isThere(client: pg.Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ there: string | null }>('select to_regclass($1)::text as there', [table]);
  return rows[0]?.there != null;
}
