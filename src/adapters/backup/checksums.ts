import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { unlessMissing } from '../unless-missing.ts';
import { writeSynced } from '../write-synced.ts';
import { BackupError, unreadable } from './backup-error.ts';
import { SUMS } from './manifest.ts';

/** SHA-256 of a file, in hexadecimal. */
export async function sumOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Writes what `sha256sum -c` reads. */
export async function writeSums(folder: string, sums: ReadonlyMap<string, string>): Promise<void> {
  const lines = [...sums].map(([name, sum]) => `${sum}  ${name}\n`);
  await writeSynced(join(folder, SUMS), lines.join(''));
}

/** The files of a back-up. Throws a BackupError for the first one that is missing or not as it was written. */
export async function checkSums(
  folder: string,
  told: (done: number, all: number) => void = () => {},
): Promise<readonly string[]> {
  const sums = join(folder, SUMS);
  const text = await unlessMissing(readFile(sums, 'utf8')).catch(unreadable(sums));
  if (text === undefined) {
    throw new BackupError('damaged', `${folder} 里没有 ${SUMS}：这份备份不完整，请用另一份。`);
  }
  const entries = text.split('\n').flatMap((line) => {
    const [, sum, name] = /^([0-9a-f]{64}) {2}([\w./-]+)$/.exec(line) ?? [];
    return sum && name && !name.split('/').includes('..') ? [{ sum, name }] : [];
  });
  for (const [at, { sum, name }] of entries.entries()) {
    const file = join(folder, name);
    const found = await unlessMissing(sumOfFile(file)).catch(unreadable(file));
    if (found !== sum) {
      const what = found === undefined ? '不见了' : '和备份时不一样';
      throw new BackupError('damaged', `备份里的 ${name} ${what}：这份备份坏了，请用另一份。没有恢复任何东西。`);
    }
    told(at + 1, entries.length);
  }
  return entries.map(({ name }) => name);
}
