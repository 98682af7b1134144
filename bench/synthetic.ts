import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Entry } from '../src/knowledge/entry.ts';
import { graphDocument } from '../src/knowledge/graph.ts';
import { buildLexical } from '../src/knowledge/lexical.ts';
import { EntryRetriever } from '../src/knowledge/retriever.ts';
import type { Normalise } from '../src/text/normalise.ts';
import { keptGraph } from './kept-graph.ts';
import { KnownEmbeddings } from './known-embeddings.ts';
import type { Query, Searchable } from './searchable.ts';
import { clusteredTexts } from './synthetic-texts.ts';
import { clusteredVectors } from './synthetic-vectors.ts';

const QUESTIONS_OF_AN_ENTRY = 20;
const QUERIES = 500;
const SEED = 3;

/** `entries` × 20 similar questions that were made up; the graph over them is kept in `cacheDir`. */
export async function syntheticQuestions(
  entries: number,
  normalise: Normalise,
  cacheDir: string,
  progress: (share: number) => void,
): Promise<Searchable> {
  const vectorOf = clusteredVectors(entries, SEED);
  const textOf = clusteredTexts(entries, SEED);
  const numbers = Array.from({ length: entries * QUESTIONS_OF_AN_ENTRY }, (_, at) =>
    Math.floor(at / QUESTIONS_OF_AN_ENTRY),
  );
  const vectors = numbers.map(vectorOf);
  const texts = numbers.map((entry) => normalise(textOf(entry)));
  const queries = Array.from({ length: QUERIES }, (_, at): Query => {
    const entry = Math.floor((at * entries) / QUERIES);
    return { text: normalise(textOf(entry)), vector: [...vectorOf(entry)] };
  });
  const embeddings = new KnownEmbeddings(new Map(queries.map(({ text, vector }) => [text, vector])));
  const documents = texts.map((text, at) => graphDocument(text, numbers[at] ?? 0));
  const shelf = { folder: cacheDir, name: `graph-${texts.length}`, key: await makersHash() };
  const graph = await keptGraph(shelf, embeddings, vectors, documents, progress);
  const lexical = buildLexical(
    Array.from({ length: entries }, (_, id) => {
      const from = id * QUESTIONS_OF_AN_ENTRY;
      return { id, text: texts.slice(from, from + QUESTIONS_OF_AN_ENTRY).join(' ') };
    }),
  );
  const known = new Map(Array.from({ length: entries }, (_, number) => [number, syntheticEntry(number)]));
  const retriever = new EntryRetriever({ entries: known, lexical, graph, normalise, most: 24 });
  return { retriever, graph, lexical, vectors, queries };
}

function syntheticEntry(number: number): Entry {
  return {
    id: `entry-${number}`,
    number,
    title: `第 ${number} 条`,
    label: `第 ${number} 条`,
    roles: [],
    errors: [],
    related: [],
    checks: [],
    source: { title: '', date: '' },
    corrections: [],
    sections: [],
    questions: [],
  };
}

/** Changes when a kept graph would be built otherwise. */
async function makersHash(): Promise<string> {
  const makers = ['../src/knowledge/graph.ts', './synthetic-vectors.ts', './synthetic.ts'];
  const hash = createHash('sha256');
  for (const maker of makers) hash.update(await readFile(fileURLToPath(new URL(maker, import.meta.url))));
  return hash.digest('hex').slice(0, 16);
}
