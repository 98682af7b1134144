import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Homophones, Normalise } from '../text/normalise.ts';
import { bare } from '../text/normalise.ts';
import type { Classifier } from './classifier.ts';
import { type Example, examplesOf } from './corpus.ts';
import type { NamedEmbeddings } from './embeddings.ts';
import type { Entry } from './entry.ts';
import { createFindErrors, type FindErrors } from './errors.ts';
import { fitSettings } from './fit.ts';
import { fitInWorker } from './fit-in-worker.ts';
import { EntryGraph, graphDocument } from './graph.ts';
import { buildLexical } from './lexical.ts';
import type { Content } from './load.ts';
import { unpackClassifier } from './pack.ts';
import { EntryRetriever } from './retriever.ts';
import { cachedVectors } from './vector-cache.ts';

/** One body of content made ready to answer. Replaced whole when the content changes. */
export interface Built {
  readonly entries: ReadonlyMap<number, Entry>;
  readonly classifier: Classifier;
  readonly findErrors: FindErrors;
  readonly retriever: EntryRetriever;
}

export interface Progress {
  (step: 'vectors' | 'fit' | 'graph', share: number): void;
}

export interface BuildOptions {
  readonly cacheDir: string;
  readonly normalise: Normalise;
  readonly homophones: Homophones;
  readonly embeddings: NamedEmbeddings | undefined;
  readonly progress: Progress;
}

/** Raised when the way of fitting changes while its settings stay the same: old caches are then not used. */
const FORMAT = 2;

/** Vectors, decision and graph of a content: from the cache where it has them, else made and kept there. */
export async function build(content: Content, options: BuildOptions): Promise<Built> {
  const { cacheDir, normalise, embeddings, progress } = options;
  const examples = examplesOf(content, normalise);
  const texts = examples.map(({ text }) => text);
  const vectors = embeddings
    ? await cachedVectors(cacheDir, embeddings, texts, (share) => progress('vectors', share))
    : texts.map(() => new Float32Array(0));
  const key = createHash('sha256')
    .update(JSON.stringify([FORMAT, fitSettings, embeddings?.model ?? null, examples, options.homophones]))
    .digest('hex')
    .slice(0, 32);
  const entries = new Map(content.entries.map((entry) => [entry.number, entry]));
  const graph = embeddings && (await graphOf(examples, vectors, embeddings, key, options));
  const lexical = buildLexical(content.entries.map((entry) => ({ id: entry.number, text: wordsOf(entry, normalise) })));
  return {
    entries,
    classifier: await classifierOf(examples, vectors, key, options),
    findErrors: createFindErrors(content.entries, normalise),
    retriever: new EntryRetriever({ entries, lexical, graph, normalise, most: 50 }),
  };
}

/** The title counts twice: it names what the entry is about. */
function wordsOf(entry: Entry, normalise: Normalise): string {
  const parts = [entry.title, entry.title, ...entry.sections.map(({ text }) => text), ...entry.questions.map(({ text }) => text)];
  return parts.map((part) => bare(normalise(part))).join(' ');
}

async function classifierOf(
  examples: readonly Example[],
  vectors: readonly Float32Array[],
  key: string,
  { cacheDir, homophones, progress }: BuildOptions,
): Promise<Classifier> {
  const file = join(cacheDir, `decision-${key}.bin`);
  const kept = await readFile(file).catch(none);
  if (kept) {
    try {
      return unpackClassifier(kept);
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof SyntaxError)) throw error; // A damaged cache is fitted anew.
    }
  }
  const fittable = examples.map((example, at) => ({ ...example, vector: vectors[at] ?? new Float32Array(0) }));
  const packed = await fitInWorker({ examples: fittable, homophones, settings: fitSettings }, (share) => progress('fit', share));
  await mkdir(cacheDir, { recursive: true });
  await writeFile(`${file}.next`, packed);
  await rename(`${file}.next`, file);
  return unpackClassifier(packed);
}

async function graphOf(
  examples: readonly Example[],
  vectors: readonly Float32Array[],
  embeddings: NamedEmbeddings,
  key: string,
  { cacheDir, progress }: BuildOptions,
): Promise<EntryGraph> {
  const file = join(cacheDir, `graph-${key}.hnsw`);
  const documents = examples.map(({ text, label }) => graphDocument(text, 'entry' in label ? label.entry : 0));
  const dimensions = vectors[0]?.length ?? 0;
  const kept = await EntryGraph.load(file, embeddings, dimensions, documents);
  if (kept) return kept;
  const graph = new EntryGraph(embeddings, dimensions, documents.length);
  await graph.addVectors(vectors.map((vector) => [...vector]), documents);
  await graph.save(file);
  progress('graph', 1);
  return graph;
}

function none(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
