import { seeded } from '../src/knowledge/random.ts';

const DIMENSIONS = 384;

/**
 * What the squared length of a vector is made of, beside what all have in common. With these, with questions and whole
 * entries that scatter unlike each other, and with coordinates that count ever less, 11 000 of them lie as the shipped
 * questions do: cosines of 0.85 between any two, 0.94 to the nearest, 0.93 to the tenth, an intrinsic dimension of 23.
 */
const TOPIC = 0.03;
const ENTRY = 0.03;
const QUESTION = 0.1;
const UNLIKE = 0.4;
const TOPICS = 40;

/** Coordinate `i` varies by (i + 1)^-0.5; the first is what all vectors have in common. */
const SPREAD = Float64Array.from({ length: DIMENSIONS }, (_, at) => (at === 0 ? 0 : (at + 1) ** -0.5));
const SPREAD_LENGTH = Math.hypot(...SPREAD);

/** Unit vectors of questions around `entries` entries: the same ones for the same seed. */
export function clusteredVectors(entries: number, seed: number): (entry: number) => Float32Array {
  const random = seeded(seed);
  const topics = Array.from({ length: TOPICS }, () => scattered(random, TOPIC));
  const centres = Array.from({ length: entries }, (_, at) => sum(scattered(random, ENTRY), topics[at % TOPICS]));
  const widths = Array.from({ length: entries }, () => QUESTION * factor(random));
  return (entry) => {
    const vector = sum(scattered(random, (widths[entry] ?? QUESTION) * factor(random)), centres[entry]);
    vector[0] = Math.sqrt(1 - TOPIC - ENTRY - QUESTION);
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  };
}

/** Normally distributed, of about this squared length. */
function scattered(random: () => number, squared: number): Float32Array {
  const scale = Math.sqrt(squared) / SPREAD_LENGTH;
  return Float32Array.from(SPREAD, (spread) => scale * spread * normal(random));
}

/** Log-normally distributed around 1. */
function factor(random: () => number): number {
  return Math.exp(UNLIKE * normal(random) - UNLIKE ** 2 / 2);
}

/** A normal deviate (Box and Muller 1958). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function sum(a: Float32Array, b: Float32Array | undefined): Float32Array {
  return a.map((value, at) => value + (b?.[at] ?? 0));
}

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
