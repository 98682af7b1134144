import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import { type Both, rekeyPicture, rekeyText } from './rekey.ts';
import { SEALED_COLUMNS, type SealedColumn } from './sealed-columns.ts';
import type { Counting } from './tally.ts';

/** Rows, or pictures, of one transaction. */
const ROWS = 500;
const PICTURES = 20;
/** The pictures in the table, as if they were text. */
const FILES: SealedColumn = { table: 'files', key: ['talk', 'id'], column: 'sealed' };

type Row = Readonly<Record<string, string | Buffer>>;

/** How much there is to do. */
export async function countColumns(db: Kysely<Tables>): Promise<number> {
  let all = 0;
  for (const { table, column } of [...SEALED_COLUMNS, FILES]) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}
      where ${sealedOnly(table, column)}`.execute(db);
    all += Number(rows[0]?.n ?? 0);
  }
  return all;
}

/** Seals all columns, and the table of pictures, with the new key: so many rows at once, each batch whole or not at all. */
export async function rekeyColumns(db: Kysely<Tables>, both: Both, counting: Counting): Promise<void> {
  for (const one of SEALED_COLUMNS) {
    await rekeyColumn(db, one, ROWS, counting, (row) => rekeyText(both, String(row[one.column])));
  }
  await rekeyColumn(db, FILES, PICTURES, counting, ({ talk, id, sealed }) =>
    rekeyPicture(both, { talk: String(talk), id: String(id) }, sealed as Buffer),
  );
}

async function rekeyColumn(
  db: Kysely<Tables>,
  { table, key, column }: SealedColumn,
  together: number,
  counting: Counting,
  rekey: (row: Row) => ReturnType<typeof rekeyText> | ReturnType<typeof rekeyPicture>,
): Promise<void> {
  const keys = sql.join(key.map((name) => sql.ref(name)));
  let last: Row | undefined;
  for (;;) {
    const behind = last ? sql`and (${keys}) > (${sql.join(key.map((name) => last?.[name]))})` : sql``;
    const { rows } = await sql<Row>`select ${keys}, ${sql.ref(column)} from ${sql.table(table)}
      where ${sealedOnly(table, column)} ${behind} order by ${keys} limit ${together}`.execute(db);
    if (rows.length === 0) return;
    await db.transaction().execute(async (transaction) => {
      for (const row of rows) {
        const rekeyed = rekey(row);
        if (rekeyed.is === 'changed') {
          const its = sql.join(
            key.map((name) => sql`${sql.ref(name)} = ${row[name]}`),
            sql` and `,
          );
          await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${rekeyed.sealed} where ${its}`.execute(
            transaction,
          );
        }
        counting.count(rekeyed.is, `${table} ${key.map((name) => row[name]).join('/')}`);
      }
    });
    last = rows.at(-1);
  }
}

function sealedOnly(table: string, column: string) {
  const value = sql.ref(column);
  return table === 'vendor_memory' ? sql<boolean>`${value} like 'v1.%'` : sql<boolean>`${value} is not null`;
}
