import { Document, type DocumentInterface } from '@langchain/core/documents';
import { BaseRetriever } from '@langchain/core/retrievers';
import type { Normalise } from '../text/normalise.ts';
import type { Entry } from './entry.ts';
import type { EntryGraph } from './graph.ts';
import type { LexicalIndex } from './lexical.ts';

/** Why an entry is a candidate. */
interface CandidateMetadata {
  readonly entry: number;
  /** BM25 of the question against the entry's words; 0 where nothing is shared. */
  readonly lexical: number;
  /** Cosine to the entry's nearest known question; 0 without an encoder or where none is near. */
  readonly dense: number;
  /** The nearest known question. */
  readonly nearest: string | null;
  /** Both joined: 40 · cosine + ln(1 + BM25), measured best of the simple ways. */
  readonly score: number;
  readonly [key: string]: unknown;
}

interface RetrieverParts {
  readonly entries: ReadonlyMap<number, Entry>;
  readonly lexical: LexicalIndex;
  /** Undefined where no encoder runs: the words alone then find the candidates. */
  readonly graph: EntryGraph | undefined;
  readonly normalise: Normalise;
  readonly most: number;
}

/** Known questions looked at around a new one. */
const NEIGHBOURS = 24;

/** Candidates for a question, found by its words and by its meaning, best first. */
export class EntryRetriever extends BaseRetriever<CandidateMetadata> {
  readonly lc_namespace = ['beian-assistant', 'retrievers'];
  readonly #parts: RetrieverParts;

  constructor(parts: RetrieverParts) {
    super();
    this.#parts = parts;
  }

  override async _getRelevantDocuments(query: string): Promise<DocumentInterface<CandidateMetadata>[]> {
    const { entries, lexical, graph, normalise, most } = this.#parts;
    const text = normalise(query);
    const nearest = new Map<number, { cosine: number; question: string }>();
    for (const [{ pageContent, metadata }, cosine] of graph
      ? await graph.similaritySearchWithScore(text, NEIGHBOURS)
      : []) {
      if (!nearest.has(metadata.entry)) nearest.set(metadata.entry, { cosine, question: pageContent });
    }
    // What is neither near by meaning nor among the best by words is not among the best by both.
    const words = lexical.score(text, most, nearest.keys());
    const found = [...new Set([...words.keys(), ...nearest.keys()])].flatMap((entry) => {
      const known = entries.get(entry);
      const bm25 = words.get(entry) ?? 0;
      const near = nearest.get(entry);
      const score = 40 * (near?.cosine ?? 0) + Math.log1p(bm25);
      const metadata = { entry, lexical: bm25, dense: near?.cosine ?? 0, nearest: near?.question ?? null, score };
      return known ? [{ pageContent: known.title, metadata }] : [];
    });
    found.sort((a, b) => b.metadata.score - a.metadata.score);
    return found.slice(0, most).map((one) => new Document(one));
  }
}
