import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { logOnDisk } from './log-on-disk.ts';
import { migrate } from './migrate.ts';
import { type SqlStore, sqlStore } from './sql-store.ts';
import { SharedSqliteDialect } from './sqlite-dialect.ts';
import { StoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

/** How long one process waits for another that holds the file, in milliseconds. */
const PATIENCE = 5000;
/** SQLite's name for no file at all. */
const MEMORY = ':memory:';

/**
 * The store in one file (and its `-wal` and `-shm` beside it), created where there is none.
 *
 * What was committed is on disk before the answer goes out (see `logOnDisk`), and what was erased
 * is overwritten in the file and cut out of the log. A process that reads at that very moment delays the cutting to
 * the next checkpoint.
 */
export async function sqliteStore(file: string): Promise<SqlStore> {
  const log = file === MEMORY ? undefined : logOnDisk(file);
  const db = new Kysely<Tables>({ dialect: new SharedSqliteDialect(await opened(file), log) });
  try {
    await migrate(db);
  } catch (cause) {
    await db.destroy();
    throw new StoreError('schema', `数据库 ${file} 不能升级到本版本的结构：它可能来自更新的版本，请核对 DATA_DIR。`, {
      cause,
    });
  }
  return sqlStore(db, {
    ...(file !== MEMORY && { folder: dirname(file) }),
    async erased() {
      await sql`pragma wal_checkpoint(truncate)`.execute(db);
    },
  });
}

async function opened(file: string): Promise<Database.Database> {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { timeout: PATIENCE });
    await logAhead(database);
    database.pragma('synchronous = NORMAL');
    database.pragma('foreign_keys = ON');
    database.pragma('secure_delete = ON');
    // Otherwise large sorts would write outside DATA_DIR.
    database.pragma('temp_store = MEMORY');
    return database;
  } catch (cause) {
    database?.close();
    throw new StoreError('unreachable', `数据库 ${file} 打不开：请核对 DATA_DIR 是否可写，文件是否完好。`, { cause });
  }
}

/** Turns the file to a write-ahead log. A new file must be held alone for that, and there SQLite's own patience does not count. */
async function logAhead(database: Database.Database): Promise<void> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      database.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error;
      await setTimeout(20);
    }
  }
}

/** Whether somebody else has the file open. */
export function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}
