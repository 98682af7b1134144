import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import type { ByteSeal } from '../vault/seal.ts';
import { checksum, type Sum } from './checksum.ts';
import { PICTURES } from './moved-tables.ts';
import { insert, progressOf, remember } from './target.ts';
import { placeName, placesIn, readPicture, type SealedPicture } from './vault-folder.ts';

const COLUMNS = ['talk', 'id', 'at', 'sealed'] as const;
/** Bytes and pictures of one transaction. */
const BYTES_TOGETHER = 16 * 1024 * 1024;
const TOGETHER = 50;

interface CopyPictures {
  readonly dir: string;
  readonly seal: ByteSeal;
  /** Whether there is such a talk: pictures go with theirs. */
  readonly isTalk: (talk: string) => boolean;
}

/** What was read of the folder, all of it, also what an earlier run had copied. */
interface CopiedPictures extends Sum {
  /** Places of those that do not open: they are left out. */
  readonly damaged: readonly string[];
}

/** Copies what is left of the vault's folder into its table; `told` hears how many have been looked at. */
export async function copyPictures(
  { dir, seal, isTalk }: CopyPictures,
  db: Kysely<Tables>,
  told: (looked: number) => void,
): Promise<CopiedPictures> {
  const places = (await placesIn(dir)).filter(({ talk }) => isTalk(talk));
  const before = await progressOf(db, PICTURES);
  const damaged: string[] = [];
  const sum = checksum();
  let batch: SealedPicture[] = [];
  let bytes = 0;
  const flush = async (last: string, looked: number): Promise<void> => {
    const rows = batch.map(({ talk, id, at, sealed }) => [talk, id, at, sealed]);
    await db.transaction().execute(async (transaction) => {
      if (rows.length > 0) await insert(transaction, PICTURES, { columns: COLUMNS, rows });
      await remember(transaction, PICTURES, { last, copied: looked });
    });
    batch = [];
    bytes = 0;
    told(looked);
  };
  for (const [at, place] of places.entries()) {
    const picture = await readPicture(dir, seal, place);
    const name = placeName(place);
    if (!picture) damaged.push(name);
    else sum.add(COLUMNS.map((column) => picture[column]));
    // In the order of the folder, which is nobody's but ours while the file is held.
    if (at < before.copied) continue;
    if (picture) {
      batch.push(picture);
      bytes += picture.sealed.length;
    }
    if (batch.length >= TOGETHER || bytes >= BYTES_TOGETHER || at === places.length - 1) await flush(name, at + 1);
  }
  return { ...sum.sum, damaged };
}

export function columnsOfPictures(): readonly string[] {
  return COLUMNS;
}
