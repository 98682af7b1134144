import { type Kysely, sql } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { KEY_MARK } from '../vault/open-seal.ts';
import { checksum, type Sum } from './checksum.ts';
import { MoveError } from './move-error.ts';
import { MOVED, PICTURES } from './moved-tables.ts';

/** How far one table is. */
interface Progress {
  /** What was copied last: a row's number, a picture's place. */
  readonly last: string;
  readonly copied: number;
}

/** Rows fetched at a time. */
const TOGETHER = 500;
/** The name under which it stands what the source looked like when the move began. */
const SOURCE = 'source';

type Executor = Kysely<Tables>;

/** Where a move has got to; kept in the target, so that it cannot be told apart from what was copied. */
export async function beginOrContinue(db: Executor, state: string): Promise<'begun' | 'continued'> {
  const known = await sql<{ there: string | null }>`select to_regclass('move_progress')::text as there`.execute(db);
  if (known.rows[0]?.there) {
    const { rows } = await sql<{ last: string }>`select last from move_progress where name = ${SOURCE}`.execute(db);
    if (rows[0]?.last === state) return 'continued';
    throw new MoveError(
      'changed',
      '上次没有迁移完，之后原来的数据又变过。请把目标数据库删掉重建（drop database、create database），再从头迁移。',
    );
  }
  await refuseUsed(db);
  await db.transaction().execute(async (transaction) => {
    await sql`create table move_progress (name text primary key, last text not null, copied integer not null)`.execute(
      transaction,
    );
    await remember(transaction, SOURCE, { last: state, copied: 0 });
  });
  return 'begun';
}

async function refuseUsed(db: Executor): Promise<void> {
  const now = new Date().toISOString();
  const leader = await db.selectFrom('leases').select('name').where('until', '>', now).executeTakeFirst();
  if (leader) throw new MoveError('target', '目标数据库上有实例正在运行：请先停止它，再迁移。');
  for (const name of [...MOVED.map((table) => table.name), PICTURES]) {
    const except = name === 'vendor_memory' ? sql`where name <> ${KEY_MARK}` : sql``;
    const { rows } = await sql`select 1 from ${sql.table(name)} ${except} limit 1`.execute(db);
    if (rows.length > 0) {
      throw new MoveError('target', `目标数据库里已经有内容（${name} 表）：请换一个空的数据库。没有迁移任何东西。`);
    }
  }
}

export async function progressOf(db: Executor, name: string): Promise<Progress> {
  const { rows } = await sql<Progress>`select last, copied from move_progress where name = ${name}`.execute(db);
  return rows[0] ?? { last: '', copied: 0 };
}

export async function remember(db: Executor, name: string, { last, copied }: Progress): Promise<void> {
  await sql`insert into move_progress (name, last, copied) values (${name}, ${last}, ${copied})
    on conflict (name) do update set last = excluded.last, copied = excluded.copied`.execute(db);
}

/** `numbered`: with the numbers that the rows had. */
export async function insert(
  db: Executor,
  table: string,
  {
    columns,
    rows,
    numbered = false,
  }: { columns: readonly string[]; rows: readonly (readonly unknown[])[]; numbered?: boolean },
): Promise<void> {
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const values = sql.join(rows.map((row) => sql`(${sql.join(row)})`));
  const overriding = numbered ? sql`overriding system value` : sql``;
  await sql`insert into ${sql.table(table)} (${names}) ${overriding} values ${values}`.execute(db);
}

/** The next row that the database numbers itself comes behind all that were moved. */
export async function numberOn(db: Executor, table: string): Promise<void> {
  await sql`select setval(pg_get_serial_sequence(${table}, 'id'), (select max(id) from ${sql.table(table)}))
    where exists (select 1 from ${sql.table(table)})`.execute(db);
}

/** Reads a whole table once more, without ever holding much of it. */
export async function sumOf(db: Executor, table: string, columns: readonly string[]): Promise<Sum> {
  const sum = checksum();
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const except = table === 'vendor_memory' ? sql`where name <> ${KEY_MARK}` : sql``;
  await db.transaction().execute(async (transaction) => {
    await sql`declare moved no scroll cursor for select ${names} from ${sql.table(table)} ${except}`.execute(
      transaction,
    );
    for (;;) {
      const { rows } = await sql
        .raw<Readonly<Record<string, unknown>>>(`fetch ${TOGETHER} from moved`)
        .execute(transaction);
      if (rows.length === 0) return;
      for (const row of rows) sum.add(columns.map((column) => row[column]));
    }
  });
  return sum.sum;
}

/** All is there: it is an ordinary database from now on. */
export async function finish(db: Executor): Promise<void> {
  await sql`drop table move_progress`.execute(db);
}
