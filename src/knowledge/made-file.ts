import { randomUUID, webcrypto } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';

/** Bytes of SHA-256 at the end of a made file. */
const SEAL = 32;
/** A file still unfinished after this many milliseconds was left by a process that died. */
const ABANDONED = 3_600_000;

/**
 * Writes a file that could be made again, with its checksum. Readers see the
 * old one or the new one, also while two processes write the same.
 */
export async function writeMade(file: string, bytes: Uint8Array): Promise<void> {
  const next = await unfinished(file);
  await writeFile(next, Buffer.concat([bytes, await digest(bytes)]));
  await rename(next, file);
}

/** What `writeMade` wrote; undefined where there is none, or it was cut or changed since. */
export async function readMade(file: string): Promise<Buffer | undefined> {
  const all = await readFile(file).catch(none);
  if (!all || all.length < SEAL) return undefined;
  const bytes = all.subarray(0, all.length - SEAL);
  return (await digest(bytes)).equals(all.subarray(all.length - SEAL)) ? bytes : undefined;
}

/** A name beside `file` that nobody else writes to; its folder exists. */
export async function unfinished(file: string): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  return `${file}.${randomUUID()}.next`;
}

/**
 * Deletes the files of the same kind (first word and ending of the name) but
 * `file` and the `others` newest ones, and what was never finished.
 */
export async function keepNewest(file: string, others: number): Promise<void> {
  const folder = dirname(file);
  const kind = `${basename(file).split('-')[0]}-`;
  const names = (await readdir(folder)).filter((name) => name.startsWith(kind) && name !== basename(file));
  const aged = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, name)).catch(none))?.mtimeMs ?? 0 })),
  );
  const left = aged.filter(({ name, at }) => name.endsWith('.next') && at < Date.now() - ABANDONED);
  const finished = aged.filter(({ name }) => name.endsWith(extname(file))).sort((a, b) => b.at - a.at);
  for (const { name } of [...left, ...finished.slice(others)]) {
    await rm(join(folder, name), { force: true });
    await rm(join(folder, `${name}.sha256`), { force: true });
  }
}

/** SHA-256, beside the main thread: of 20 MB it takes 50 ms. */
export async function digest(bytes: Uint8Array): Promise<Buffer> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
}

function none(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
