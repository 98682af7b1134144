import { Kysely, PostgresDialect, sql } from 'kysely';
import { migrate } from './migrate.ts';
import { type SqlStore, sqlStore } from './sql-store.ts';
import { StoreError } from './store-error.ts';
import { sturdyPool } from './sturdy-pool.ts';
import type { Tables } from './tables.ts';

/**
 * The store in a PostgreSQL database that several instances may share. Whatever
 * it is asked fails after `patience` milliseconds without an answer, bringing its
 * schema up to date aside; without `patience` it waits.
 */
export async function postgresStore(url: string, { patience }: { readonly patience?: number } = {}): Promise<SqlStore> {
  const first = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: sturdyPool(url, undefined) }) });
  try {
    await checkEncoding(first);
    await migrate(first).catch((cause: unknown) => {
      throw new StoreError(
        'schema',
        'DATABASE_URL 的数据库不能升级到本版本的结构：它可能来自更新的版本，或者帐号没有建表的权限。',
        { cause },
      );
    });
  } finally {
    await first.destroy();
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: sturdyPool(url, patience) }) });
  // What was never used, Kysely does not close.
  await sql`select 1`.execute(db);
  return sqlStore(db);
}

/** Other encodings cannot hold Chinese text, or count it in bytes. */
async function checkEncoding(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ server_encoding: string }>`show server_encoding`.execute(db).catch((cause: unknown) => {
    throw new StoreError(
      'unreachable',
      '连接不上 DATABASE_URL 的数据库：请核对地址、端口、帐号和密码，以及数据库是否已启动。',
      { cause },
    );
  });
  const encoding = rows[0]?.server_encoding;
  if (encoding === 'UTF8') return;
  throw new StoreError(
    'encoding',
    `DATABASE_URL 的数据库编码是 ${encoding}，应该是 UTF8：请用 ENCODING 'UTF8' 新建一个数据库。`,
  );
}
