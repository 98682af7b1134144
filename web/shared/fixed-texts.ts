import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The literal first argument of `t(` and `rich(`, in single quotes as the formatter has them. */
const CALL = /\b(?:t|rich)\(\s*'((?:[^'\\\n]|\\.)*)'/g;

/** All texts that the sources under a folder pass to `t` and `rich`. Runs where a front end is built and tested, not in it. */
export function fixedTexts(folder: string): readonly string[] {
  const found = new Set<string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(name)) continue;
    for (const [, text = ''] of readFileSync(join(folder, name), 'utf8').matchAll(CALL)) {
      found.add(text.replace(/\\(.)/g, '$1'));
    }
  }
  return [...found].sort();
}
