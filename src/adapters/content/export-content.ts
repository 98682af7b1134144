import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LinkRules } from '../../bot/links.ts';
import { ADDED } from '../../knowledge/overlay.ts';
import { parseQuestions } from '../../knowledge/questions.ts';
import type { SetContent } from './set-content.ts';

/**
 * Writes what is set into the files of `dataDir`: questions under a heading at the end of their file, rules in their
 * place. What the files have already is left as it is. Gives the files that changed, as paths in `dataDir`.
 */
export async function exportContent(
  dataDir: string,
  { overlay, rules }: Pick<SetContent, 'overlay' | 'rules'>,
): Promise<readonly string[]> {
  const changed: string[] = [];
  const write = async (file: string, before: string, after: string): Promise<void> => {
    if (before === after) return;
    await writeFile(join(dataDir, `${file}.next`), after);
    await rename(join(dataDir, `${file}.next`), join(dataDir, file));
    changed.push(file);
  };
  const append = async (file: string, texts: readonly string[]): Promise<void> => {
    const before = await readFile(join(dataDir, file), 'utf8');
    await write(file, before, withTexts(file, before, texts));
  };
  const edit = async <T>(name: string, change: (rules: T) => T): Promise<void> => {
    const file = join('rules', name);
    const before = await readFile(join(dataDir, file), 'utf8');
    const is = JSON.parse(before) as T;
    const next = change(is);
    if (JSON.stringify(is) !== JSON.stringify(next)) await write(file, before, `${JSON.stringify(next, null, 2)}\n`);
  };

  const names = await readdir(join(dataDir, 'faq'));
  for (const [number, texts] of overlay.similar) {
    const name = names.find((one) => one.endsWith('.txt') && Number.parseInt(one, 10) === number);
    if (name !== undefined) await append(join('faq', name), texts);
  }
  for (const [kind, texts] of overlay.outside) await append(join('out-of-scope', `${kind}.txt`), texts);
  const { links: urls, releases, others } = rules;
  if (urls) {
    await edit<LinkRules>('links.json', (is) => ({
      ...is,
      links: is.links.map((link) => ({
        ...link,
        url: urls[link.name] === undefined ? link.url : (urls[link.name] ?? null),
      })),
    }));
  }
  if (releases) await edit<object>('app-releases.json', (is) => ({ ...is, releases }));
  if (others) await edit<object>('provinces.json', (is) => ({ ...is, others }));
  return changed;
}

function withTexts(file: string, before: string, texts: readonly string[]): string {
  const there = parseQuestions(file, before);
  const known = new Set(there.map(({ text }) => text));
  const missing = [...new Set(texts)].filter((text) => !known.has(text));
  if (missing.length === 0) return before;
  const heading = there.at(-1)?.heading === ADDED ? [] : ['', `# ${ADDED}`];
  return [before.trimEnd(), ...heading, ...missing, ''].join('\n');
}
