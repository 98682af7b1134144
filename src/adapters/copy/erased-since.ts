import { join } from 'node:path';
import Database from 'better-sqlite3';
import { connected } from './postgres-data.ts';
import { DATABASE } from './sqlite-data.ts';

/** Where a newer state is: PostgreSQL, or a folder with a database in it, which may be a later back-up. */
export type Newer = { readonly databaseUrl: string; readonly schema?: string } | { readonly dataDir: string };

/** What is read of the log of an older and a newer state of one desk. */
interface Logged {
  readonly id: number;
  readonly at: string;
  readonly what: string;
  readonly talk: string | null;
}

const ERASURES = "select id, at, what, talk from audit where what = 'erase' and talk is not null order by id";
const LAST = 'select id, at, what, talk from audit order by id desc limit 1';

/** A log that can be asked. */
interface Log {
  all(query: string): Promise<readonly Logged[]>;
  close(): Promise<void>;
}

/**
 * The talks that people erased after a back-up was made, as the log of a newer state of the same desk tells. Undefined
 * where it cannot be read, or is another desk's: it would know the last entry of the back-up otherwise.
 */
export async function erasedSince(folder: string, newer: Newer): Promise<readonly string[] | undefined> {
  const old = sqliteLog(folder);
  let log: Log | undefined;
  try {
    log = 'dataDir' in newer ? sqliteLog(newer.dataDir) : await postgresLog(newer);
    const [last] = await old.all(LAST);
    if (!last) return undefined;
    const [same] = await log.all(`select id, at, what, talk from audit where id = ${Number(last.id)}`);
    if (same?.at !== last.at || same.what !== last.what) return undefined;
    const before = new Set((await old.all(ERASURES)).map(({ id }) => id));
    const erasures = await log.all(ERASURES);
    return [...new Set(erasures.flatMap(({ id, talk }) => (talk && !before.has(id) ? [talk] : [])))];
  } catch {
    // Whoever restores is told that nobody could say.
    return undefined;
  } finally {
    await old.close();
    await log?.close();
  }
}

async function postgresLog({ databaseUrl, schema }: Extract<Newer, { databaseUrl: string }>): Promise<Log> {
  const client = await connected(databaseUrl);
  if (schema) await client.query(`set search_path to ${client.escapeIdentifier(schema)}`);
  return {
    all: async (query) => (await client.query<Logged>(query)).rows.map((row) => ({ ...row, id: Number(row.id) })),
    close: () => client.end(),
  };
}

function sqliteLog(folder: string): Log {
  const database = new Database(join(folder, DATABASE), { fileMustExist: true });
  return {
    all: async (query) => database.prepare(query).all() as Logged[],
    async close() {
      database.close();
    },
  };
}
