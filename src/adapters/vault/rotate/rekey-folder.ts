import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { placeName, placesIn } from '../../move/vault-folder.ts';
import { writeWhole } from '../../write-synced.ts';
import { type Both, rekeyPicture } from './rekey.ts';
import type { Counting } from './tally.ts';

/** Seals the pictures of a folder with the new key, one by one: each is there whole, with one key or the other. */
export async function rekeyFolder(dir: string, both: Both, counting: Counting): Promise<void> {
  for (const place of await placesIn(dir)) {
    const file = join(dir, place.talk, place.id);
    const rekeyed = rekeyPicture(both, place, await readFile(file));
    if (rekeyed.is === 'changed') await writeWhole(file, rekeyed.sealed);
    counting.count(rekeyed.is, placeName(place));
  }
}
