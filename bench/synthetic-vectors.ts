import { seeded } from '../src/knowledge/random.ts';

export const DIMENSIONS = 384;

/**
 * What the squared length of a vector is made of, beside what all have in common. With these, and with coordinates that
 * count ever less, the cosines of any two (0.85) and of the first and tenth neighbour (0.94, 0.92) and the intrinsic
 * dimension (about 20) are those of the shipped encoder on the shipped questions.
 */
const TOPIC = 0.02;
const ENTRY = 0.05;
const QUESTION = 0.08;
const TOPICS = 40;

/** Coordinate `i` varies by (i + 1)^-0.5; the first is what all vectors have in common. */
const SPREAD = Float64Array.from({ length: DIMENSIONS }, (_, at) => (at === 0 ? 0 : (at + 1) ** -0.5));
const SPREAD_LENGTH = Math.hypot(...SPREAD);

/** Unit vectors of questions around `entries` entries: the same ones for the same seed. */
export function clusteredVectors(entries: number, seed: number): (entry: number) => Float32Array {
  const random = seeded(seed);
  const topics = Array.from({ length: TOPICS }, () => scattered(random, TOPIC));
  const centres = Array.from({ length: entries }, (_, at) => sum(scattered(random, ENTRY), topics[at % TOPICS]));
  return (entry) => {
    const vector = sum(scattered(random, QUESTION), centres[entry]);
    vector[0] = Math.sqrt(1 - TOPIC - ENTRY - QUESTION);
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  };
}

/** Normally distributed, of about this squared length (Box and Muller 1958). */
function scattered(random: () => number, squared: number): Float32Array {
  const scale = Math.sqrt(squared) / SPREAD_LENGTH;
  return Float32Array.from(SPREAD, (spread) => {
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    return scale * spread * radius * Math.cos(2 * Math.PI * random());
  });
}

function sum(a: Float32Array, b: Float32Array | undefined): Float32Array {
  return a.map((value, at) => value + (b?.[at] ?? 0));
}
