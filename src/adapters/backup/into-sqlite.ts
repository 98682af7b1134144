import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { placesIn } from '../move/vault-folder.ts';
import { holdFile } from '../store/alone.ts';
import { StoreError } from '../store/store-error.ts';
import { DATABASE, PICTURES } from './manifest.ts';

/** Whether a folder has a desk's data. Throws a StoreError where the service runs on it. */
export async function usesFolder(dataDir: string): Promise<boolean> {
  const file = join(dataDir, DATABASE);
  if (existsSync(file)) {
    try {
      holdFile(file).close();
    } catch (error) {
      if (error instanceof StoreError && error.code === 'in-use') throw error;
      // Damaged: that is why somebody restores.
    }
    return true;
  }
  return (await placesIn(join(dataDir, PICTURES))).length > 0;
}

/** Puts what was staged in the place of what is there; that is set aside. Gives where. */
export async function intoFolder(staged: string, dataDir: string, aside: string): Promise<string | undefined> {
  const there = [DATABASE, `${DATABASE}-wal`, `${DATABASE}-shm`, PICTURES].filter((name) =>
    existsSync(join(dataDir, name)),
  );
  const kept = join(dataDir, aside);
  // The database first: without one a folder is empty, and with one it is whole.
  for (const name of there) {
    await mkdir(kept, { recursive: true, mode: 0o700 });
    await rename(join(dataDir, name), join(kept, name));
  }
  if (existsSync(join(staged, PICTURES))) await rename(join(staged, PICTURES), join(dataDir, PICTURES));
  await rename(join(staged, DATABASE), join(dataDir, DATABASE));
  await rm(staged, { recursive: true, force: true });
  return there.length > 0 ? kept : undefined;
}
