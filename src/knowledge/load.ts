import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ContentError } from './content-error.ts';
import { type Entry, type OutsideQuestion, outsideKinds } from './entry.ts';
import { parseEntry } from './parse-entry.ts';
import { parseQuestions } from './questions.ts';

/** All that the assistant knows, as it stands in the files. */
export interface Content {
  /** By number, ascending. */
  readonly entries: readonly Entry[];
  readonly outside: readonly OutsideQuestion[];
}

/**
 * Reads `faq/NN-name.md` with `faq/NN-name.txt` beside it, and
 * `out-of-scope/KIND.txt`. Throws a ContentError for the first file that
 * cannot be used.
 */
export async function loadContent(dataDir: string): Promise<Content> {
  const folder = join(dataDir, 'faq');
  const names = (await readdir(folder)).filter((name) => /^\d+-.*\.md$/.test(name)).sort();
  const entries = await Promise.all(names.map((name) => loadEntry(folder, name)));
  entries.sort((a, b) => a.number - b.number);
  checkTogether(folder, names, entries);
  return { entries, outside: await loadOutside(join(dataDir, 'out-of-scope')) };
}

async function loadEntry(folder: string, name: string): Promise<Entry> {
  const file = join(folder, name);
  const entry = parseEntry(file, await readFile(file, 'utf8'));
  if (Number.parseInt(name, 10) !== entry.number) {
    throw new ContentError(file, 3, `文件名以 ${Number.parseInt(name, 10)} 开头，number 却是 ${entry.number}。请改成一致。`);
  }
  const beside = file.replace(/\.md$/, '.txt');
  const lines = parseQuestions(beside, await readFile(beside, 'utf8').catch(missing(beside)));
  if (lines.length === 0) throw new ContentError(beside, 1, '至少要有一个问题，否则没有人问得到这一条。');
  return { ...entry, questions: lines.map(({ text, heading, also }) => ({ text, voice: heading, also })) };
}

function missing(file: string) {
  return (cause: NodeJS.ErrnoException): never => {
    if (cause.code !== 'ENOENT') throw cause;
    throw new ContentError(file, 1, '缺少这个问题文件。请新建它，一行写一个用户的问法。', { cause });
  };
}

async function loadOutside(folder: string): Promise<readonly OutsideQuestion[]> {
  const groups = await Promise.all(
    outsideKinds.map(async (kind) => {
      const file = join(folder, `${kind}.txt`);
      const lines = parseQuestions(file, await readFile(file, 'utf8').catch(missing(file)));
      return lines.map(({ text, heading }) => ({ text, kind, topic: heading }));
    }),
  );
  return groups.flat();
}

function checkTogether(folder: string, names: readonly string[], entries: readonly Entry[]): void {
  const numbers = new Set(entries.map((entry) => entry.number));
  for (const [index, entry] of entries.entries()) {
    const file = join(folder, names[index] ?? '');
    if (entries.some((other) => other !== entry && (other.number === entry.number || other.id === entry.id))) {
      throw new ContentError(file, 2, `序号 ${entry.number} 或名称 ${entry.id} 与另一个条目重复。`);
    }
    const unknown = [...entry.related, ...entry.questions.flatMap((question) => question.also)].find((n) => !numbers.has(n));
    if (unknown !== undefined) throw new ContentError(file, 2, `提到了不存在的条目 ${unknown}。`);
  }
}
