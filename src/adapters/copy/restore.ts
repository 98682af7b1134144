import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type pg from 'pg';
import { holdFile } from '../store/alone.ts';
import { STEP_NAMES } from '../store/migrate.ts';
import { sqliteStore } from '../store/sqlite.ts';
import { StoreError } from '../store/store-error.ts';
import { unlessMissing } from '../unless-missing.ts';
import { fingerprint } from '../vault/fingerprint.ts';
import { folderVault, placesIn } from '../vault/folder-vault.ts';
import { vaultSeal } from '../vault/seal.ts';
import { filesOf, type Manifest, nameAt, readManifest, sumOfFile, unreadable } from './archive.ts';
import { COPIED } from './copied-tables.ts';
import { copy, sumOf } from './copy.ts';
import { CopyError } from './copy-error.ts';
import { erasedSince, type Newer } from './erased-since.ts';
import { connected, emptyPostgres, usedTable } from './postgres-data.ts';
import { DATABASE, sqliteData, VAULT } from './sqlite-data.ts';

interface RestoreOptions {
  /** The folder of one back-up. */
  readonly from: string;
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  /** The key that was the service's when the back-up was made. */
  readonly key: Uint8Array;
  /** Whether what is there may be set aside. */
  readonly force?: boolean;
  /** Where a newer state of the same desk is, beside what is there; its log tells what people erased since. */
  readonly erasedFrom?: Newer | undefined;
  readonly clock?: () => Date;
  readonly told?: (step: 'check' | 'copy' | 'verify', done: number, all: number) => void;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Talks that were erased again; undefined where nobody could tell which people had erased since. */
  readonly erased: number | undefined;
  /** Where what was there lies now: a folder, or a schema of the database. */
  readonly aside: string | undefined;
}

/**
 * Checks a back-up and puts it in the place of what is there, whichever database either is of. Nothing is changed before
 * all of it was read; what people erased since is erased again where a newer state tells. Nobody uses the target meanwhile.
 */
