import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const fileIn = (folder: string): string => join(folder, 'last-words.txt');

/** Writes down amid what a process is about to die. */
export function lastWords(folder: string, words: string): void {
  appendFileSync(fileIn(folder), `${words}\n`);
}

/** What was written down before all deaths, and how often each. */
export function lastWordsIn(folder: string): Readonly<Record<string, number>> {
  const file = fileIn(folder);
  const words = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
  const counts: Record<string, number> = {};
  for (const one of words.sort()) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}
