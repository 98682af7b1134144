import { sql } from 'kysely';
import type { SqlStore } from '../../src/adapters/store/sql-store.ts';

/** Every row of every table, as text: the same before and after what has no effect. */
export async function everythingIn({ db }: SqlStore): Promise<Readonly<Record<string, string>>> {
  const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db);
  const tables = await Promise.all(
    rows.map(async ({ name }) => {
      const all = await sql`select * from ${sql.table(name)}`.execute(db);
      return [
        name,
        all.rows
          .map((row) => JSON.stringify(row))
          .sort()
          .join('\n'),
      ] as const;
    }),
  );
  return Object.fromEntries(tables);
}
