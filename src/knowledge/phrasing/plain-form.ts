import { COURTESY, GREETING, SAME_WORDS } from './same-words.ts';

/** Marks that only part words; a dot or a colon within a number, a version or a ratio is part of it. */
const PAUSES = /[\s,;、。“”"‘’'「」]|(?<![a-z\d])[.:]|[.:](?![a-z\d])/g;

/** Letters, digits and signs of a text as they stand, in one width and one case. */
export function letters(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(PAUSES, '');
}

/**
 * What a text says, apart from how: two texts of the same plain form name the
 * same numbers, products, places and buttons, affirm and deny the same, under the
 * same conditions, in the same order. Whatever it does not know stays as it is.
 */
export function plainForm(text: string): string {
  const met = letters(text.normalize('NFKC').trim().replace(GREETING, ''));
  const read = SAME_WORDS.reduce((now, [said, meant]) => now.replaceAll(said, meant), met);
  return COURTESY.reduce((now, word) => now.replaceAll(word, ''), read);
}
