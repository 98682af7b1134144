import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { unlessMissing } from '../unless-missing.ts';
import { writeSynced } from '../write-synced.ts';
import { CopyError } from './copy-error.ts';

/** Names within the folder of a back-up, beside the database and the pictures. */
const MANIFEST = 'manifest.json';
const SUMS = 'SHA256SUMS';

const DAY = 24 * 3_600_000;

/** What a back-up says of itself. The key is not in it. */
const Manifest = z.object({
  format: z.literal(1),
  /** When it was begun (ISO 8601): what was acknowledged before is in it. */
  at: z.string(),
  from: z.enum(['sqlite', 'postgres']),
  /** The last step of the schema. */
  schema: z.string(),
  /** The fingerprint of the key with which it was sealed. */
  key: z.string(),
  /** Rows of each table and their checksum. */
  tables: z.record(z.string(), z.object({ rows: z.int(), sum: z.string() })),
  pictures: z.int(),
});

export type Manifest = z.output<typeof Manifest>;

/** Makes a back-up of a folder with a database and pictures: what it says of itself, and what `sha256sum -c` reads. */
export async function sealArchive(folder: string, manifest: Manifest): Promise<void> {
  await writeSynced(join(folder, MANIFEST), `${JSON.stringify(manifest, undefined, 2)}\n`);
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  let lines = '';
  for (const name of names.sort()) lines += `${await sumOfFile(name)}  ${name.slice(join(folder, '/').length)}\n`;
  await writeSynced(join(folder, SUMS), lines);
}

/** Throws a CopyError where the folder is no back-up. */
export async function readManifest(folder: string): Promise<Manifest> {
  const file = join(folder, MANIFEST);
  const text = await unlessMissing(readFile(file, 'utf8')).catch(unreadable(file));
  if (text === undefined) {
    throw new CopyError(
      'source',
      `${folder} 里没有 ${MANIFEST}，不是一份完整的备份：请核对 --from，它是 beian- 开头的那个文件夹。`,
    );
  }
  try {
    return Manifest.parse(JSON.parse(text));
  } catch (cause) {
    throw new CopyError('newer', `${file} 读不懂：它可能来自更新的版本，请用那个版本恢复。`, { cause });
  }
}

/** The files of a back-up, each with the checksum that it had, and as many pictures as there were. */
export async function filesOf(folder: string, { pictures }: Manifest): Promise<ReadonlyMap<string, string>> {
  const file = join(folder, SUMS);
  const text = await unlessMissing(readFile(file, 'utf8')).catch(unreadable(file));
  if (text === undefined) throw new CopyError('damaged', `${folder} 里没有 ${SUMS}：这份备份不完整，请用另一份。`);
  const sums = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, sum, name] = /^([0-9a-f]{64}) {2}([\w./-]+)$/.exec(line) ?? [];
    if (sum && name && !name.split('/').includes('..')) sums.set(name, sum);
  }
  // Checksums that were cut off name fewer files, and all of those are whole.
  const found = [...sums.keys()].filter((name) => name.includes('/')).length;
  if (found === pictures) return sums;
  throw new CopyError(
    'damaged',
    `备份里应该有 ${pictures} 张图片，${SUMS} 里只有 ${found} 张：请用另一份。没有恢复任何东西。`,
  );
}

/** SHA-256 of a file, in hexadecimal. */
export async function sumOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Of a file that is there and cannot be read. */
export function unreadable(file: string): (cause: unknown) => never {
  return (cause) => {
    throw new CopyError('source', `${file} 读不了：请核对权限和磁盘。`, { cause });
  };
}

/** `beian-20260302T060000Z`. */
export function nameAt(at: Date): string {
  return `beian-${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** The back-ups of a folder, oldest first. */
export async function backupsIn(folder: string): Promise<readonly { readonly name: string; readonly at: Date }[]> {
  const names = (await unlessMissing(readdir(folder))) ?? [];
  return names.sort().flatMap((name) => {
    const at = timeOf(name);
    return at && !name.endsWith('.part') ? [{ name, at }] : [];
  });
}

/** Removes what is older than so many days, and what was broken off a day ago or earlier. Gives the names. */
export async function removeOld(folder: string, days: number, now: Date): Promise<readonly string[]> {
  const old = (await readdir(folder)).sort().filter((name) => {
    const at = timeOf(name);
    const most = name.endsWith('.part') ? 1 : days;
    return at !== undefined && now.getTime() - at.getTime() > most * DAY;
  });
  for (const name of old) await rm(join(folder, name), { recursive: true, force: true });
  return old;
}

function timeOf(name: string): Date | undefined {
  const [, year, month, day, hour, minute, second] =
    /^beian-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(?:\.part)?$/.exec(name) ?? [];
  return year === undefined ? undefined : new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
