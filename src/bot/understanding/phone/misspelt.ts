import type { Lexicon, Word } from './lexicon.ts';

/** English names that are often mistyped and near no other word: one letter more, less, other or swapped is still meant. */
const NAMES = ['android', 'iphone', 'harmony', 'harmonyos', 'samsung'];
const RUN = /[a-z]{5,10}(?![a-z])/y;

/** The name that is meant where a Latin word begins at `at`, spelt as it stands there: adnroid, ipohne. */
export function misspelt(text: string, at: number, lexicon: Lexicon): Word | undefined {
  if (/[a-z]/.test(text.charAt(at - 1))) return undefined;
  RUN.lastIndex = at;
  const [run] = RUN.exec(text) ?? [];
  const meant = run && NAMES.find((name) => name.startsWith(run.charAt(0)) && isNear(run, name));
  const word = meant && lexicon.words.get(meant.charAt(0))?.find(({ text: name }) => name === meant);
  return word ? { ...word, text: run } : undefined;
}

/** Whether one edit at most makes the one the other. */
function isNear(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && a.charAt(from) === b.charAt(from)) from++;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  const swapped = restA.charAt(0) === restB.charAt(1) && restA.charAt(1) === restB.charAt(0);
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (swapped && restA.slice(2) === restB.slice(2))
  );
}
