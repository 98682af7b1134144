import pg from 'pg';
import { MoveError } from './move-error.ts';

/** Looks before anything is made there. Throws a MoveError where tables of another program are. */
export async function refuseForeign(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
  } catch {
    // The store says what is wrong, and what to do.
    await client.end().catch(() => {});
    return;
  }
  try {
    const { rows } = await client.query<{ name: string }>(
      'select tablename as name from pg_tables where schemaname = current_schema() order by 1',
    );
    const [first] = rows;
    if (first === undefined || rows.some(({ name }) => name === 'kysely_migration')) return;
    throw new MoveError(
      'target',
      `目标数据库里有别的程序的表（${first.name}）：请换一个空的数据库。没有迁移任何东西。`,
    );
  } finally {
    await client.end();
  }
}
