import { findNear } from '../text/find-near.ts';
import { bare, type Normalise } from '../text/normalise.ts';
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
const LOOKALIKES: readonly (readonly [RegExp, string])[] = [
  [/末/g, '未'],
  [/[已巳]/g, '己'],
  [/[o○〇]/g, '0'],
  [/[l|]/g, '1'],
];

/**
 * Finds the closed list of error strings of the entries: punctuation, line
 * breaks and look-alikes aside, with one slip in six characters and cut ends
 * allowed. Longest first; of two overlapping ones the longer stays.
 */
export function createFindErrors(entries: readonly Entry[], normalise: Normalise): FindErrors {
  const list = entries
    .flatMap(({ number, errors }) => errors.map((error) => ({ entry: number, error, pattern: same(normalise(error)) })))
    .sort((a, b) => b.pattern.length - a.pattern.length);
  return (normalised) => {
    const text = same(normalised);
    const taken: { start: number; end: number }[] = [];
    return list.flatMap(({ entry, error, pattern }) => {
      const near = text.length < 2 ? undefined : findNear(text, pattern, Math.floor(pattern.length / 6));
      if (!near || taken.some(({ start, end }) => near.start < end && start < near.end)) return [];
      taken.push(near);
      return [{ entry, error, edits: near.edits, telling: pattern.length >= TELLING }];
    });
  };
}

function same(normalised: string): string {
  return LOOKALIKES.reduce((text, [from, to]) => text.replace(from, to), bare(normalised));
}
