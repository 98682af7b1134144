import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const shipped = fileURLToPath(new URL('../../data/', import.meta.url));
export const modelDir = fileURLToPath(new URL('../../models/multilingual-e5-small-zh', import.meta.url));

export interface SmallContent {
  /** Fit for `loadContent` and `openKnowledge`. */
  readonly dataDir: string;
  /** An empty folder beside it. */
  readonly cacheDir: string;
  read(file: string): string;
  write(file: string, text: string): void;
  /** Replaces one string, which must be there. */
  edit(file: string, from: string, to: string): void;
  remove(): void;
}

/** Three entries with 25 questions each and eight lines of each kind that no entry answers: what is fitted in a second. */
export function smallContent(numbers: readonly number[] = [4, 5, 12]): SmallContent {
  const root = mkdtempSync(join(tmpdir(), 'beian-content-'));
  const dataDir = join(root, 'data');
  const content: SmallContent = {
    dataDir,
    cacheDir: join(root, 'cache'),
    read: (file) => readFileSync(join(dataDir, file), 'utf8'),
    write: (file, text) => writeFileSync(join(dataDir, file), text),
    edit(file, from, to) {
      const text = content.read(file);
      if (!text.includes(from)) throw new Error(`${from} is not in ${file}`);
      content.write(file, text.replace(from, to));
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
  for (const folder of ['faq', 'out-of-scope']) mkdirSync(join(dataDir, folder), { recursive: true });
  cpSync(join(shipped, 'rules'), join(dataDir, 'rules'), { recursive: true });
  for (const name of readdirSync(join(shipped, 'faq'))) {
    if (!numbers.includes(Number.parseInt(name, 10))) continue;
    const text = readFileSync(join(shipped, 'faq', name), 'utf8');
    const small = name.endsWith('.md') ? text.replace(/^related: .*$/m, 'related: []') : firstQuestions(text, 25);
    content.write(`faq/${name}`, small);
  }
  for (const name of readdirSync(join(shipped, 'out-of-scope'))) {
    content.write(`out-of-scope/${name}`, firstQuestions(readFileSync(join(shipped, 'out-of-scope', name), 'utf8'), 8));
  }
  return content;
}

/** The first lines of a question file with no other entry beside them. */
function firstQuestions(text: string, count: number): string {
  const questions = text.split('\n').filter((line) => line !== '' && !line.startsWith('#') && !line.includes('\t'));
  return ['# 口语', ...questions.slice(0, count), ''].join('\n');
}
