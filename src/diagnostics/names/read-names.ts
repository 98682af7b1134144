import { labelledNames } from './labelled-names.ts';
import type { NamePair } from './layer.ts';
import { separatedNames } from './separated-names.ts';

/** Longer than two names of a hundred characters with what is said around them is a story. */
const LONGEST = 260;

/**
 * The name typed into the system and the one on the document, from one message
 * as it was typed. Their blanks, dots and widths are kept: they are what is
 * compared. Undefined where fewer or more than two names are found.
 */
export function readNames(text: string): NamePair | undefined {
  if (text.length > LONGEST) return undefined;
  return labelledNames(text) ?? separatedNames(text);
}
