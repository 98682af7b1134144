import { join } from 'node:path';
import Database from 'better-sqlite3';
import type pg from 'pg';
import { checksum, type Sum } from '../move/checksum.ts';
import { sqliteStore } from '../store/sqlite.ts';
import { BackupError } from './backup-error.ts';
import { KEPT } from './kept-tables.ts';
import { DATABASE } from './manifest.ts';
import { putPicture } from './put-picture.ts';
import { withPostgres } from './with-postgres.ts';

/** Rows, and pictures, fetched at a time. */
const ROWS = 500;
const FILES = 10;
/** What PostgreSQL says of a table that is not there. */
const UNDEFINED_TABLE = '42P01';

interface CopiedPostgres {
  readonly tables: Readonly<Record<string, Sum>>;
  /** Of the pictures, by name. */
  readonly sums: ReadonlyMap<string, string>;
}

/** Copies a database as it is at one moment into a SQLite file and a folder of pictures; nobody waits for it meanwhile. */
export async function copyPostgres(
  url: string,
  folder: string,
  told: (done: number, all: number) => void,
): Promise<CopiedPostgres> {
  const file = join(folder, DATABASE);
  await (await sqliteStore(file)).close();
  const copy = new Database(file);
  try {
    copy.pragma('journal_mode = DELETE');
    // No restore and no change of the key begins meanwhile: it is called like an instance.
    return await withPostgres(url, { name: 'beian-assistant backup', code: 'source' }, async (client) => {
      await client.query('begin transaction isolation level repeatable read read only');
      checkSchema(await stepsOf(client), copy);
      const all = await countAll(client);
      const tables: Record<string, Sum> = {};
      let done = 0;
      const more = (rows: number): void => {
        done += rows;
        told(done, all);
      };
      for (const { name } of KEPT) tables[name] = await copyTable(client, copy, name, more);
      const sums = await copyFiles(client, folder, more);
      await client.query('commit');
      return { tables, sums };
    });
  } finally {
    copy.close();
  }
}

async function stepsOf(client: pg.Client): Promise<string> {
  const { rows } = await client
    .query<{ name: string }>('select name from kysely_migration order by name')
    .catch((error: unknown) => {
      if ((error as pg.DatabaseError).code === UNDEFINED_TABLE) return { rows: [] };
      throw error;
    });
  return rows.map(({ name }) => name).join('\n');
}

/** What is backed up is read by this version: the service runs the same one. */
function checkSchema(steps: string, copy: Database.Database): void {
  const own = copy.prepare('select name from kysely_migration order by name').pluck().all().join('\n');
  if (steps === own) return;
  throw new BackupError('source', '数据库的结构不是这个版本的：请用正在运行的服务的那个版本来备份（先备份，再升级）。');
}

async function countAll(client: pg.Client): Promise<number> {
  let all = 0;
  for (const name of [...KEPT.map((table) => table.name), 'files']) {
    const { rows } = await client.query<{ n: string }>(`select count(*) as n from "${name}"`);
    all += Number(rows[0]?.n ?? 0);
  }
  return all;
}

async function copyTable(
  client: pg.Client,
  copy: Database.Database,
  name: string,
  told: (rows: number) => void,
): Promise<Sum> {
  const columns = copy.prepare('select name from pragma_table_info(?)').pluck().all(name) as string[];
  const names = columns.map((column) => `"${column}"`).join(', ');
  const insert = copy.prepare(`insert into "${name}" (${names}) values (${columns.map(() => '?').join(', ')})`);
  const put = copy.transaction((rows: readonly (readonly unknown[])[]) => {
    for (const row of rows) insert.run(...row);
  });
  const sum = checksum();
  for await (const rows of batches(client, `select ${names} from "${name}"`, ROWS)) {
    for (const row of rows) sum.add(row);
    put(rows);
    told(rows.length);
  }
  return sum.sum;
}

async function copyFiles(
  client: pg.Client,
  folder: string,
  told: (files: number) => void,
): Promise<ReadonlyMap<string, string>> {
  const sums = new Map<string, string>();
  for await (const rows of batches(client, 'select talk, id, sealed from files', FILES)) {
    for (const [talk, id, sealed] of rows) {
      const place = { talk: String(talk), id: String(id) };
      sums.set(...(await putPicture(folder, place, sealed as Buffer)));
      told(1);
    }
  }
  return sums;
}

async function* batches(
  client: pg.Client,
  query: string,
  together: number,
): AsyncGenerator<readonly (readonly unknown[])[]> {
  await client.query(`declare backed_up no scroll cursor for ${query}`);
  for (;;) {
    const { rows } = await client.query<unknown[]>({ text: `fetch ${together} from backed_up`, rowMode: 'array' });
    if (rows.length === 0) break;
    yield rows;
  }
  await client.query('close backed_up');
}
