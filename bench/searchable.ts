import type { EntryGraph } from '../src/knowledge/graph.ts';
import type { LexicalIndex } from '../src/knowledge/lexical.ts';
import type { EntryRetriever } from '../src/knowledge/retriever.ts';

/** A body of questions to search, and what to ask it. */
export interface Searchable {
  readonly retriever: EntryRetriever;
  /** Its two halves, to see where the time goes. */
  readonly graph: EntryGraph;
  readonly lexical: LexicalIndex | undefined;
  readonly vectors: readonly Float32Array[];
  readonly queries: readonly Query[];
}

/** A normalised question with its vector. */
export interface Query {
  readonly text: string;
  readonly vector: number[];
}
