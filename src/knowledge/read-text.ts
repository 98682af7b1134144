import { readFile } from 'node:fs/promises';
import { ContentError } from './content-error.ts';

/** The text of a content file, with or without a byte order mark. Throws a ContentError where it is missing. */
export async function readText(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    throw new ContentError(file, 1, '缺少这个文件。请补上。', { cause });
  }
}
