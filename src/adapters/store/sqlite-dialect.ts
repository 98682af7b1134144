import type Database from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';
import type { LogOnDisk } from './log-on-disk.ts';

/**
 * Kysely's SQLite dialect, with transactions that two processes can share a file by, and statements compiled once. With a
 * log, whoever wrote is answered when it is on disk, and meanwhile the next one has its turn.
 */
export class SharedSqliteDialect extends SqliteDialect {
  readonly #database: Database.Database;
  readonly #log: LogOnDisk | undefined;

  constructor(database: Database.Database, log?: LogOnDisk) {
    super({ database });
    this.#database = database;
    this.#log = log;
  }

  override createDriver(): SharedDriver {
    return new SharedDriver(this.#database, this.#log);
  }

  override createAdapter(): TransactionalAdapter {
    return new TransactionalAdapter();
  }
}

const BEGIN = 'begin immediate';

class SharedDriver extends SqliteDriver {
  readonly #database: Database.Database;
  readonly #log: LogOnDisk | undefined;
  /** Those who wait for the connection, in the order in which they came. Kysely's own wakes all of them each time. */
  readonly #waiting: (() => void)[] = [];
  #isTaken = false;
  #hasWritten = false;

  constructor(database: Database.Database, log: LogOnDisk | undefined) {
    super({
      database: remembered(database, () => {
        this.#hasWritten = true;
      }),
    });
    this.#database = database;
    this.#log = log;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#log?.check();
    if (this.#isTaken) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#isTaken = true;
    return super.acquireConnection();
  }

  /** The next one goes on before this one's writing is on disk. It reads what may be lost if the power fails now, but nobody was told of it as kept. */
  override async releaseConnection(): Promise<void> {
    const hasWritten = this.#hasWritten;
    this.#hasWritten = false;
    await super.releaseConnection();
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isTaken = false;
    if (hasWritten) await this.#log?.written();
  }

  /** Takes the write lock at the beginning: a transaction that only takes it midway fails when another process wrote meanwhile. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(BEGIN));
  }

  /** A full disk rolls back by itself: asked once more, SQLite would complain of that, and nobody hear of the disk. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }

  override async destroy(): Promise<void> {
    await this.#log?.close();
    await super.destroy();
  }
}

/** SQLite changes its schema inside transactions, though Kysely says otherwise: a start that is cut short leaves no half schema. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** How many statements stay compiled; the service has fewer than 60. */
const KEPT = 128;

/** Tells of each statement that writes before it runs. */
function remembered(database: Database.Database, onWrite: () => void): SqliteDatabase {
  const statements = new Map<string, Database.Statement>();
  const prepared = (sql: string): Database.Statement => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    const oldest = statements.size < KEPT ? undefined : statements.keys().next().value;
    if (oldest !== undefined) statements.delete(oldest);
    statements.set(sql, statement);
    return statement;
  };
  return {
    prepare(sql) {
      const statement = prepared(sql);
      if (!statement.readonly && sql !== BEGIN) onWrite();
      return statement as SqliteStatement;
    },
    close() {
      database.close();
    },
  };
}
