import { createHash } from 'node:crypto';
import type { Place } from '../vault/sealed-file.ts';
import type { CopiedTable } from './copied-tables.ts';
import { CopyError } from './copy-error.ts';

/** A row, with the number it has where it comes from. */
export interface Row {
  readonly at: number;
  readonly values: readonly unknown[];
}

/** Where a desk's data lie, as they are at one moment: SQLite with a folder of pictures, or PostgreSQL. */
export interface Source {
  /** The last step of its schema. */
  schema(): Promise<string>;
  /** None: the schema is older than the table. */
  columns(table: string): Promise<readonly string[]>;
  count(table: string): Promise<number>;
  /** All rows, some at a time. */
  rows(table: string, columns: readonly string[]): AsyncIterable<readonly Row[]>;
  /** What `vendor_memory` has under a name. */
  remembered(name: string): Promise<string | undefined>;
  places(): Promise<readonly Place[]>;
  /** Sealed as it is; undefined where it went meanwhile. */
  picture(place: Place): Promise<Buffer | undefined>;
  close(): Promise<void>;
}

/** An empty one of the same schema. Its tables hold what was put there once that is committed, or nothing. */
export interface Target extends Source {
  put(table: CopiedTable, columns: readonly string[], rows: readonly Row[]): Promise<void>;
  /** False where it does not open: such a picture is left out. */
  putPicture(place: Place, sealed: Buffer): Promise<boolean>;
  commit(): Promise<void>;
}

/** What a table holds, whatever the order of its rows. */
export interface Sum {
  readonly rows: number;
  /** The sum of the digests of all rows, modulo 2^128, in hexadecimal. */
  readonly sum: string;
}

export type Sums = Readonly<Record<string, Sum>>;

/** What is done, as a share of all rows and pictures. */
export type Told = (step: 'copy' | 'verify', done: number, all: number) => void;

export interface Copied {
  readonly tables: Sums;
  readonly pictures: number;
  /** Pictures that do not open, and were left out: `talk/id`. */
  readonly damaged: readonly string[];
}

/** Copies tables in their order, then the pictures of their talks, reads all of it again where it came to, and commits. */
export async function copy(
  from: Source,
  to: Target,
  { tables, told = () => {} }: { readonly tables: readonly CopiedTable[]; readonly told?: Told | undefined },
): Promise<Copied> {
  const places = await from.places();
  let [done, all] = [0, places.length];
  const wanted: Record<string, Sum> = {};
  const talks = new Set<unknown>();
  const there: (readonly [CopiedTable, readonly string[]])[] = [];
  for (const table of tables) {
    const columns = await to.columns(table.name);
    if (columns.length === 0) continue;
    there.push([table, columns]);
    all += await from.count(table.name);
  }
  for (const [table, columns] of there) {
    const sum = checksum();
    for await (const rows of from.rows(table.name, columns)) {
      for (const { values } of rows) {
        sum.add(values);
        if (table.name === 'talks') talks.add(values[columns.indexOf('id')]);
      }
      await to.put(table, columns, rows);
      done += rows.length;
      told('copy', done, all);
    }
    wanted[table.name] = sum.sum;
  }
  const pictures = new Map<Place, string>();
  const damaged: string[] = [];
  for (const place of places) {
    const sealed = talks.has(place.talk) ? await from.picture(place) : undefined;
    if (sealed) {
      if (await to.putPicture(place, sealed)) pictures.set(place, digest(sealed));
      else damaged.push(`${place.talk}/${place.id}`);
    }
    done += 1;
    told('copy', done, all);
  }
  if (damaged.length > 0 && pictures.size === 0) {
    const todo = 'VAULT_KEY（或 DATA_DIR 下的 vault.key）不是原来的那一把。改好后再运行一次。';
    throw new CopyError('key', `图片一张也打不开：${todo}`);
  }
  await verify(to, wanted, pictures, (verified, of) => told('verify', verified, of));
  await to.commit();
  return { tables: wanted, pictures: pictures.size, damaged };
}

async function verify(
  to: Source,
  wanted: Sums,
  pictures: ReadonlyMap<Place, string>,
  told: (done: number, all: number) => void,
): Promise<void> {
  const all = Object.values(wanted).reduce((sum, { rows }) => sum + rows, pictures.size);
  let done = 0;
  for (const [name, sum] of Object.entries(wanted)) {
    const found = await sumOf(to, name);
    if (found.rows !== sum.rows || found.sum !== sum.sum) throw differs(name, sum, found);
    done += found.rows;
    told(done, all);
  }
  for (const [place, wantedDigest] of pictures) {
    const found = await to.picture(place);
    if (!found || digest(found) !== wantedDigest)
      throw new CopyError('differs', `核对没有通过：图片两边不同。${AGAIN}`);
    done += 1;
    told(done, all);
  }
}

function differs(name: string, wanted: Sum, found: Sum): CopyError {
  const what =
    wanted.rows === found.rows
      ? `都是 ${found.rows} 行，但内容不同`
      : `应该有 ${wanted.rows} 行，实际有 ${found.rows} 行`;
  return new CopyError('differs', `核对没有通过：${name} 表两边${what}。${AGAIN}`);
}

const AGAIN = '目标里什么都没有留下，原来的数据没有变：请再运行一次。';

/** Reads a whole table, without ever holding much of it. */
export async function sumOf(source: Source, table: string): Promise<Sum> {
  const sum = checksum();
  const columns = await source.columns(table);
  if (columns.length === 0) return sum.sum;
  for await (const rows of source.rows(table, columns)) for (const { values } of rows) sum.add(values);
  return sum.sum;
}

/** Adds up rows as both databases give them: whole numbers may come as text, bytes as buffers. */
function checksum(): { add(row: readonly unknown[]): void; readonly sum: Sum } {
  let rows = 0;
  let sum = 0n;
  return {
    add(row) {
      rows += 1;
      sum = BigInt.asUintN(128, sum + BigInt(`0x${digest(JSON.stringify(row.map(canonical))).slice(0, 32)}`));
    },
    get sum() {
      return { rows, sum: sum.toString(16) };
    },
  };
}

function canonical(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return value instanceof Uint8Array ? digest(value) : String(value);
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
