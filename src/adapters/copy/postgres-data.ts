import pg from 'pg';
import { postgresOptions } from '../postgres-options.ts';
import { refuseInstances } from '../store/alone.ts';
import { postgresStore } from '../store/postgres.ts';
import { StoreError } from '../store/store-error.ts';
import { checkMark, KEY_MARK } from '../vault/open-seal.ts';
import { vaultSeal } from '../vault/seal.ts';
import { openFile, openHead } from '../vault/sealed-file.ts';
import { COPIED, type CopiedTable, PICTURES } from './copied-tables.ts';
import type { Row, Source, Target } from './copy.ts';
import { CopyError } from './copy-error.ts';
import { quoted } from './sqlite-data.ts';

/** Rows fetched at a time. */
const TOGETHER = 500;

/** A connection of its own, `name`d in `pg_stat_activity`. Throws a StoreError where there is none. */
export async function connected(url: string, name = 'beian-copy'): Promise<pg.Client> {
  const client = new pg.Client({ ...postgresOptions(url), application_name: name });
  // Whatever is asked next tells that it broke. Unheard, it would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (cause) {
    await client.end().catch(() => {});
    const todo = '请核对地址、端口、帐号和密码，以及数据库是否已启动。';
    throw new StoreError('unreachable', `连接不上 PostgreSQL 数据库：${todo}`, { cause });
  }
}

/** What a database holds as it is now, whoever uses it; nobody waits for it meanwhile. */
export async function runningPostgres(url: string): Promise<Source> {
  // Called like an instance: no restore and no change of the key begins meanwhile.
  const client = await connected(url, 'beian-assistant backup');
  await client.query('begin transaction isolation level repeatable read read only');
  return postgresData(client, undefined);
}

/**
 * A database that is empty, brought up to date; all that is put there comes in one transaction. Throws where something
 * is there, and where it is in use or another key's.
 */
export async function emptyPostgres(url: string, key: Uint8Array): Promise<Target> {
  const used = await usedTable(url);
  if (used !== undefined) {
    throw new CopyError('target', `目标数据库里已经有内容（${used} 表）：请换一个空的数据库。没有复制任何东西。`);
  }
  await (await postgresStore(url)).close();
  const client = await connected(url, 'beian-assistant copy');
  const data = postgresData(client, key);
  try {
    await client.query('begin');
    checkMark(await data.remembered(KEY_MARK), key);
    await client.query('delete from vendor_memory where name = $1', [KEY_MARK]);
    return data;
  } catch (error) {
    await client.end();
    throw error;
  }
}

/** The first table with something in it; undefined where a database is empty. Throws where an instance, or another program, uses it. */
export async function usedTable(url: string): Promise<string | undefined> {
  await refuseInstances(url);
  const client = await connected(url);
  try {
    const { rows } = await client.query<{ name: string }>(
      'select tablename as name from pg_tables where schemaname = current_schema() order by 1',
    );
    const there = new Set(rows.map(({ name }) => name));
    const [first] = there;
    if (first !== undefined && !there.has('kysely_migration')) {
      throw new CopyError('target', `目标数据库里有别的程序的表（${first}）：请换一个空的数据库。没有复制任何东西。`);
    }
    for (const name of [...COPIED.map((table) => table.name), PICTURES]) {
      if (!there.has(name)) continue;
      const except = name === 'vendor_memory' ? `where name <> '${KEY_MARK}'` : '';
      if ((await client.query(`select 1 from "${name}" ${except} limit 1`)).rows.length > 0) return name;
    }
    return undefined;
  } finally {
    await client.end();
  }
}

