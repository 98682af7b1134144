import { lstat, open, readdir, readFile, rm, rmdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Vault } from '../../bot/ports.ts';
import { unlessMissing } from '../unless-missing.ts';
import { writeWhole } from '../write-synced.ts';
import { isId, newFileId } from './file-id.ts';
import { outdated } from './retention.ts';
import type { ByteSeal } from './seal.ts';
import { HEAD_WITHIN, openFile, openHead, type Place, sealFile } from './sealed-file.ts';
import { VaultError } from './vault-error.ts';

interface FolderVaultOptions {
  /** Made with the first picture, for this user alone. */
  readonly dir: string;
  readonly seal: ByteSeal;
  readonly newId?: () => string;
}

/** How often a talk's folder is removed again when something came into it meanwhile. */
const TRIES = 5;

/** Pictures as sealed files, `dir/<talk>/<id>`. A file is there whole or not at all. */
export function folderVault({ dir, seal, newId = newFileId }: FolderVaultOptions): Vault {
  const failed = (cause: unknown): never => {
    throw new VaultError('file', `图片文件夹 ${dir} 读不了或写不了：请核对 DATA_DIR 的权限和剩余空间。`, { cause });
  };
  return {
    async put(talk, file, at) {
      const id = newId();
      const { ref, sealed } = sealFile(seal, { talk, id }, file, at);
      await writeWhole(join(dir, talk, id), sealed).catch(failed);
      return ref;
    },

    async get(talk, id) {
      if (!isId(talk) || !isId(id)) return undefined;
      const sealed = await unlessMissing(readFile(join(dir, talk, id))).catch(failed);
      return sealed && openFile(seal, { talk, id }, sealed);
    },

    async erase(talk) {
      if (!isId(talk)) return 0;
      return eraseFolder(join(dir, talk)).catch(failed);
    },

    async sweep(at) {
      const { swept, faults } = await sweepFolder(dir, seal, outdated(at)).catch(failed);
      if (faults.length > 0) failed(faults[0]);
      return swept;
    },
  };
}

/** Each picture is counted by whoever took it away, also when two erase at once. */
async function eraseFolder(folder: string): Promise<number> {
  let erased = 0;
  for (const name of await named(folder, 'file')) {
    if ((await removed(join(folder, name))) && isId(name)) erased += 1;
  }
  await rm(folder, { recursive: true, force: true, maxRetries: TRIES });
  return erased;
}

/** A folder that something is left in, or that is gone, is as it should be. */
const STAYS: ReadonlySet<string> = new Set(['ENOTEMPTY', 'EEXIST', 'ENOENT']);

/** Goes on past what cannot be removed: one broken folder is no reason to keep the others' pictures. */
async function sweepFolder(
  dir: string,
  seal: ByteSeal,
  since: string,
): Promise<{ readonly swept: number; readonly faults: readonly unknown[] }> {
  let swept = 0;
  const faults: unknown[] = [];
  for (const talk of await named(dir, 'folder')) {
    const folder = join(dir, talk);
    try {
      for (const id of await named(folder, 'file')) {
        const at = await putAt(dir, seal, { talk, id });
        if (at !== undefined && at <= since && (await removed(join(folder, id)))) swept += 1;
      }
    } catch (error) {
      faults.push(error);
    }
    await rmdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (!STAYS.has(error.code ?? '')) faults.push(error);
    });
  }
  return { swept, faults };
}

/** When a file was put; of one whose head does not open, when it was last written. Undefined where it is gone. */
async function putAt(dir: string, seal: ByteSeal, place: Place): Promise<string | undefined> {
  const file = join(dir, place.talk, place.id);
  try {
    return openHead(seal, place, await firstBytes(file)).at;
  } catch {
    return (await unlessMissing(lstat(file)))?.mtime.toISOString();
  }
}

async function firstBytes(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_WITHIN), 0, HEAD_WITHIN, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Links are neither: nothing here leads out of the folder. */
async function named(folder: string, kind: 'file' | 'folder'): Promise<readonly string[]> {
  const entries = (await unlessMissing(readdir(folder, { withFileTypes: true }))) ?? [];
  return entries.filter((entry) => (kind === 'file' ? entry.isFile() : entry.isDirectory())).map(({ name }) => name);
}

async function removed(file: string): Promise<boolean> {
  return (await unlessMissing(unlink(file).then(() => true))) ?? false;
}

/** All pictures of a folder, in the order of their places. */
export async function placesIn(dir: string): Promise<readonly Place[]> {
  const places: Place[] = [];
  for (const talk of await sorted(dir)) {
    if (!isId(talk)) continue;
    for (const id of await sorted(join(dir, talk))) if (isId(id)) places.push({ talk, id });
  }
  return places;
}

async function sorted(dir: string): Promise<readonly string[]> {
  const names = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
  return names.sort();
}
