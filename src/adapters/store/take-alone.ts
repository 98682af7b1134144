import Database from 'better-sqlite3';

/** How long it is waited for whoever has the file just now, in milliseconds. */
const PATIENCE = 1_000;

/**
 * Opens a SQLite file so that nobody else can until it is closed. Only whoever has it alone can end its log, and is then
 * left alone. Throws what SQLite says; see `isBusy`.
 */
export function takeAlone(file: string): Database.Database {
  const database = new Database(file, { timeout: PATIENCE });
  try {
    database.pragma('journal_mode = DELETE');
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('begin exclusive; commit');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Whether somebody else has the file open. */
export function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}
