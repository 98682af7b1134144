import type { NamePair } from './layer.ts';
import { arePlainlyNames, isNameLike, isPerson, LONGEST_NAME, likeness } from './name-like.ts';
import { quotedIn, tidyName } from './tidy-name.ts';

const LINES = /[\r\n]+/u;
const CLEAR = /[，,、；;|｜/／\r\n]+|→|=>|->|--|——|(?:(?<!\s)\s+)?(?<![a-z])vs(?![a-z])\.?\s*|对比|對比/iu;
/** They may as well belong to a name: cut only where the two sides resemble each other, or each is plainly a person. */
const TIES = /[和跟与與。]|还有|\s+/gu;

/** Two names that nobody labelled, the one typed first: quoted, a line each, between marks, or between two that resemble each other. */
export function separatedNames(text: string): NamePair | undefined {
  return ofTwo(quotedIn(text)) ?? ofLines(text) ?? ofTwo(text.split(CLEAR).map(tidyName)) ?? tied(tidyName(text));
}

/** On lines of their own blanks at the end are part of what was copied. */
function ofLines(text: string): NamePair | undefined {
  const lines = text.split(LINES).filter((line) => isNameLike(line));
  return lines.every((line) => tidyName(line) === line.replace(/^[ \t]+|(?<![ \t])[ \t]+$/g, ''))
    ? ofTwo(lines)
    : undefined;
}

function ofTwo(parts: readonly string[]): NamePair | undefined {
  const [typed, document, ...more] = parts.filter(isNameLike);
  if (typed === undefined || document === undefined || more.length > 0) return undefined;
  return arePlainlyNames(typed, document) ? { typed, document } : undefined;
}

function tied(text: string): NamePair | undefined {
  if ([...text.replace(/\s+/g, ' ')].length > 2 * LONGEST_NAME + 4) return undefined; // With 还有 and blanks between them.
  const cuts = [...text.matchAll(TIES)]
    .map(({ 0: tie, index }) => ({
      typed: text.slice(0, index).trim(),
      document: text.slice(index + tie.length).trim(),
      persons: /[和跟与與还]/u.test(tie),
    }))
    .filter(({ typed, document }) => isNameLike(typed) && isNameLike(document) && isTwo(typed, document))
    .filter((cut) => fits(cut))
    .sort((a, b) => likeness(b.typed, b.document) - likeness(a.typed, a.document));
  const best = cuts[0];
  return best && { typed: best.typed, document: best.document };
}

/** Whole names: two characters each, of about one length, and no words of letters, which are names by pieces. */
function isTwo(typed: string, document: string): boolean {
  const lengths = [typed, document].map((name) => name.replace(/[^\p{L}]/gu, '').length);
  const [one = 0, other = 0] = lengths;
  return Math.min(one, other) >= 2 && Math.abs(one - other) <= 2 && /\p{Script=Han}/u.test(typed + document);
}

function fits({ typed, document, persons }: NamePair & { readonly persons: boolean }): boolean {
  if (likeness(typed, document) >= 0.5 && [...typed][0] === [...document][0]) return true;
  return persons && (likeness(typed, document) >= 0.5 || (isPerson(typed) && isPerson(document)));
}
