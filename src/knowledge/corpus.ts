import { markdownSentences } from '../text/markdown.ts';
import type { Normalise } from '../text/normalise.ts';
import type { Label } from './classifier.ts';
import type { Entry } from './entry.ts';
import type { Content } from './load.ts';

/** A text with what it is: what the decision is fitted on. */
export interface Example {
  /** Normalised. */
  readonly text: string;
  readonly label: Label;
  /** The tone or topic it was written under; `source` for an entry's own words. */
  readonly group: string;
  /** Other entries that would be right too. */
  readonly also: readonly number[];
}

/** Every question of the content, and every title, error string and sentence of the entries. */
export function examplesOf({ entries, outside }: Content, normalise: Normalise): readonly Example[] {
  return [
    ...entries
      .flatMap((entry) => [
        ...entry.questions.map(({ text, voice, also }) => ({ text, group: voice, also, entry: entry.number })),
        ...ownWords(entry).map((text) => ({ text, group: 'source', also: [], entry: entry.number })),
      ])
      .map(({ entry, text, ...rest }) => ({ ...rest, text: normalise(text), label: { entry } })),
    ...outside.map(({ text, kind, topic }) => ({
      text: normalise(text),
      label: { outside: kind },
      group: topic,
      also: [],
    })),
  ].filter(({ text }) => text.length > 0);
}

function ownWords(entry: Entry): readonly string[] {
  const sentences = entry.sections.flatMap(({ text }) => markdownSentences(text));
  return [...new Set([entry.title, ...entry.errors, ...sentences])];
}
