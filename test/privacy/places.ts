import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { isPostgres } from '../../src/adapters/store/is-postgres.ts';
import type { SqlStore } from '../../src/adapters/store/sql-store.ts';
import type { Place } from './found-in.ts';

/** The tables of a database, by what the database itself says: a new one is among them before anybody has thought of it. */
export async function tablesOf({ db }: Pick<SqlStore, 'db'>): Promise<readonly string[]> {
  const list = isPostgres(db)
    ? sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`
    : sql<{ name: string }>`select name from sqlite_master where type = 'table' and name not like 'sqlite%'`;
  const { rows } = await list.execute(db);
  return rows.map(({ name }) => name).sort();
}

/** Every row of a table; bytes stay bytes. */
export async function rowsOf(
  { db }: Pick<SqlStore, 'db'>,
  table: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { rows } = await sql<Readonly<Record<string, unknown>>>`select * from ${sql.table(table)}`.execute(db);
  return rows;
}

/** Every column of every table, its cells one below the other. */
export async function cells(store: Pick<SqlStore, 'db'>): Promise<readonly Place[]> {
  const columns = new Map<string, Buffer[]>();
  for (const table of await tablesOf(store)) {
    for (const row of await rowsOf(store, table)) {
      for (const [column, value] of Object.entries(row)) {
        if (value === null) continue;
        const name = `${table}.${column}`;
        const cell = value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(String(value));
        columns.set(name, [...(columns.get(name) ?? []), cell, Buffer.from('\n|\n')]);
      }
    }
  }
  return [...columns].map(([name, all]) => ({ name, bytes: Buffer.concat(all) }));
}

/** Every file below a folder, with the log that the database writes ahead. */
export async function filesBelow(folder: string): Promise<readonly Place[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(files.map(async (name) => ({ name: name.slice(folder.length), bytes: await readFile(name) })));
}
