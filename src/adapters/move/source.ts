import { takeAlone } from '../store/alone.ts';
import { fileIn } from '../store/open-store.ts';
import { KEY_MARK } from '../vault/open-seal.ts';
import { MoveError } from './move-error.ts';
import { MOVED } from './moved-tables.ts';

/** A row with the number it has in its table. */
export interface SourceRow {
  readonly at: number;
  readonly values: readonly unknown[];
}

/** The SQLite file, held alone until it is closed: nobody changes it meanwhile. */
export interface Source {
  columns(table: string): readonly string[];
  count(table: string): number;
  /** Rows behind a number, in order. */
  rows(table: string, after: number, limit: number): readonly SourceRow[];
  /** All rows, one by one. */
  all(table: string): IterableIterator<readonly unknown[]>;
  /** Tells whether it is the same as when a move began, as far as new rows show it. */
  state(): string;
  close(): void;
}

/** Brings the file up to date and takes it. Throws a MoveError where it is missing, damaged or in use. */
export async function openSource(dataDir: string): Promise<Source> {
  const file = fileIn(dataDir);
  const database = await takeAlone(file);
  const damage = database.pragma('quick_check(1)', { simple: true });
  if (damage !== 'ok') {
    database.close();
    throw new MoveError('source', `数据库 ${file} 已损坏（${String(damage)}）：请从备份恢复后再迁移。`);
  }
  const columns = (table: string): readonly string[] =>
    database.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[];
  // The target has a mark of the key already.
  const from = (table: string): string =>
    table === 'vendor_memory' ? `"vendor_memory" where name <> '${KEY_MARK}'` : `${quoted(table)} where true`;
  const listed = (table: string): string => columns(table).map(quoted).join(', ');
  const count = (table: string): number =>
    database
      .prepare(`select count(*) from ${from(table)}`)
      .pluck()
      .get() as number;
  return {
    columns,
    count,
    rows(table, after, limit) {
      const query = `select rowid, ${listed(table)} from ${from(table)} and rowid > ? order by rowid limit ?`;
      const rows = database.prepare(query).raw().all(after, limit) as [number, ...unknown[]][];
      return rows.map(([at, ...values]) => ({ at, values }));
    },
    all: (table) =>
      database
        .prepare(`select ${listed(table)} from ${from(table)}`)
        .raw()
        .iterate() as IterableIterator<unknown[]>,
    state: () =>
      MOVED.map(({ name }) => {
        const last = database
          .prepare(`select max(rowid) from ${quoted(name)}`)
          .pluck()
          .get();
        return `${name} ${count(name)} ${last ?? 0}`;
      }).join('\n'),
    close: () => database.close(),
  };
}

function quoted(name: string): string {
  return `"${name}"`;
}
