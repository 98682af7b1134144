import { findNear, type Near } from '../text/find-near.ts';
import type { Normalise } from '../text/normalise.ts';
import { wordBorders } from '../text/word-borders.ts';
import type { Entry } from './entry.ts';

/** An error string of an entry, found in a message. */
export interface FoundError {
  readonly entry: number;
  /** As the entry has it. */
  readonly error: string;
  /** Characters that had to be changed, added or dropped to find it. */
  readonly edits: number;
  /** Long enough to decide by itself; a short one may be another system's. */
  readonly telling: boolean;
}

export type FindErrors = (normalised: string) => readonly FoundError[];

/** From this many characters on, only our system says such a thing. */
const TELLING = 8;
/** Characters that OCR and hasty eyes take for each other, brought to one. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ['末', '未'],
  ['已', '己'],
  ['巳', '己'],
  ['o', '0'],
  ['〇', '0'],
  ['i', '1'],
  ['l', '1'],
]);

/**
 * Finds the closed list of error strings of the entries: punctuation, line
 * breaks and look-alikes aside, with one slip in six characters, so that a
 * character or two may be cut off at the ends. One too short to tell by itself
 * must, as it stands, begin and end with words: 上传中文 and 资料不全部 hold none.
 * Longest first; of two overlapping ones the longer stays.
 */
export function createFindErrors(entries: readonly Entry[], normalise: Normalise): FindErrors {
  const list = entries
    .flatMap(({ number, errors }) =>
      errors.map((error) => ({
        entry: number,
        error,
        pattern: traits(normalise(error))
          .map(({ char }) => char)
          .join(''),
      })),
    )
    .sort((a, b) => b.pattern.length - a.pattern.length);
  return (normalised) => {
    const seen = traits(normalised);
    const text = seen.map(({ char }) => char).join('');
    const taken: Near[] = [];
    return list.flatMap(({ entry, error, pattern }) => {
      const near = text.length < 2 ? undefined : findNear(text, pattern, Math.floor(pattern.length / 6));
      if (!near || taken.some(({ start, end }) => near.start < end && start < near.end)) return [];
      const telling = pattern.length >= TELLING;
      if (!telling && near.edits === 0 && !isWords(normalised, seen, near)) return [];
      taken.push(near);
      return [{ entry, error, edits: near.edits, telling }];
    });
  };
}

/** A letter or digit of a text, look-alikes brought to one, and where it stands there. */
interface Trait {
  readonly char: string;
  readonly from: number;
  readonly to: number;
}

function traits(normalised: string): readonly Trait[] {
  return Array.from(normalised.matchAll(/[\p{L}\p{N}]/gu), ({ 0: char, index }) => ({
    char: LOOKALIKES.get(char) ?? char,
    from: index,
    to: index + char.length,
  }));
}

function isWords(normalised: string, seen: readonly Trait[], { start, end }: Near): boolean {
  const borders = wordBorders(normalised);
  return borders.has(seen[start]?.from ?? 0) && borders.has(seen[end - 1]?.to ?? normalised.length);
}
