/** Scores of a question against documents, higher is closer; only documents that share something are in it. */
export type LexicalScores = ReadonlyMap<number, number>;

export interface LexicalIndex {
  score(normalised: string): LexicalScores;
}

export interface LexicalDocument {
  readonly id: number;
  readonly text: string;
}

const K1 = 1.2;
const B = 0.75;

/**
 * BM25 (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework")
 * over character bigrams, which need no word list and forgive a typo. An
 * inverted index: a question looks only at documents that share a bigram.
 */
export function buildLexical(documents: readonly LexicalDocument[]): LexicalIndex {
  const postings = new Map<string, { readonly at: number; readonly count: number }[]>();
  const lengths = documents.map(({ text }, at) => {
    const counts = countBigrams(text);
    for (const [bigram, count] of counts) {
      const list = postings.get(bigram);
      if (list) list.push({ at, count });
      else postings.set(bigram, [{ at, count }]);
    }
    return [...counts.values()].reduce((a, b) => a + b, 0);
  });
  const average = lengths.reduce((a, b) => a + b, 0) / Math.max(1, lengths.length) || 1;
  return {
    score(normalised) {
      const scores = new Map<number, number>();
      for (const bigram of countBigrams(normalised).keys()) {
        const list = postings.get(bigram) ?? [];
        const rarity = Math.log(1 + (documents.length - list.length + 0.5) / (list.length + 0.5));
        for (const { at, count } of list) {
          const norm = K1 * (1 - B + (B * (lengths[at] ?? 0)) / average);
          const id = documents[at]?.id ?? -1;
          scores.set(id, (scores.get(id) ?? 0) + (rarity * count * (K1 + 1)) / (count + norm));
        }
      }
      return scores;
    },
  };
}

function countBigrams(text: string): ReadonlyMap<string, number> {
  const chars = [...text.replace(/[^\p{L}\p{N}]/gu, '')];
  const counts = new Map<string, number>();
  const last = Math.max(1, chars.length - 1);
  for (let at = 0; at < last && at < chars.length; at++) {
    const bigram = `${chars[at] ?? ''}${chars[at + 1] ?? ''}`;
    counts.set(bigram, (counts.get(bigram) ?? 0) + 1);
  }
  return counts;
}
