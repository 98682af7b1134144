import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { postgresStore } from '../store/postgres.ts';
import type { Tables } from '../store/tables.ts';
import { openSeal } from '../vault/open-seal.ts';
import { vaultSeal } from '../vault/seal.ts';
import { checksum, type Sum } from './checksum.ts';
import { columnsOfPictures, copyPictures } from './copy-pictures.ts';
import { copyTable } from './copy-table.ts';
import { MoveError } from './move-error.ts';
import { MOVED, PICTURES } from './moved-tables.ts';
import { refuseForeign } from './refuse-foreign.ts';
import { openSource, type Source } from './source.ts';
import { beginOrContinue, finish, sumOf } from './target.ts';
import { placesIn } from './vault-folder.ts';

/** What is done, as a share of all rows and pictures: `copy`, then `verify`. */
type Told = (step: 'copy' | 'verify', done: number, all: number) => void;

interface MoveOptions {
  /** Holds the SQLite file and the folder of pictures. */
  readonly dataDir: string;
  /** An empty PostgreSQL database, or one to which a move was begun. */
  readonly to: string;
  /** The vault's, which stays the same. */
  readonly key: Uint8Array;
  readonly told?: Told;
}

export interface Moved {
  readonly continued: boolean;
  /** Rows of each table, as counted in the target. */
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  /** Pictures that were damaged, and left out: `talk/id`. */
  readonly damaged: readonly string[];
}

/**
 * Moves all that SQLite and the folder of pictures hold into PostgreSQL, and compares both sides. Nobody uses the
 * source meanwhile. Broken off, it goes on where it was; the source is never changed but for its schema.
 */
export async function move({ dataDir, to, key, told = () => {} }: MoveOptions): Promise<Moved> {
  const source = await openSource(dataDir);
  try {
    await refuseForeign(to);
    const { db } = await postgresStore(to);
    try {
      return await moved(source, db, { dir: join(dataDir, 'vault'), key, told });
    } finally {
      await db.destroy();
    }
  } finally {
    source.close();
  }
}

async function moved(
  source: Source,
  db: Kysely<Tables>,
  { dir, key, told }: { readonly dir: string; readonly key: Uint8Array; readonly told: Told },
): Promise<Moved> {
  const begun = await beginOrContinue(db, source.state());
  await openSeal(db, key);
  const seal = vaultSeal(key);
  const rows = MOVED.reduce((sum, { name }) => sum + source.count(name), 0);
  const pictures = (await placesIn(dir)).length;
  let before = 0;
  for (const table of MOVED) {
    await copyTable(source, db, table, (copied) => told('copy', before + copied, rows + pictures));
    before += source.count(table.name);
  }
  const talks = new Set([...source.all('talks')].map(([id]) => id));
  const isTalk = (talk: string): boolean => talks.has(talk);
  const copied = await copyPictures({ dir, seal, isTalk }, db, (looked) =>
    told('copy', rows + looked, rows + pictures),
  );
  if (copied.damaged.length > 0 && copied.rows === 0) {
    throw new MoveError(
      'row',
      '图片一张也打不开：VAULT_KEY（或 DATA_DIR 下的 vault.key）不是原来的那一把。改好后再运行一次。',
    );
  }
  told('copy', rows + pictures, rows + pictures);
  const tables: { name: string; rows: number }[] = [];
  let verified = 0;
  const compare = async (name: string, columns: readonly string[], wanted: Sum): Promise<void> => {
    const found = await sumOf(db, name, columns);
    if (found.rows !== wanted.rows || found.sum !== wanted.sum) throw differs(name, wanted, found);
    tables.push({ name, rows: found.rows });
    verified += found.rows;
    told('verify', verified, rows + copied.rows);
  };
  for (const { name } of MOVED) await compare(name, source.columns(name), summed(source, name));
  await compare(PICTURES, columnsOfPictures(), copied);
  await finish(db);
  return { continued: begun === 'continued', tables, damaged: copied.damaged };
}

function summed(source: Source, table: string): Sum {
  const sum = checksum();
  for (const row of source.all(table)) sum.add(row);
  return sum.sum;
}

function differs(name: string, wanted: Sum, found: Sum): MoveError {
  const what =
    wanted.rows === found.rows
      ? `都是 ${found.rows} 行，但内容不同`
      : `应该有 ${wanted.rows} 行，实际有 ${found.rows} 行`;
  return new MoveError(
    'differs',
    `核对没有通过：${name} 表两边${what}。请把目标数据库删掉重建（drop database、create database），再从头迁移；原来的数据没有变。`,
  );
}
