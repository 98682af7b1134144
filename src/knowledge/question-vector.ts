import { bare } from '../text/normalise.ts';

/** Pieces of characters are counted in this many slots; two pieces in one slot do little harm. */
const SLOTS = 1024;

/**
 * Where a vector lies as seen from the middle of all, of length 1. The encoder's vectors all point about the same way:
 * seen from 0, questions of different entries have a cosine of .8 and more, too.
 */
export function directionFrom(centre: ArrayLike<number>, vector: ArrayLike<number>): Float32Array {
  return unit(Float32Array.from(vector, (value, at) => value - (centre[at] ?? 0)));
}

/** Scaled to length 1, so that cosine is the dot product. */
function unit(vector: ArrayLike<number>): Float32Array {
  const copy = Float32Array.from(vector);
  let square = 0;
  for (const value of copy) square += value * value;
  const length = Math.sqrt(square) || 1;
  return copy.map((value) => value / length);
}

/** A normalised question by its characters and pairs of them, where no encoder runs: of length 1. */
export function wordVector(normalised: string): Float32Array {
  const chars = [...bare(normalised)];
  const counts = new Float32Array(SLOTS);
  for (const [at, char] of chars.entries()) {
    bump(counts, char, 0.5);
    const next = chars[at + 1];
    if (next !== undefined) bump(counts, char + next, 1);
  }
  return unit(counts);
}

function bump(counts: Float32Array, piece: string, weight: number): void {
  let hash = 0x811c9dc5; // FNV-1a
  for (let at = 0; at < piece.length; at++) hash = Math.imul(hash ^ piece.charCodeAt(at), 0x01000193) >>> 0;
  const slot = hash % SLOTS;
  counts[slot] = (counts[slot] ?? 0) + weight;
}
