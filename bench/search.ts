import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Embeddings } from '@langchain/core/embeddings';
import { contentDir } from '../src/house.ts';
import { examplesOf } from '../src/knowledge/corpus.ts';
import type { LocalEmbeddings } from '../src/knowledge/embeddings.ts';
import type { Entry } from '../src/knowledge/entry.ts';
import { EntryGraph, type GraphDocument, graphDocument } from '../src/knowledge/graph.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { buildLexical } from '../src/knowledge/lexical.ts';
import { loadContent } from '../src/knowledge/load.ts';
import { EntryRetriever } from '../src/knowledge/retriever.ts';
import { cachedVectors } from '../src/knowledge/vector-cache.ts';
import type { Normalise } from '../src/text/normalise.ts';
import { type Figure, interleave, median, type Probe } from './figures.ts';
import type { Ask } from './questions.ts';
import { clusteredTexts, clusteredVectors } from './synthetic.ts';

const WARM_UP = 100;
const QUERIES = 500;
/** Queries whose nearest are also searched exactly. */
const JUDGED = 100;
const NEAREST = 10;
const QUESTIONS_OF_AN_ENTRY = 20;
const SEED = 3;
const CHUNK = 1_000;

/** A body of questions to search, and what to ask it: normalised questions, each with its vector. */
interface Body {
  readonly name: string;
  readonly retriever: Pick<EntryRetriever, 'invoke'>;
  readonly graph: EntryGraph;
  readonly vectors: readonly Float32Array[];
  readonly queries: readonly { readonly text: string; readonly vector: number[] }[];
}

/** Searching for candidates once the question has its vector: among the shipped questions, and among made-up ones. */
export async function measureSearch(
  dataDir: string,
  knowledge: Knowledge,
  embeddings: LocalEmbeddings,
  ask: Ask,
  samples: number,
): Promise<readonly Figure[]> {
  const bodies = [
    await shipped(dataDir, knowledge, embeddings, ask),
    await synthetic(50, '检索，1 000 问', knowledge.normalise),
    await synthetic(5_000, '检索，100 000 问', knowledge.normalise),
  ];
  const probes = Object.fromEntries(bodies.map((body) => [body.name, probe(body)]));
  const times = await interleave(probes, { warmUp: WARM_UP, samples });
  const [, small = [], large = []] = bodies.map(({ name }) => times[name] ?? []);
  return Promise.all(
    bodies.map(async (body, nth): Promise<Figure> => {
      const ratio = nth === 2 ? `，1 000 问的 ${(median(large) / median(small)).toFixed(2)} 倍` : '';
      const note = `召回@${NEAREST} ${(await recallOf(body)).toFixed(3)}${ratio}`;
      return { name: body.name, unit: 'ms', samples: times[body.name] ?? [], note };
    }),
  );
}

function probe({ retriever, queries }: Body): Probe {
  return {
    async ready(sample) {
      const text = queries[sample % queries.length]?.text ?? '';
      return () => retriever.invoke(text);
    },
  };
}

/** The shipped entries, as the service searches them; the questions were asked once, so that their vectors are remembered. */
async function shipped(dataDir: string, knowledge: Knowledge, embeddings: LocalEmbeddings, ask: Ask): Promise<Body> {
  const examples = examplesOf(await loadContent(contentDir), knowledge.normalise);
  const places = { cacheDir: join(dataDir, 'knowledge'), shippedDir: join(contentDir, 'vectors') };
  const texts = examples.map(({ text }) => text);
  const vectors = await cachedVectors(places, embeddings, texts);
  const documents = examples.map(({ text, label }) => graphDocument(text, 'entry' in label ? label.entry : 0));
  const graph = await graphOver(embeddings, vectors, documents);
  const retriever = knowledge.retriever();
  const queries: { text: string; vector: number[] }[] = [];
  for (let nth = 0; nth < JUDGED; nth++) {
    const text = knowledge.normalise(ask());
    queries.push({ text, vector: await embeddings.embedQuery(text) });
    await retriever.invoke(text);
  }
  return { name: `检索，现有 12 条（${texts.length} 问）`, retriever, graph, vectors, queries };
}

