import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { placeName } from '../move/vault-folder.ts';
import type { Place } from '../vault/sealed-file.ts';
import { writeSynced } from '../write-synced.ts';
import { PICTURES } from './manifest.ts';

/** Puts a picture into a back-up, sealed as it is. Gives its name there and its checksum. */
export async function putPicture(folder: string, place: Place, sealed: Buffer): Promise<readonly [string, string]> {
  const name = `${PICTURES}/${placeName(place)}`;
  await writeSynced(join(folder, name), sealed);
  return [name, createHash('sha256').update(sealed).digest('hex')];
}
