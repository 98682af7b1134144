import type { Row } from '../ocr/rows.ts';
import { readIdNumber } from './read-number.ts';
import { signsOf, type Worded } from './signs.ts';
import { readValidity } from './validity.ts';

/** Points that leave no doubt of a kind. */
export const PLENTY = 6;

/** Fewer points than this name no document. */
export const FEWEST = 3;

/** A kind of document, and how much the words of a picture speak for it. */
export interface Points {
  readonly kind: Worded;
  readonly points: number;
}

const NONE: Points = { kind: 'letter', points: 0 };

/** The kind that most of the words speak for, and the one after it. */
export function pointsOf(rows: readonly Row[]): readonly [Points, Points] {
  const signs = new Map(signsOf(rows.map(({ text }) => text)));
  const add = (kind: Worded, points: number) => signs.set(kind, (signs.get(kind) ?? 0) + points);
  // In a letter a number stands amid a sentence.
  if (rows.some(({ text }) => text.length < 30 && readIdNumber(text) !== undefined)) add('id-front', 3);
  if (rows.some(({ text }) => /\d{2}.?-/.test(text) && readValidity(text) !== undefined)) add('id-back', 2);
  const [first = NONE, second = NONE] = [...signs]
    .map(([kind, points]) => ({ kind, points }))
    .sort((a, b) => b.points - a.points);
  return [first, second];
}
