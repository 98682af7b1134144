import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { unlessMissing } from '../unless-missing.ts';
import { BackupError, unreadable } from './backup-error.ts';

/** Names within the folder of a back-up. */
export const MANIFEST = 'manifest.json';
export const DATABASE = 'beian.sqlite';
export const PICTURES = 'vault';
export const SUMS = 'SHA256SUMS';

const Sum = z.object({ rows: z.int(), sum: z.string() });

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
  tables: z.record(z.string(), Sum),
  pictures: z.int(),
});

export type Manifest = z.output<typeof Manifest>;

/** Throws a BackupError where the folder is no back-up. */
export async function readManifest(folder: string): Promise<Manifest> {
  const file = join(folder, MANIFEST);
  const text = await unlessMissing(readFile(file, 'utf8')).catch(unreadable(file));
  if (text === undefined) {
    throw new BackupError(
      'source',
      `${folder} 里没有 ${MANIFEST}，不是一份完整的备份：请核对 --from，它是 beian- 开头的那个文件夹。`,
    );
  }
  try {
    return Manifest.parse(JSON.parse(text));
  } catch (cause) {
    throw new BackupError('newer', `${file} 读不懂：它可能来自更新的版本，请用那个版本恢复。`, {
      cause,
    });
  }
}
