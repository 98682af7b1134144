import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { MoveError } from './move-error.ts';
import type { MovedTable } from './moved-tables.ts';
import type { Source, SourceRow } from './source.ts';
import { insert, numberOn, progressOf, remember } from './target.ts';

/** Rows of one transaction. */
const TOGETHER = 500;

/** Copies what is left of a table, batch by batch, each whole or not at all; `told` hears how many rows there are by then. */
export async function copyTable(
  source: Source,
  db: Kysely<Tables>,
  { name, json = [], numbered = false }: MovedTable,
  told: (copied: number) => void,
): Promise<void> {
  const columns = source.columns(name);
  const checked = json.map((column) => [column, columns.indexOf(column)] as const);
  let { last, copied } = await progressOf(db, name);
  told(copied);
  /** A batch that is refused is halved until the row is found; what stands before it is kept. */
  const put = async (rows: readonly SourceRow[]): Promise<void> => {
    const end = rows.at(-1);
    if (!end) return;
    const progress = { last: String(end.at), copied: copied + rows.length };
    try {
      await db.transaction().execute(async (transaction) => {
        await insert(transaction, name, { columns, numbered, rows: rows.map(({ values }) => values) });
        await remember(transaction, name, progress);
      });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      if (rows.length === 1) throw refused(name, end.at, error);
      const half = rows.length >> 1;
      await put(rows.slice(0, half));
      return put(rows.slice(half));
    }
    ({ last, copied } = progress);
    told(copied);
  };
  for (;;) {
    const rows = source.rows(name, Number(last), TOGETHER);
    if (rows.length === 0) break;
    for (const row of rows) refuseDamaged(name, row, checked);
    await put(rows);
  }
  if (numbered) await numberOn(db, name);
}

function refuseDamaged(table: string, { at, values }: SourceRow, json: readonly (readonly [string, number])[]): void {
  for (const [column, index] of json) {
    const value = values[index];
    if (value === null) continue;
    try {
      if (typeof value !== 'string') throw new TypeError('not text');
      JSON.parse(value);
    } catch (cause) {
      throw new MoveError('row', `${table} 表第 ${at} 行（rowid）的 ${column} 已损坏，不是完整的 JSON。${AGAIN}`, {
        cause,
      });
    }
  }
}

function refused(table: string, at: number, cause: Error): MoveError {
  const what = `${table} 表第 ${at} 行（rowid）是 PostgreSQL 不接受的内容：${cause.message}。`;
  return new MoveError('row', `${what}${AGAIN}`, { cause });
}

const AGAIN = '之前的都已经迁移。请从备份恢复这个表，或者改好这一行，再运行一次同样的命令，会从这里接着做。';

/** By PostgreSQL, of the data itself: class 22 (data exception) or 23 (integrity constraint violation). */
function isRefusal(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code));
}
