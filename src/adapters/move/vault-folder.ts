import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isId } from '../vault/file-id.ts';
import type { ByteSeal } from '../vault/seal.ts';
import { openFile, openHead, type Place } from '../vault/sealed-file.ts';

/** A picture as it lies in the table; still sealed. */
export interface SealedPicture extends Place {
  readonly at: string;
  readonly sealed: Buffer;
}

/** All pictures of a folder, in the order of their places. */
export async function placesIn(dir: string): Promise<readonly Place[]> {
  const places: Place[] = [];
  for (const talk of await names(dir)) {
    if (!isId(talk)) continue;
    for (const id of await names(join(dir, talk))) if (isId(id)) places.push({ talk, id });
  }
  return places;
}

/** Opens it all the way, to see that it is whole. Undefined where it is damaged, or sealed with another key. */
export async function readPicture(dir: string, seal: ByteSeal, place: Place): Promise<SealedPicture | undefined> {
  const sealed = await readFile(join(dir, place.talk, place.id));
  try {
    openFile(seal, place, sealed);
    return { ...place, at: openHead(seal, place, sealed).at, sealed };
  } catch {
    return undefined;
  }
}

export function placeName({ talk, id }: Place): string {
  return `${talk}/${id}`;
}

async function names(dir: string): Promise<readonly string[]> {
  const all = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
  return all.sort();
}
