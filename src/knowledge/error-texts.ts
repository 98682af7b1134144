import type { Entry } from './entry.ts';

/** The closed list of error strings, each with the number of its entry. */
export function errorTexts(entries: Iterable<Entry>): readonly { readonly entry: number; readonly text: string }[] {
  return [...entries].flatMap(({ number, errors }) => errors.map((text) => ({ entry: number, text })));
}
