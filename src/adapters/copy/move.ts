import { takeAlone } from '../store/alone.ts';
import { fileIn } from '../store/open-store.ts';
import { checkMark, KEY_MARK } from '../vault/open-seal.ts';
import { COPIED } from './copied-tables.ts';
import { type Copied, copy, type Told } from './copy.ts';
import { emptyPostgres } from './postgres-data.ts';
import { wholeSqlite } from './sqlite-data.ts';

interface MoveOptions {
  /** Holds the SQLite file and the folder of pictures. */
  readonly dataDir: string;
  /** An empty PostgreSQL database. */
  readonly to: string;
  /** The vault's, which stays the same. */
  readonly key: Uint8Array;
  readonly told?: Told;
}

/**
 * Moves all that SQLite and the folder of pictures hold into PostgreSQL, all of it or nothing. Nobody uses the source
 * meanwhile, and it is never changed but for its schema.
 */
export async function move({ dataDir, to, key, told }: MoveOptions): Promise<Copied> {
  const database = await takeAlone(fileIn(dataDir));
  try {
    const source = wholeSqlite(database, dataDir);
    checkMark(await source.remembered(KEY_MARK), key);
    const target = await emptyPostgres(to, key);
    try {
      return await copy(source, target, { tables: COPIED, told });
    } finally {
      await target.close();
    }
  } finally {
    database.close();
  }
}
