import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isMissing } from './unless-missing.ts';

/** How often a folder is made again when somebody took it away empty. */
const TRIES = 5;

/** A new file of this user's alone, on disk before it goes on. */
export async function writeSynced(file: string, content: Uint8Array | string): Promise<void> {
  const handle = await created(file);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * The same, also in the place of what is there: written aside as `file.part`, then renamed, so that whoever reads finds
 * one or the other whole. What a process that died left aside is written anew.
 */
export async function writeWhole(file: string, content: Uint8Array | string): Promise<void> {
  const aside = `${file}.part`;
  await rm(aside, { force: true });
  try {
    await writeSynced(aside, content);
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

async function created(file: string): Promise<FileHandle> {
  for (let attempt = 1; ; attempt += 1) {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    try {
      return await open(file, 'wx', 0o600);
    } catch (error) {
      if (!isMissing(error) || attempt === TRIES) throw error;
    }
  }
}
