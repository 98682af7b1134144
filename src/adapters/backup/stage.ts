import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sqliteStore } from '../store/sqlite.ts';
import { unlessMissing } from '../unless-missing.ts';
import { folderVault } from '../vault/folder-vault.ts';
import type { ByteSeal } from '../vault/seal.ts';
import { writeWhole } from '../write-synced.ts';
import { BackupError, unreadable } from './backup-error.ts';
import { differing, lookInto } from './look-into.ts';
import { DATABASE, MANIFEST, type Manifest, PICTURES, SUMS } from './manifest.ts';

/** A back-up as it will be restored: of this version's schema, and without what was erased since. */
export interface Staged {
  readonly folder: string;
  /** How many talks were erased again; undefined where nobody could tell which. */
  readonly erased: number | undefined;
}

/** Says that a staged back-up is complete, and of which one it is. */
const READY = 'staged.json';

/** What an earlier run staged of the same back-up, to go on with. */
export async function stagedBefore(folder: string, manifest: Manifest): Promise<Staged | undefined> {
  const ready = join(folder, READY);
  const text = await unlessMissing(readFile(ready, 'utf8')).catch(unreadable(ready));
  if (text === undefined) return undefined;
  const { at, erased } = JSON.parse(text) as { at: string; erased?: number };
  return at === manifest.at ? { folder, erased } : undefined;
}

interface From {
  readonly folder: string;
  readonly names: readonly string[];
  readonly manifest: Manifest;
}

interface To {
  readonly folder: string;
  readonly seal: ByteSeal;
  readonly erasedSince: (database: string) => Promise<readonly string[] | undefined>;
  readonly told: (done: number, all: number) => void;
}

/** Copies a back-up, brings it up to date and erases what people had erased after it was made. Where that fails, nothing of it stays. */
export async function stage(from: From, to: To): Promise<Staged> {
  checkPictures(from);
  await rm(to.folder, { recursive: true, force: true });
  try {
    return await filled(from, to);
  } catch (error) {
    await rm(to.folder, { recursive: true, force: true });
    throw error;
  }
}

async function filled(from: From, to: To): Promise<Staged> {
  const wanted = from.names.filter((name) => name !== MANIFEST);
  for (const [at, name] of wanted.entries()) {
    const file = join(to.folder, name);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await copyFile(join(from.folder, name), file);
    to.told(at + 1, wanted.length);
  }
  const database = join(to.folder, DATABASE);
  checkTables(database, from.manifest);
  const gone = await to.erasedSince(database);
  const store = await sqliteStore(database);
  try {
    const vault = folderVault({ dir: join(to.folder, PICTURES), seal: to.seal });
    for (const talk of gone ?? []) {
      await vault.erase(talk);
      await store.erase(talk);
    }
  } finally {
    await store.close();
  }
  const staged: Staged = { folder: to.folder, erased: gone?.length };
  await writeWhole(join(to.folder, READY), JSON.stringify({ at: from.manifest.at, erased: staged.erased }));
  return staged;
}

/** Checksums that were cut off name fewer files, and all of those are whole. */
function checkPictures({ names, manifest: { pictures: wanted } }: From): void {
  const found = names.filter((name) => name.startsWith(`${PICTURES}/`)).length;
  if (found === wanted) return;
  throw new BackupError(
    'damaged',
    `备份里应该有 ${wanted} 张图片，${SUMS} 里只有 ${found} 张：请用另一份。没有恢复任何东西。`,
  );
}

function checkTables(database: string, { tables: wanted }: Manifest): void {
  const inside = lookInto(database);
  const { tables } = inside;
  inside.close();
  const name = differing(wanted, tables);
  if (name === undefined) return;
  throw new BackupError('damaged', `备份里的 ${name} 表和备份时记下的不一样：请用另一份。没有恢复任何东西。`);
}
