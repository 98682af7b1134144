import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, type LogEvent, PostgresDialect } from 'kysely';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { migrate } from '../../../src/adapters/store/migrate.ts';
import { type SqlStore, sqlStore } from '../../../src/adapters/store/sql-store.ts';
import { SharedSqliteDialect } from '../../../src/adapters/store/sqlite-dialect.ts';
import type { Tables } from '../../../src/adapters/store/tables.ts';
import { freshDatabase } from '../../postgres.ts';
import { type Plan, postgresPlan, sqlitePlan } from './indexes-plans.ts';
import { freshFolder } from './stores.ts';

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** A migrated store that writes down what it asks its database, each text of a statement once. */
export interface Recorded {
  readonly store: SqlStore;
  readonly statements: ReadonlyMap<string, Statement>;
  /** Begins anew. */
  forget(): void;
  explain(statement: Statement): Promise<Plan>;
}

export const recorded: Readonly<Record<'SQLite' | 'PostgreSQL', () => Promise<Recorded>>> = {
  SQLite: async () => {
    const database = new Database(join(await freshFolder(), 'indexes.sqlite'));
    const { db, ...rest } = await recording(
      (log) => new Kysely<Tables>({ dialect: new SharedSqliteDialect(database), log }),
    );
    return { ...rest, explain: async (statement) => sqlitePlan(database, statement) };
  },
  PostgreSQL: async () => {
    const { url, drop } = await freshDatabase();
    onTestFinished(drop);
    const pool = new pg.Pool({ connectionString: url });
    const { db, ...rest } = await recording(
      (log) => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), log }),
    );
    return { ...rest, explain: (statement) => postgresPlan(pool, statement) };
  },
};

async function recording(connect: (log: (event: LogEvent) => void) => Kysely<Tables>) {
  const statements = new Map<string, Statement>();
  const db = connect(({ query: { sql, parameters } }) => {
    if (/^(with|select|insert|update|delete)\b/.test(sql)) statements.set(sql, { sql, parameters });
  });
  onTestFinished(() => db.destroy());
  await migrate(db);
  return { db, store: sqlStore(db), statements, forget: () => statements.clear() };
}
