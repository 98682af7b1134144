import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { placeName, placesIn } from '../move/vault-folder.ts';
import { unlessMissing } from '../unless-missing.ts';
import { putPicture } from './put-picture.ts';

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
    const sealed = await unlessMissing(readFile(join(dir, placeName(place))));
    if (sealed) sums.set(...(await putPicture(folder, place, sealed)));
    told(at + 1, places.length);
  }
  return sums;
}
