import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { placeName, placesIn } from '../../move/vault-folder.ts';
import { type Both, rekeyPicture } from './rekey.ts';
import type { Counting } from './tally.ts';

/** Seals the pictures of a folder with the new key, one by one: each is there whole, with one key or the other. */
export async function rekeyFolder(dir: string, both: Both, counting: Counting): Promise<void> {
  for (const place of await placesIn(dir)) {
    const file = join(dir, place.talk, place.id);
    const rekeyed = rekeyPicture(both, place, await readFile(file));
    if (rekeyed.is === 'changed') await replace(file, rekeyed.sealed);
    counting.count(rekeyed.is, placeName(place));
  }
}

async function replace(file: string, content: Buffer): Promise<void> {
  const aside = `${file}.part`;
  try {
    const handle = await open(aside, 'w', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}
