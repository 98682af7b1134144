import { seeded } from '../src/knowledge/random.ts';

/** Words of a question: 20 characters, as the shipped questions have on average. */
const WORDS = 10;
/** Words that a question may take from its entry. */
const OWN = 15;
const LANGUAGE = 20_000;
/** How many words come from the entry; the others are anybody's. */
const OWN_SHARE = 0.5;
/** The characters in daily use are about so many. */
const CHARACTERS = 3_500;
/** Keeps the most frequent words from standing everywhere (Mandelbrot). */
const FLATTENED = 10;

/**
 * Texts that are like Chinese to a search by bigrams: words of two characters, of which few are frequent and many are
 * rare, some from the entry's own. A question's bigrams stand in 1.3 entries for every entry there is, as those of the
 * shipped questions do where 20 of them make an entry. The same texts for the same seed.
 */
export function clusteredTexts(entries: number, seed: number): (entry: number) => string {
  const random = seeded(seed);
  const character = (): string => String.fromCodePoint(0x4e00 + Math.floor(random() * CHARACTERS));
  const language = Array.from({ length: LANGUAGE }, () => character() + character());
  // The word of rank r (from 0) has a chance in proportion to 1 / (r + FLATTENED).
  const word = (): string => language[Math.floor(FLATTENED * (LANGUAGE / FLATTENED + 1) ** random() - FLATTENED)] ?? '';
  const own = Array.from({ length: entries }, () => Array.from({ length: OWN }, word));
  return (entry) =>
    Array.from({ length: WORDS }, () => {
      return random() < OWN_SHARE ? (own[entry]?.[Math.floor(random() * OWN)] ?? '') : word();
    }).join('');
}
