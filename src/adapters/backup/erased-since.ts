import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { postgresOptions } from '../postgres-options.ts';
import { DATABASE } from './manifest.ts';

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

/** Where a newer state is: PostgreSQL, or a folder with `beian.sqlite` in it, which may be a later back-up. */
export type Place = { readonly databaseUrl: string; readonly schema?: string } | { readonly dataDir: string };

/**
 * The talks that people erased after a back-up was made, as the log of a newer state of the same desk tells. Undefined
 * where it cannot be read, or is another desk's: it would know the last entry of the back-up otherwise.
 */
export async function erasedSince(backup: string, newer: Place): Promise<readonly string[] | undefined> {
  const old = sqliteLog(backup);
  let log: Log | undefined;
  try {
    log = await openLog(newer);
    if (!log) return undefined;
    const [last] = await old.all(LAST);
    const before = new Set((await old.all(ERASURES)).map(({ id }) => id));
    if (!last || !(await knows(log, last))) return undefined;
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

async function knows(log: Log, { id, at, what }: Logged): Promise<boolean> {
  const [same] = await log.all(`select id, at, what, talk from audit where id = ${Number(id)}`);
  return same !== undefined && same.at === at && same.what === what;
}

async function openLog(place: Place): Promise<Log | undefined> {
  if ('dataDir' in place) {
    const file = join(place.dataDir, DATABASE);
    return existsSync(file) ? sqliteLog(file) : undefined;
  }
  const client = new pg.Client(postgresOptions(place.databaseUrl, 'restore'));
  // Whatever is asked next tells that it broke. Unheard, it would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    if (place.schema) await client.query(`set search_path to ${client.escapeIdentifier(place.schema)}`);
  } catch (error) {
    // Why it could not be opened is what matters.
    await client.end().catch(() => {});
    throw error;
  }
  return {
    all: async (query) => (await client.query<Logged>(query)).rows.map((row) => ({ ...row, id: Number(row.id) })),
    close: () => client.end(),
  };
}

function sqliteLog(file: string): Log {
  const database = new Database(file, { fileMustExist: true });
  return {
    all: async (query) => database.prepare(query).all() as Logged[],
    async close() {
      database.close();
    },
  };
}
