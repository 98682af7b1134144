/** Scores of a question against documents, higher is closer; best first. */
type LexicalScores = ReadonlyMap<number, number>;

export interface LexicalIndex {
  /** The `most` closest documents, and those of `also`; only ones that share something are in it. */
  score(normalised: string, most?: number, also?: Iterable<number>): LexicalScores;
}

interface LexicalDocument {
  readonly id: number;
  readonly text: string;
}

const K1 = 1.2;
const B = 0.75;
const CLOSEST = 24;

/**
 * BM25 (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework")
 * over character bigrams, which need no word list and forgive a typo. An
 * inverted index whose weights are known beforehand: a question only adds up.
 */
export function buildLexical(documents: readonly LexicalDocument[]): LexicalIndex {
  const { numbers, starts, places, weights } = postingsOf(documents.map(({ text }) => countBigrams(text)));
  const placeOf = new Map(documents.map(({ id }, place) => [id, place]));
  return {
    score(normalised, most = CLOSEST, also = []) {
      const scores = new Float64Array(documents.length);
      for (const bigram of countBigrams(normalised).keys()) {
        const number = numbers.get(bigram);
        if (number === undefined) continue;
        const end = starts[number + 1] as number;
        for (let at = starts[number] as number; at < end; at++) {
          const place = places[at] as number;
          scores[place] = (scores[place] as number) + (weights[at] as number);
        }
      }
      const found = new Map<number, number>();
      for (const place of bestOf(scores, most)) found.set(documents[place]?.id ?? -1, scores[place] as number);
      for (const id of also) {
        const score = scores[placeOf.get(id) ?? -1] ?? 0;
        if (score > 0) found.set(id, score);
      }
      return found;
    },
  };
}

/** Which documents hold which bigram, in one row of memory: bigram `n` has the places from `starts[n]` to `starts[n + 1]`. */
interface Postings {
  readonly numbers: ReadonlyMap<string, number>;
  readonly starts: Int32Array;
  readonly places: Int32Array;
  /** What each place gains by the bigram. */
  readonly weights: Float64Array;
}

function postingsOf(texts: readonly ReadonlyMap<string, number>[]): Postings {
  const lengths = texts.map((counts) => [...counts.values()].reduce((a, b) => a + b, 0));
  const average = lengths.reduce((a, b) => a + b, 0) / Math.max(1, lengths.length) || 1;
  const holders = new Map<string, number>();
  for (const counts of texts) for (const bigram of counts.keys()) holders.set(bigram, (holders.get(bigram) ?? 0) + 1);
  const numbers = new Map([...holders.keys()].map((bigram, number) => [bigram, number]));
  const starts = new Int32Array(holders.size + 1);
  for (const [number, count] of [...holders.values()].entries()) starts[number + 1] = (starts[number] ?? 0) + count;
  const places = new Int32Array(starts.at(-1) ?? 0);
  const weights = new Float64Array(places.length);
  const next = starts.slice();
  for (const [place, counts] of texts.entries()) {
    const norm = K1 * (1 - B + (B * (lengths[place] ?? 0)) / average);
    for (const [bigram, count] of counts) {
      const held = holders.get(bigram) ?? 0;
      const rarity = Math.log(1 + (texts.length - held + 0.5) / (held + 0.5));
      const number = numbers.get(bigram) ?? 0;
      const at = next[number] ?? 0;
      next[number] = at + 1;
      places[at] = place;
      weights[at] = (rarity * count * (K1 + 1)) / (count + norm);
    }
  }
  return { numbers, starts, places, weights };
}

/** The places of the `most` highest scores above 0, highest first. Few get in, so moving up beats sorting. */
function bestOf(scores: Float64Array, most: number): readonly number[] {
  const best = new Int32Array(Math.min(most, scores.length));
  if (best.length === 0) return [];
  let filled = 0;
  let least = 0;
  for (let place = 0; place < scores.length; place++) {
    const score = scores[place] as number;
    if (score <= least) continue;
    let to = filled < best.length ? filled++ : filled - 1;
    for (; to > 0 && (scores[best[to - 1] as number] as number) < score; to--) best[to] = best[to - 1] as number;
    best[to] = place;
    if (filled === best.length) least = scores[best[filled - 1] as number] as number;
  }
  return [...best.subarray(0, filled)];
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
