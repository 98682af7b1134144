import { ngrams } from './ngrams.ts';

/** A text as few of many features: `ids` ascending, `values` of length 1 (Euclid). */
export interface SparseVector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** The n-grams that stand in at least two of the texts, with their inverse document frequency. */
export interface Vocabulary {
  readonly index: ReadonlyMap<string, number>;
  readonly idf: Float32Array;
}

export function buildVocabulary(texts: readonly string[]): Vocabulary {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const piece of new Set(ngrams(text))) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  }
  const kept = [...counts].filter(([, count]) => count >= 2);
  return {
    index: new Map(kept.map(([piece], id) => [piece, id])),
    idf: Float32Array.from(kept, ([, count]) => Math.log((1 + texts.length) / (1 + count)) + 1),
  };
}

/** tf-idf with a damped term frequency (1 + ln tf). Unknown n-grams count for nothing. */
export function vectorise({ index, idf }: Vocabulary, text: string): SparseVector {
  const counts = new Map<number, number>();
  for (const piece of ngrams(text)) {
    const id = index.get(piece);
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a], [b]) => a - b);
  const values = Float32Array.from(sorted, ([id, count]) => (1 + Math.log(count)) * (idf[id] ?? 0));
  const length = Math.hypot(...values) || 1;
  return { ids: Int32Array.from(sorted, ([id]) => id), values: values.map((value) => value / length) };
}