export async function restore(options: RestoreOptions): Promise<Restored> {
  const { from, dataDir, databaseUrl, key, force = false, clock = () => new Date(), told } = options;
  const manifest = await readManifest(from);
  checkManifest(manifest, key);
  const isUsed = databaseUrl === undefined ? await usesFolder(dataDir) : (await usedTable(databaseUrl)) !== undefined;
  if (isUsed && !force) {
    const where = databaseUrl === undefined ? `${dataDir} 里` : 'DATABASE_URL 的数据库里';
    throw new CopyError(
      'target',
      `${where}已经有内容。要换成备份里的，请加上 --force：现有的会移到一边，不会删掉。没有恢复任何东西。`,
    );
  }
  const name = nameAt(clock()).replace('beian-', ASIDE);
  const staged = join(dataDir, 'restore.part');
  try {
    const erased = await stage(staged, manifest, options, isUsed);
    if (databaseUrl === undefined) return { manifest, erased, aside: await intoFolder(staged, dataDir, name) };
    const aside = isUsed ? schemaOf(name) : undefined;
    if (aside) await setAside(databaseUrl, aside);
    const target = await emptyPostgres(databaseUrl, key);
    const source = sqliteData(new Database(join(staged, DATABASE)), staged);
    try {
      await copy(source, target, { tables: COPIED, told });
    } finally {
      await source.close();
      await target.close();
    }
    return { manifest, erased, aside };
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
}

function checkManifest({ schema, key: wanted }: Manifest, key: Uint8Array): void {
  if (!STEP_NAMES.includes(schema)) {
    const todo = '请用那个版本的程序恢复。没有恢复任何东西。';
    throw new CopyError('newer', `这份备份来自更新的版本（数据库结构 ${schema}）：${todo}`);
  }
  const found = fingerprint(key);
  if (found === wanted) return;
  const todo = '请核对 VAULT_KEY 或 DATA_DIR 下的 vault.key。没有恢复任何东西。';
  throw new CopyError('key', `这份备份要用指纹为 ${wanted} 的密钥，现在的密钥是 ${found}：${todo}`);
}

/**
 * Copies a back-up as it will be restored: checked, of this version's schema, and without what was erased since. Gives
 * how many talks that were.
 */
async function stage(
  folder: string,
  manifest: Manifest,
  options: RestoreOptions,
  isUsed: boolean,
): Promise<number | undefined> {
  const files = [...(await filesOf(options.from, manifest))];
  await rm(folder, { recursive: true, force: true });
  for (const [at, [name, sum]] of files.entries()) {
    const [file, copied] = [join(options.from, name), join(folder, name)];
    await mkdir(dirname(copied), { recursive: true, mode: 0o700 });
    const isThere = await unlessMissing(copyFile(file, copied).then(() => true)).catch(unreadable(file));
    if (!isThere || (await sumOfFile(copied)) !== sum) {
      const what = isThere ? '和备份时不一样' : '不见了';
      throw new CopyError('damaged', `备份里的 ${name} ${what}：这份备份坏了，请用另一份。没有恢复任何东西。`);
    }
    options.told?.('check', at + 1, files.length);
  }
  await checkTables(folder, manifest);
  const gone = await erasedOf(folder, options, isUsed);
  const store = await sqliteStore(join(folder, DATABASE));
  try {
    const vault = folderVault({ dir: join(folder, VAULT), seal: vaultSeal(options.key) });
    for (const talk of gone ?? []) {
      await vault.erase(talk);
      await store.erase(talk);
    }
  } finally {
    await store.close();
  }
  return gone?.length;
}

async function checkTables(folder: string, { tables }: Manifest): Promise<void> {
  const inside = sqliteData(new Database(join(folder, DATABASE)), folder);
  try {
    for (const [name, { rows, sum }] of Object.entries(tables)) {
      const found = await sumOf(inside, name);
      if (found.rows === rows && found.sum === sum) continue;
      throw new CopyError('damaged', `备份里的 ${name} 表和备份时记下的不一样：请用另一份。没有恢复任何东西。`);
    }
  } finally {
    await inside.close();
  }
}

/** What a newer state that was named, and what is there, know of; undefined where neither is one. Throws where the named one is none. */
async function erasedOf(
  staged: string,
  { dataDir, databaseUrl, erasedFrom }: RestoreOptions,
  isUsed: boolean,
): Promise<readonly string[] | undefined> {
  const named = erasedFrom && (await erasedSince(staged, erasedFrom));
  if (erasedFrom && named === undefined) {
    throw new CopyError(
      'source',
      '--erased-from 的数据读不了，或者不是这份备份之后的：请核对它的位置。没有恢复任何东西。',
    );
  }
  const place = databaseUrl === undefined ? { dataDir } : { databaseUrl };
  // A restore that was broken off had set it aside already.
  const here = isUsed ? place : await lastAside(place);
  const known = [named, here && (await erasedSince(staged, here))].filter((talks) => talks !== undefined);
  return known.length === 0 ? undefined : [...new Set(known.flat())];
}

/** What the names begin with under which it lies what was there before. */
const ASIDE = 'before-restore-';

function schemaOf(name: string): string {
  return name.toLowerCase().replaceAll('-', '_');
}

async function lastAside(place: Newer): Promise<Newer | undefined> {
  if ('dataDir' in place) {
    const names = (await readdir(place.dataDir)).filter((name) => name.startsWith(ASIDE)).sort();
    const last = names.at(-1);
    return last === undefined ? undefined : { dataDir: join(place.dataDir, last) };
  }
  const client = await connected(place.databaseUrl);
  try {
    const { rows } = await client.query<{ schema: string }>(
      'select nspname as schema from pg_namespace where starts_with(nspname, $1) order by 1 desc limit 1',
      [schemaOf(ASIDE)],
    );
    return rows[0] && { ...place, ...rows[0] };
  } finally {
    await client.end();
  }
}

/** Whether a folder has a desk's data. Throws a StoreError where the service runs on it. */
async function usesFolder(dataDir: string): Promise<boolean> {
  const file = join(dataDir, DATABASE);
  if (!existsSync(file)) return (await placesIn(join(dataDir, VAULT))).length > 0;
  try {
    holdFile(file).close();
  } catch (error) {
    // Damaged: that is why somebody restores.
    if (error instanceof StoreError && error.code === 'in-use') throw error;
  }
  return true;
}

/** Puts what was staged in the place of what is there; that is set aside. Gives where. */
async function intoFolder(staged: string, dataDir: string, aside: string): Promise<string | undefined> {
  const there = [DATABASE, `${DATABASE}-wal`, `${DATABASE}-shm`, VAULT].filter((name) =>
    existsSync(join(dataDir, name)),
  );
  const kept = join(dataDir, aside);
  // The database first: without one a folder is empty, and with one it is whole.
  for (const name of there) {
    await mkdir(kept, { recursive: true, mode: 0o700 });
    await rename(join(dataDir, name), join(kept, name));
  }
  if (existsSync(join(staged, VAULT))) await rename(join(staged, VAULT), join(dataDir, VAULT));
  await rename(join(staged, DATABASE), join(dataDir, DATABASE));
  return there.length > 0 ? kept : undefined;
}

/** Moves all tables into a schema beside, so that the database is empty and nothing is lost. */
async function setAside(url: string, schema: string): Promise<void> {
  const client = await connected(url);
  try {
    await moveTables(client, client.escapeIdentifier(schema));
  } catch (cause) {
    throw new CopyError(
      'target',
      '原来的表移不开：帐号要能建 schema。请给它权限，或者新建一个空的数据库再恢复。没有恢复任何东西。',
      { cause },
    );
  } finally {
    await client.end();
  }
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
