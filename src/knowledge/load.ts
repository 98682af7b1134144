import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ContentError } from './content-error.ts';
import { type Entry, type OutsideQuestion, outsideKinds } from './entry.ts';
import { NO_OVERLAY, type Overlay, overlaid } from './overlay.ts';
import { parseEntry } from './parse-entry.ts';
import { parseQuestions, type QuestionLine } from './questions.ts';
import { readText } from './read-text.ts';

/** All that the assistant knows, as it stands in the files. */
export interface Content {
  /** By number, ascending. */
  readonly entries: readonly Entry[];
  readonly outside: readonly OutsideQuestion[];
}

/** An entry with where it was read, for complaints. */
interface Read {
  readonly entry: Entry;
  readonly file: string;
  readonly content: string;
  readonly lines: readonly QuestionLine[];
}

/**
 * Reads `faq/NN-name.md` with `faq/NN-name.txt` beside it, and
 * `out-of-scope/KIND.txt`, and puts the questions of `overlay` beside them.
 * Throws a ContentError for the first file that cannot be used.
 */
export async function loadContent(dataDir: string, overlay: Overlay = NO_OVERLAY): Promise<Content> {
  const folder = join(dataDir, 'faq');
  const names = await namesIn(
    folder,
    /^\d+-.+\.(md|txt)$/,
    '文件名要写成“序号-名称.md”，旁边的问题文件写成“序号-名称.txt”。',
  );
  for (const name of names) {
    const entry = name.replace(/\.txt$/, '.md');
    if (!names.includes(entry))
      throw new ContentError(join(folder, name), 1, `旁边缺少条目文件 ${entry}。请补上，或删掉这个问题文件。`);
  }
  const read = await Promise.all(
    names.filter((name) => name.endsWith('.md')).map((name) => readEntry(join(folder, name))),
  );
  if (read.length === 0) throw new ContentError(folder, 1, '这个文件夹里没有条目。');
  read.sort((a, b) => a.entry.number - b.entry.number);
  checkTogether(read);
  const outside = await readOutside(join(dataDir, 'out-of-scope'));
  return overlaid({ entries: read.map(({ entry }) => entry), outside }, overlay);
}

/** What lies in a folder, hidden files aside. A name that nothing reads is more likely a slip than meant. */
async function namesIn(folder: string, pattern: RegExp, help: string): Promise<readonly string[]> {
  const all = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw cause;
    throw new ContentError(folder, 1, '缺少这个文件夹。请补上。', { cause });
  });
  const names = all.filter((name) => /^[^.].*\.(md|txt)$/.test(name)).sort();
  const odd = names.find((name) => !pattern.test(name));
  if (odd !== undefined) throw new ContentError(join(folder, odd), 1, help);
  return names;
}

async function readEntry(file: string): Promise<Read> {
  const content = await readText(file);
  const entry = parseEntry(file, content);
  const named = Number.parseInt(file.replace(/^.*[\\/]/, ''), 10);
  if (named !== entry.number) {
    throw new ContentError(
      file,
      lineOf(content, 'number:'),
      `文件名以 ${named} 开头，number 却是 ${entry.number}。请改成一致。`,
    );
  }
  const beside = file.replace(/\.md$/, '.txt');
  const lines = parseQuestions(beside, await readText(beside));
  if (lines.length === 0) throw new ContentError(beside, 1, '至少要有一个问题，否则没有人问得到这一条。');
  const questions = lines.map(({ text, heading, also }) => ({ text, voice: heading, also }));
  return { file, content, lines, entry: { ...entry, questions } };
}

function lineOf(content: string, field: string): number {
  return Math.max(1, content.split('\n').findIndex((line) => line.startsWith(field)) + 1);
}

async function readOutside(folder: string): Promise<readonly OutsideQuestion[]> {
  const kinds = outsideKinds.join('、');
  await namesIn(
    folder,
    new RegExp(`^(${outsideKinds.join('|')})\\.txt$`),
    `不认识的类别。这个文件夹里只有 ${kinds}，后缀都是 .txt。`,
  );
  const groups = await Promise.all(
    outsideKinds.map(async (kind) => {
      const file = join(folder, `${kind}.txt`);
      return parseQuestions(file, await readText(file)).map(({ text, heading }) => ({ text, kind, topic: heading }));
    }),
  );
  return groups.flat();
}

function checkTogether(read: readonly Read[]): void {
  const numbers = new Set(read.map(({ entry }) => entry.number));
  for (const [at, { entry, file, content, lines }] of read.entries()) {
    const twin = read.slice(0, at).find(({ entry: { number, id } }) => number === entry.number || id === entry.id);
    if (twin)
      throw new ContentError(
        file,
        lineOf(content, twin.entry.id === entry.id ? 'id:' : 'number:'),
        `序号 ${entry.number} 或名称 ${entry.id} 与 ${twin.file} 重复。请换一个。`,
      );
    const unknown = entry.related.find((number) => !numbers.has(number));
    if (unknown !== undefined)
      throw new ContentError(
        file,
        lineOf(content, 'related:'),
        `related 提到了不存在的条目 ${unknown}。请改正或删掉。`,
      );
    const stray = lines.find(({ also }) => also.some((number) => !numbers.has(number)));
    if (stray) {
      const also = stray.also.find((number) => !numbers.has(number));
      throw new ContentError(file.replace(/\.md$/, '.txt'), stray.line, `提到了不存在的条目 ${also}。请改正或删掉。`);
    }
  }
}
