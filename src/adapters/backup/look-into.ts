import Database from 'better-sqlite3';
import { checksum, type Sum } from '../move/checksum.ts';
import { KEPT } from './kept-tables.ts';

/** Tables by name, each with what it holds. */
type Sums = Readonly<Record<string, Sum>>;

/** What the SQLite file of a back-up holds. */
export interface Inside {
  readonly schema: string;
  readonly tables: Sums;
  readonly talks: ReadonlySet<string>;
  /** What `vendor_memory` has under a name. */
  remembered(name: string): string | undefined;
  close(): void;
}

export function lookInto(file: string): Inside {
  const database = new Database(file, { fileMustExist: true, readonly: true });
  const there = new Set(
    database.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[],
  );
  return {
    get schema() {
      return database.prepare('select max(name) from kysely_migration').pluck().get() as string;
    },
    get tables() {
      const known = KEPT.filter(({ name }) => there.has(name));
      return Object.fromEntries(known.map(({ name }) => [name, summed(database, name)]));
    },
    get talks() {
      return new Set(database.prepare('select id from talks').pluck().all() as string[]);
    },
    remembered(name) {
      if (!there.has('vendor_memory')) return undefined;
      return database.prepare('select value from vendor_memory where name = ?').pluck().get(name) as string | undefined;
    },
    close: () => database.close(),
  };
}

/** The first table that does not hold what it should; undefined where all do. */
export function differing(wanted: Sums, found: Sums): string | undefined {
  const differs = ([name, { rows, sum }]: readonly [string, Sum]) =>
    found[name]?.rows !== rows || found[name]?.sum !== sum;
  return Object.entries(wanted).find(differs)?.[0];
}

function summed(database: Database.Database, name: string): Sum {
  const columns = database.prepare('select name from pragma_table_info(?)').pluck().all(name) as string[];
  const names = columns.map((column) => `"${column}"`).join(', ');
  const sum = checksum();
  for (const row of database.prepare(`select ${names} from "${name}"`).raw().iterate()) sum.add(row as unknown[]);
  return sum.sum;
}