/** So many entries of 20 similar questions each. The graph over them takes half a millisecond a question to build, and is kept. */
async function synthetic(entries: number, name: string, normalise: Normalise): Promise<Body> {
  const [vectorOf, textOf] = [clusteredVectors(entries, SEED), clusteredTexts(entries, SEED)];
  const numbers = Array.from({ length: entries * QUESTIONS_OF_AN_ENTRY }, (_, at) =>
    Math.floor(at / QUESTIONS_OF_AN_ENTRY),
  );
  const vectors = numbers.map(vectorOf);
  const texts = numbers.map((entry) => normalise(textOf(entry)));
  const queries = Array.from({ length: QUERIES }, (_, at) => {
    const entry = Math.floor((at * entries) / QUERIES);
    return { text: normalise(textOf(entry)), vector: [...vectorOf(entry)] };
  });
  const embeddings = new KnownEmbeddings(new Map(queries.map(({ text, vector }) => [text, vector])));
  const documents = texts.map((text, at) => graphDocument(text, numbers[at] ?? 0));
  const graph = await keptGraph(embeddings, vectors, documents);
  const lexical = buildLexical(
    Array.from({ length: entries }, (_, id) => {
      const from = id * QUESTIONS_OF_AN_ENTRY;
      return { id, text: texts.slice(from, from + QUESTIONS_OF_AN_ENTRY).join(' ') };
    }),
  );
  const known = new Map(Array.from({ length: entries }, (_, number) => [number, entryOf(number)]));
  const retriever = new EntryRetriever({ entries: known, lexical, graph, normalise, most: 24 });
  return { name, retriever, graph, vectors, queries };
}

function entryOf(number: number): Entry {
  const title = `第 ${number} 条`;
  return {
    ...{ id: `entry-${number}`, number, title, label: title, source: { title: '', date: '' } },
    ...{ roles: [], errors: [], related: [], checks: [], corrections: [], sections: [], questions: [] },
  };
}

/** Vectors that are known beforehand: what is left of a search when encoding costs nothing. */
class KnownEmbeddings extends Embeddings {
  readonly #vectors: ReadonlyMap<string, number[]>;

  constructor(vectors: ReadonlyMap<string, number[]>) {
    super({});
    this.#vectors = vectors;
  }

  override async embedQuery(text: string): Promise<number[]> {
    const vector = this.#vectors.get(text);
    if (!vector) throw new Error(`没有“${text}”的向量`);
    return vector;
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return Promise.all(texts.map((text) => this.embedQuery(text)));
  }
}

async function graphOver(
  embeddings: Embeddings,
  vectors: readonly Float32Array[],
  documents: readonly GraphDocument[],
): Promise<EntryGraph> {
  const graph = new EntryGraph(embeddings, vectors[0]?.length ?? 0, documents.length);
  for (let from = 0; from < documents.length; from += CHUNK) {
    const some = vectors.slice(from, from + CHUNK).map((vector) => [...vector]);
    await graph.addVectors(some, documents.slice(from, from + CHUNK));
  }
  return graph;
}

/** Read from where an earlier run kept it, else built and kept, until what makes it changes. */
async function keptGraph(
  embeddings: Embeddings,
  vectors: readonly Float32Array[],
  documents: readonly GraphDocument[],
): Promise<EntryGraph> {
  const folder = fileURLToPath(new URL('../node_modules/.cache/beian-bench', import.meta.url));
  await mkdir(folder, { recursive: true });
  const hash = createHash('sha256');
  for (const maker of ['../src/knowledge/graph.ts', './synthetic.ts', './search.ts']) {
    hash.update(await readFile(fileURLToPath(new URL(maker, import.meta.url))));
  }
  const name = `graph-${documents.length}-`;
  const file = join(folder, `${name}${hash.digest('hex').slice(0, 16)}.hnsw`);
  const kept = await EntryGraph.load(file, embeddings, vectors[0]?.length ?? 0, documents);
  if (kept) return kept;
  const graph = await graphOver(embeddings, vectors, documents);
  for (const other of await readdir(folder)) if (other.startsWith(name)) await rm(join(folder, other));
  await graph.save(file);
  return graph;
}

/** The graph adds up in single precision. */
const ROUNDING = 1e-6;

/** The share of the 10 nearest by exact search that the graph finds. A tie counts as found. */
async function recallOf({ graph, vectors, queries }: Body): Promise<number> {
  const lengths = vectors.map((vector) => Math.hypot(...vector));
  const judged = queries.slice(0, JUDGED);
  let found = 0;
  for (const { vector } of judged) {
    const least = tenthCosine(vectors, lengths, Float32Array.from(vector));
    const near = await graph.similaritySearchVectorWithScore(vector, NEAREST);
    found += near.filter(([, cosine]) => cosine >= least - ROUNDING).length;
  }
  return found / (judged.length * NEAREST);
}

function tenthCosine(vectors: readonly Float32Array[], lengths: readonly number[], query: Float32Array): number {
  const length = Math.hypot(...query);
  const cosines = Float64Array.from(vectors, (vector, at) => dot(vector, query) / (length * (lengths[at] ?? 1))).sort();
  return cosines.at(-NEAREST) ?? -1;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}
