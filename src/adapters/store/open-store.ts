import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { postgresStore } from './postgres.ts';
import type { SqlStore } from './sql-store.ts';
import { sqliteStore } from './sqlite.ts';
import { StoreError } from './store-error.ts';

export interface StorePlace {
  /** PostgreSQL; without it, a SQLite file in `dataDir`. */
  readonly databaseUrl?: string | undefined;
  /** Made where it is missing, for this user alone. */
  readonly dataDir: string;
  /** Milliseconds that PostgreSQL may take for what it is asked; without it, as long as it takes. */
  readonly patience?: number;
}

/** Opens the configured database and brings its schema up to date. Throws a StoreError that names the setting. */
export async function openStore({ databaseUrl, dataDir, patience }: StorePlace): Promise<SqlStore> {
  if (databaseUrl) return postgresStore(databaseUrl, { ...(patience !== undefined && { patience }) });
  await mkdir(dataDir, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw new StoreError('unreachable', `文件夹 ${dataDir} 建不了：请核对 DATA_DIR。`, { cause });
  });
  return sqliteStore(fileIn(dataDir));
}

/** The SQLite file in `dataDir`. */
export function fileIn(dataDir: string): string {
  return join(dataDir, 'beian.sqlite');
}

/** Whether there is a database to be opened, and none would be made. PostgreSQL tells that itself. */
export function isThere({ databaseUrl, dataDir }: StorePlace): boolean {
  return databaseUrl !== undefined || existsSync(fileIn(dataDir));
}