/** Within a transaction that was begun. `key` opens pictures that are put there. */
function postgresData(client: pg.Client, key: Uint8Array | undefined): Target {
  const columns = async (table: string): Promise<readonly string[]> => {
    const { rows } = await client.query<{ name: string }>(
      `select column_name as name from information_schema.columns
        where table_schema = current_schema() and table_name = $1 order by ordinal_position`,
      [table],
    );
    return rows.map(({ name }) => name);
  };
  const only = async (query: string, values: readonly unknown[] = []): Promise<unknown> =>
    (await client.query({ text: query, values: [...values], rowMode: 'array' })).rows[0]?.[0];
  const seal = key && vaultSeal(key);
  return {
    async schema() {
      if ((await columns('kysely_migration')).length === 0) {
        throw new CopyError('source', 'DATABASE_URL 的数据库里没有备案助手的表：请核对 DATABASE_URL。');
      }
      return (await only('select max(name) from kysely_migration')) as string;
    },
    columns,
    count: async (table) => Number(await only(`select count(*) from "${table}"`)),
    async *rows(table, names) {
      await client.query(`declare copied no scroll cursor for select ${quoted(names)} from "${table}"`);
      for (let at = 0; ; ) {
        const { rows } = await client.query<unknown[]>({ text: `fetch ${TOGETHER} from copied`, rowMode: 'array' });
        if (rows.length === 0) break;
        yield rows.map((values, index) => ({ at: at + index + 1, values }));
        at += rows.length;
      }
      await client.query('close copied');
    },
    async remembered(name) {
      if ((await columns('vendor_memory')).length === 0) return undefined;
      return (await only('select value from vendor_memory where name = $1', [name])) as string | undefined;
    },
    async places() {
      if ((await columns(PICTURES)).length === 0) return [];
      return (await client.query<{ talk: string; id: string }>('select talk, id from files order by talk, id')).rows;
    },
    picture: async ({ talk, id }) =>
      (await only('select sealed from files where talk = $1 and id = $2', [talk, id])) as Buffer | undefined,
    async put(table, names, rows) {
      for (const row of rows) refuseDamaged(table, names, row);
      await insertAll(client, table.name, names, rows);
    },
    async putPicture(place, sealed) {
      let at: string;
      try {
        if (!seal) return false;
        openFile(seal, place, sealed);
        ({ at } = openHead(seal, place, sealed));
      } catch {
        return false;
      }
      const values = [place.talk, place.id, at, sealed];
      await client.query('insert into files (talk, id, at, sealed) values ($1, $2, $3, $4)', values);
      return true;
    },
    async commit() {
      // The next row that the database numbers itself comes behind all that were copied.
      for (const { name } of COPIED.filter(({ numbered }) => numbered)) {
        await client.query(`select setval(pg_get_serial_sequence('${name}', 'id'), (select max(id) from "${name}"))
          where exists (select 1 from "${name}")`);
      }
      await client.query('commit');
    },
    close: () => client.end(),
  };
}

/** Rows that are refused are halved until the one is found that is to blame. */
async function insertAll(
  client: pg.Client,
  table: string,
  names: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  const tuple = (row: number) => names.map((_name, column) => `$${row * names.length + column + 1}`).join(', ');
  const values = rows.map((_row, row) => `(${tuple(row)})`).join(', ');
  await client.query('savepoint batch');
  try {
    // With the numbers that the rows had, also where the database gives them itself.
    const insert = `insert into "${table}" (${quoted(names)}) overriding system value values ${values}`;
    await client.query(
      insert,
      rows.flatMap((row) => row.values),
    );
    await client.query('release batch');
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await client.query('rollback to batch');
    const [first] = rows;
    if (rows.length === 1 && first) {
      const what = `${table} 表第 ${first.at} 行（rowid）是 PostgreSQL 不接受的内容：${error.message}。`;
      throw new CopyError('row', `${what}${MEND}`, { cause: error });
    }
    const half = rows.length >> 1;
    await insertAll(client, table, names, rows.slice(0, half));
    await insertAll(client, table, names, rows.slice(half));
  }
}

/** By PostgreSQL, of the data itself: class 22 (data exception) or 23 (integrity constraint violation). */
function isRefusal(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code));
}

function refuseDamaged({ name, json = [] }: CopiedTable, names: readonly string[], { at, values }: Row): void {
  for (const column of json) {
    const value = values[names.indexOf(column)];
    if (value === null) continue;
    try {
      if (typeof value !== 'string') throw new TypeError('not text');
      JSON.parse(value);
    } catch (cause) {
      const what = `${name} 表第 ${at} 行（rowid）的 ${column} 已损坏，不是完整的 JSON。`;
      throw new CopyError('row', `${what}${MEND}`, { cause });
    }
  }
}

const MEND = '没有复制任何东西。请从备份恢复这个表，或者改好这一行，再运行一次同样的命令。';
