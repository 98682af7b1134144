import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint } from '../vault/fingerprint.ts';
import { checkMark, KEY_MARK } from '../vault/open-seal.ts';
import { type Manifest, nameAt, sealArchive } from './archive.ts';
import { KEPT } from './copied-tables.ts';
import { copy, type Told } from './copy.ts';
import { CopyError } from './copy-error.ts';
import { runningPostgres } from './postgres-data.ts';
import { newSqlite, runningSqlite } from './sqlite-data.ts';

/** What a full disk is called, by the system and by SQLite. */
const FULL = /^(ENOSPC|EDQUOT|SQLITE_FULL)$/;

interface BackUpOptions {
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  /** The service's key. It is only looked at, to name it. */
  readonly key: Uint8Array;
  /** The folder of all back-ups; each gets a folder of its own in it. */
  readonly to: string;
  readonly clock?: () => Date;
  readonly told?: Told;
}

export interface BackedUp extends Manifest {
  readonly folder: string;
}

/**
 * Copies what a running service holds: the database as it is at one moment, then the pictures. All that was
 * acknowledged before it began is in it. A back-up that was broken off has no name: its folder ends with `.part`.
 */
export async function backUp(options: BackUpOptions): Promise<BackedUp> {
  const { to, clock = () => new Date() } = options;
  const at = clock();
  const folder = join(to, nameAt(at));
  const part = `${folder}.part`;
  await mkdir(part, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw new CopyError('target', `备份文件夹 ${to} 写不了：请核对 --to 和权限。`, { cause });
  });
  try {
    const manifest = await copied(part, at.toISOString(), options);
    await rename(part, folder);
    return { ...manifest, folder };
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    if (!FULL.test(String((error as NodeJS.ErrnoException).code))) throw error;
    throw new CopyError('target', `备份文件夹 ${to} 的磁盘满了：请腾出空间，再备份一次。`, { cause: error });
  }
}

async function copied(
  folder: string,
  at: string,
  { dataDir, databaseUrl, key, told }: BackUpOptions,
): Promise<Manifest> {
  const source = databaseUrl === undefined ? runningSqlite(dataDir) : await runningPostgres(databaseUrl);
  try {
    // A back-up that names the wrong key, or needs two of them, is none.
    checkMark(await source.remembered(KEY_MARK), key);
    const schema = await source.schema();
    const target = await newSqlite(folder, schema);
    try {
      const { tables, pictures } = await copy(source, target, { tables: KEPT, told });
      const from = databaseUrl === undefined ? 'sqlite' : 'postgres';
      const manifest: Manifest = { format: 1, at, from, schema, key: fingerprint(key), tables, pictures };
      await sealArchive(folder, manifest);
      return manifest;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
