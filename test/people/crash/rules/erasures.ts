import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Eraser } from '../eraser.ts';
import type { Kept } from '../kept.ts';

/** Whether nothing is left, in the database's files or among the pictures, of what was erased with an acknowledgement. */
export function erasures(folder: string, kept: readonly Kept[], erasers: readonly Eraser[]): readonly string[] {
  const done = erasers.flatMap((one) => one.erasures);
  const files = readdirSync(folder).filter((name) => /\.(db|sqlite)/.test(name));
  if (files.length === 0) return ['there is no file of the database to look into'];
  const bytes = files.map((name) => readFileSync(join(folder, name)));
  return done.flatMap(({ talk, mark, whole }) => {
    const vault = join(folder, 'vault', talk);
    const pictures = existsSync(vault) ? readdirSync(vault) : [];
    const left = kept.find(({ record }) => record.id === talk);
    return [
      ...(pictures.length > 0 ? [`${talk} was erased, and its vault holds ${pictures.join(' ')}`] : []),
      ...(whole && left ? [`${talk} was erased, and is there`] : []),
      ...(!whole && left?.lines.length !== 1 ? [`${talk} was erased, and has ${left?.lines.length} lines`] : []),
      ...(bytes.some((one) => one.includes(mark)) ? [`${talk} was erased, and its words are still on disk`] : []),
    ];
  });
}
