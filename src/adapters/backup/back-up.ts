import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint } from '../vault/fingerprint.ts';
import { checkMark, KEY_MARK } from '../vault/open-seal.ts';
import { writeSynced } from '../write-synced.ts';
import { BackupError } from './backup-error.ts';
import { sumOfFile, writeSums } from './checksums.ts';
import { copyFolder } from './copy-folder.ts';
import { copyPostgres } from './copy-postgres.ts';
import { copySqlite } from './copy-sqlite.ts';
import { differing, lookInto } from './look-into.ts';
import { DATABASE, MANIFEST, type Manifest, PICTURES } from './manifest.ts';
import { nameAt } from './old-backups.ts';

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
  readonly told?: (step: 'copy', done: number, all: number) => void;
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
    throw new BackupError('target', `备份文件夹 ${to} 写不了：请核对 --to 和权限。`, { cause });
  });
  try {
    const manifest = await copied(part, at.toISOString(), options);
    await rename(part, folder);
    return { ...manifest, folder };
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    if (!FULL.test(String((error as NodeJS.ErrnoException).code))) throw error;
    throw new BackupError('target', `备份文件夹 ${to} 的磁盘满了：请腾出空间，再备份一次。`, { cause: error });
  }
}

async function copied(folder: string, at: string, options: BackUpOptions): Promise<Manifest> {
  const { dataDir, databaseUrl, key } = options;
  const file = join(folder, DATABASE);
  const told = (done: number, all: number): void => options.told?.('copy', done, all);
  const postgres = databaseUrl === undefined ? undefined : await copyPostgres(databaseUrl, folder, told);
  if (!postgres) copySqlite(join(dataDir, DATABASE), file);
  const inside = lookInto(file);
  try {
    checkMark(inside.remembered(KEY_MARK), key);
    const { talks, tables, schema } = inside;
    if (postgres) checkCopied(postgres.tables, tables);
    const dir = join(dataDir, PICTURES);
    const pictures = postgres?.sums ?? (await copyFolder({ dir, isTalk: (talk) => talks.has(talk) }, folder, told));
    const manifest: Manifest = {
      format: 1,
      at,
      from: postgres ? 'postgres' : 'sqlite',
      schema,
      key: fingerprint(key),
      tables,
      pictures: pictures.size,
    };
    await writeSynced(join(folder, MANIFEST), `${JSON.stringify(manifest, undefined, 2)}\n`);
    const own = await Promise.all(
      [MANIFEST, DATABASE].map(async (name) => [name, await sumOfFile(join(folder, name))] as const),
    );
    await writeSums(folder, new Map([...own, ...pictures]));
    return manifest;
  } finally {
    inside.close();
  }
}

function checkCopied(wanted: Manifest['tables'], found: Manifest['tables']): void {
  const name = differing(wanted, found);
  if (name === undefined) return;
  throw new BackupError('damaged', `核对没有通过：${name} 表和数据库里的不一样，这次没有备份成。请再备份一次。`);
}
