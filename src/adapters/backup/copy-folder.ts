import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { placeName, placesIn } from '../move/vault-folder.ts';
import { PICTURES } from './manifest.ts';
import { writeSynced } from './write-synced.ts';

/**
 * Copies the pictures of the talks that were copied before, and gives their checksums. All that a copied line names is
 * there, but for what was erased or past its time meanwhile.
 */
export async function copyFolder(
  { dir, isTalk }: { readonly dir: string; readonly isTalk: (talk: string) => boolean },
  folder: string,
  told: (done: number, all: number) => void,
): Promise<ReadonlyMap<string, string>> {
  const places = (await placesIn(dir)).filter(({ talk }) => isTalk(talk));
  const sums = new Map<string, string>();
  for (const [at, place] of places.entries()) {
    const sealed = await unlessGone(join(dir, placeName(place)));
    if (sealed) {
      const name = `${PICTURES}/${placeName(place)}`;
      await writeSynced(join(folder, name), sealed);
      sums.set(name, createHash('sha256').update(sealed).digest('hex'));
    }
    told(at + 1, places.length);
  }
  return sums;
}

async function unlessGone(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
