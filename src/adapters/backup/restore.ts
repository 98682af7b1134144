import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { STEP_NAMES } from '../store/migrate.ts';
import { fingerprint } from '../vault/fingerprint.ts';
import { vaultSeal } from '../vault/seal.ts';
import { BackupError } from './backup-error.ts';
import { checkSums } from './checksums.ts';
import { erasedSince, type Place } from './erased-since.ts';
import { intoPostgres, setAside, usesDatabase } from './into-postgres.ts';
import { intoFolder, usesFolder } from './into-sqlite.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { nameAt } from './old-backups.ts';
import { type Staged, stage, stagedBefore } from './stage.ts';

interface RestoreOptions {
  /** The folder of one back-up. */
  readonly from: string;
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  /** The key that was the service's when the back-up was made. */
  readonly key: Uint8Array;
  /** Whether what is there may be set aside. */
  readonly force?: boolean;
  /** Where a newer state of the same desk is, beside what is there; its log tells what people erased since. */
  readonly erasedFrom?: Place | undefined;
  readonly clock?: () => Date;
  readonly told?: (step: 'check' | 'copy' | 'restore', done: number, all: number) => void;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Talks that were erased again; undefined where nobody could tell which people had erased since. */
  readonly erased: number | undefined;
  /** Where what was there lies now: a folder, or a schema of the database. */
  readonly aside: string | undefined;
}

/**
 * Checks a back-up and puts it in the place of what is there, whichever database either is of. Nothing is changed before
 * all of it was read; what people erased since is erased again where a newer state tells. Nobody uses the target meanwhile.
 */
export async function restore(options: RestoreOptions): Promise<Restored> {
  const { from, dataDir, databaseUrl, key, force = false, told = () => {} } = options;
  const manifest = await readManifest(from);
  checkVersion(manifest);
  checkKey(manifest, key);
  const used =
    databaseUrl === undefined ? ((await usesFolder(dataDir)) ? 'used' : 'empty') : await usesDatabase(databaseUrl);
  if (used === 'used' && !force) {
    const where = databaseUrl === undefined ? `${dataDir} 里` : 'DATABASE_URL 的数据库里';
    throw new BackupError(
      'target',
      `${where}已经有内容。要换成备份里的，请加上 --force：现有的会移到一边，不会删掉。没有恢复任何东西。`,
    );
  }
  const here: Place = databaseUrl === undefined ? { dataDir } : { databaseUrl };
  const folder = join(dataDir, 'restore.part');
  const seal = vaultSeal(key);
  const staged =
    (used === 'begun' ? await stagedBefore(folder, manifest) : undefined) ??
    (await stage(
      { folder: from, names: await checkSums(from, (done, all) => told('check', done, all)), manifest },
      {
        folder,
        seal,
        erasedSince: (database) => erasedOf(database, options.erasedFrom, used === 'used' ? here : undefined),
        told: (done, all) => told('copy', done, all),
      },
    ));
  const aside = await put(staged, used, options);
  return { manifest, erased: staged.erased, aside };
}

async function put(
  { folder }: Staged,
  used: 'empty' | 'begun' | 'used',
  { dataDir, databaseUrl, key, clock = () => new Date(), told = () => {} }: RestoreOptions,
): Promise<string | undefined> {
  const name = nameAt(clock()).replace('beian-', 'before-restore-');
  if (databaseUrl === undefined) return intoFolder(folder, dataDir, name);
  const schema = used === 'used' ? name.toLowerCase().replaceAll('-', '_') : undefined;
  if (schema) await setAside(databaseUrl, schema);
  await intoPostgres(folder, {
    url: databaseUrl,
    key,
    told: (done, all) => told('restore', done, all),
  });
  await rm(folder, { recursive: true, force: true });
  return schema;
}

/** What a newer state that was named, and what is there, know of; undefined where neither is one. Throws where the named one is none. */
async function erasedOf(
  database: string,
  named: Place | undefined,
  here: Place | undefined,
): Promise<readonly string[] | undefined> {
  const told = await Promise.all([named, here].map((place) => place && erasedSince(database, place)));
  if (named && told[0] === undefined) {
    throw new BackupError(
      'source',
      '--erased-from 的数据读不了，或者不是这份备份之后的：请核对它的位置。没有恢复任何东西。',
    );
  }
  const known = told.filter((talks) => talks !== undefined);
  return known.length === 0 ? undefined : [...new Set(known.flat())];
}

function checkVersion({ schema }: Manifest): void {
  if (STEP_NAMES.includes(schema)) return;
  throw new BackupError(
    'newer',
    `这份备份来自更新的版本（数据库结构 ${schema}）：请用那个版本的程序恢复。没有恢复任何东西。`,
  );
}

function checkKey({ key: wanted }: Manifest, key: Uint8Array): void {
  const found = fingerprint(key);
  if (found === wanted) return;
  throw new BackupError(
    'key',
    `这份备份要用指纹为 ${wanted} 的密钥，现在的密钥是 ${found}：请核对 VAULT_KEY 或 DATA_DIR 下的 vault.key。没有恢复任何东西。`,
  );
}
