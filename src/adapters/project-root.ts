import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, with `data`, `models`, `web` and `dist` in it: above the sources and what is built of them alike. */
export const projectRoot = above(fileURLToPath(import.meta.url));

function above(path: string): string {
  const folder = dirname(path);
  if (existsSync(join(folder, 'data', 'faq'))) return folder;
  if (folder === path) throw new Error('找不到项目的文件夹：它里面有 data/faq。dist 请和 data、models、web 放在一起。');
  return above(folder);
}
