import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { migrate, STEP_NAMES } from '../store/migrate.ts';
import { SharedSqliteDialect } from '../store/sqlite-dialect.ts';
import { unlessMissing } from '../unless-missing.ts';
import { placesIn } from '../vault/folder-vault.ts';
import { writeSynced } from '../write-synced.ts';
import type { Row, Source, Target } from './copy.ts';
import { CopyError } from './copy-error.ts';

/** Names within a folder with a desk's data: DATA_DIR, or a back-up. */
export const DATABASE = 'beian.sqlite';
export const VAULT = 'vault';

/** Milliseconds to wait for the moment in which another process ends its log. */
const PATIENCE = 5_000;
/** Rows fetched at a time. */
const TOGETHER = 500;

/** What a folder holds as it is now, whoever uses it; nobody waits for it meanwhile. */
export function runningSqlite(folder: string): Source {
  const file = join(folder, DATABASE);
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { timeout: PATIENCE, fileMustExist: true });
    database.exec('begin');
    return wholeSqlite(database, folder);
  } catch (cause) {
    database?.close();
    if (cause instanceof CopyError) throw cause;
    throw new CopyError('source', `数据库 ${file} 读不了：请核对 DATA_DIR 的权限，以及数据库是否完好。`, { cause });
  }
}

/** Throws a CopyError where the file is damaged. */
export function wholeSqlite(database: Database.Database, folder: string): Source {
  const damage = database.pragma('quick_check(1)', { simple: true });
  if (damage === 'ok') return sqliteData(database, folder);
  throw new CopyError(
    'source',
    `数据库 ${database.name} 已损坏（${String(damage)}）：请从备份恢复。没有复制任何东西。`,
  );
}

/** A folder with an empty database of that schema, so that also an older one can be copied. */
export async function newSqlite(folder: string, schema: string): Promise<Target> {
  if (!STEP_NAMES.includes(schema)) {
    throw new CopyError('newer', `数据库来自更新的版本（数据库结构 ${schema}）：请用正在运行的服务的那个版本。`);
  }
  const database = new Database(join(folder, DATABASE));
  await migrate(new Kysely({ dialect: new SharedSqliteDialect(database) }), schema);
  database.pragma('foreign_keys = OFF');
  database.exec('begin');
  return sqliteData(database, folder);
}

/** A SQLite file, and the folder of pictures beside it. */
export function sqliteData(database: Database.Database, folder: string): Target {
  const vault = join(folder, VAULT);
  const columns = (table: string) =>
    database.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[];
  const only = (query: string, ...values: readonly string[]) =>
    database
      .prepare(query)
      .pluck()
      .get(...values);
  return {
    schema: async () => only('select max(name) from kysely_migration') as string,
    columns: async (table) => columns(table),
    count: async (table) => only(`select count(*) from "${table}"`) as number,
    async *rows(table, names) {
      const query = database
        .prepare<[], [number, ...unknown[]]>(`select rowid, ${quoted(names)} from "${table}"`)
        .raw();
      let batch: Row[] = [];
      for (const [at, ...values] of query.iterate()) {
        batch.push({ at, values });
        if (batch.length < TOGETHER) continue;
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
    },
    async remembered(name) {
      if (columns('vendor_memory').length === 0) return undefined;
      return only('select value from vendor_memory where name = ?', name) as string | undefined;
    },
    places: () => placesIn(vault),
    picture: ({ talk, id }) => unlessMissing(readFile(join(vault, talk, id))),
    async put({ name }, names, rows) {
      const values = names.map(() => '?').join(', ');
      const insert = database.prepare(`insert into "${name}" (${quoted(names)}) values (${values})`);
      for (const row of rows) insert.run(...row.values);
    },
    async putPicture({ talk, id }, sealed) {
      await writeSynced(join(vault, talk, id), sealed);
      return true;
    },
    async commit() {
      database.exec('commit');
    },
    async close() {
      database.close();
    },
  };
}

export function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
