import { setImmediate } from 'node:timers/promises';

/** A question to be grouped. */
export interface Groupable {
  /** Of length 1; all of the same dimensions. */
  readonly vector: Float32Array;
  /** How often it was asked: what is asked most begins a group. */
  readonly times: number;
}

/** After this many questions others get the turn. */
const AT_ONCE = 20;

/**
 * Groups of questions that mean about the same, as places in `questions`. Leader clustering (Hartigan 1975, chapter 3)
 * against the mean of each group, what was asked most first, then once more with the groups as they came out, so that
 * the order matters little. Time grows with questions × groups.
 */
export async function groupQuestions(
  questions: readonly Groupable[],
  threshold: number,
): Promise<readonly (readonly number[])[]> {
  const order = [...questions.keys()].sort((a, b) => (questions[b]?.times ?? 0) - (questions[a]?.times ?? 0) || a - b);
  const means = new Means(questions[0]?.vector.length ?? 0);
  for (const [nth, at] of order.entries()) {
    if (nth % AT_ONCE === 0) await setImmediate();
    const vector = questions[at]?.vector ?? new Float32Array(0);
    const near = means.nearest(vector);
    means.add(near.cosine >= threshold ? near.group : means.size, vector);
  }
  const settled = new Map<number, number[]>();
  for (const [nth, at] of order.entries()) {
    if (nth % AT_ONCE === 0) await setImmediate();
    const { group } = means.nearest(questions[at]?.vector ?? new Float32Array(0));
    settled.set(group, [...(settled.get(group) ?? []), at]);
  }
  return [...settled.values()];
}

/** The sums of groups of vectors, one after the other. */
class Means {
  size = 0;
  readonly #dimensions: number;
  #sums: Float32Array;
  readonly #lengths: number[] = [];

  constructor(dimensions: number) {
    this.#dimensions = dimensions;
    this.#sums = new Float32Array(dimensions * 64);
  }

  add(group: number, vector: Float32Array): void {
    const from = group * this.#dimensions;
    if (from + this.#dimensions > this.#sums.length) {
      const larger = new Float32Array(this.#sums.length * 2 + this.#dimensions);
      larger.set(this.#sums);
      this.#sums = larger;
    }
    let square = 0;
    for (let i = 0; i < this.#dimensions; i++) {
      const value = (this.#sums[from + i] as number) + (vector[i] as number);
      this.#sums[from + i] = value;
      square += value * value;
    }
    this.#lengths[group] = Math.sqrt(square) || 1;
    this.size = Math.max(this.size, group + 1);
  }

  /** By cosine to the mean; −1 where there is none. */
  nearest(vector: Float32Array): { readonly group: number; readonly cosine: number } {
    const sums = this.#sums;
    let best = { group: 0, cosine: -1 };
    for (let group = 0; group < this.size; group++) {
      const from = group * this.#dimensions;
      const cosine = dotAt(sums, from, vector) / (this.#lengths[group] as number);
      if (cosine > best.cosine) best = { group, cosine };
    }
    return best;
  }
}

/** Four sums side by side, which a processor adds up at the same time. */
function dotAt(sums: Float32Array, from: number, vector: Float32Array): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  const whole = vector.length - (vector.length % 4);
  for (let i = 0; i < whole; i += 4) {
    a += (sums[from + i] as number) * (vector[i] as number);
    b += (sums[from + i + 1] as number) * (vector[i + 1] as number);
    c += (sums[from + i + 2] as number) * (vector[i + 2] as number);
    d += (sums[from + i + 3] as number) * (vector[i + 3] as number);
  }
  for (let i = whole; i < vector.length; i++) a += (sums[from + i] as number) * (vector[i] as number);
  return a + b + c + d;
}
