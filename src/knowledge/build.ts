import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Normalise } from '../text/normalise.ts';
import { bare } from '../text/normalise.ts';
import { type Classifiers, classifiersOf } from './classifiers.ts';
import { type Example, examplesOf } from './corpus.ts';
import type { NamedEmbeddings } from './embeddings.ts';
import type { Entry, OutsideQuestion } from './entry.ts';
import { createFindErrors, type FindErrors } from './errors.ts';
import { fitSettings } from './fit.ts';
import { EntryGraph, graphDocument } from './graph.ts';
import { buildLexical } from './lexical.ts';
import type { Content } from './load.ts';
import { keepNewest } from './made-file.ts';
import { EntryRetriever } from './retriever.ts';
import { cachedVectors } from './vector-cache.ts';

/** One body of content made ready to answer. Replaced whole when the content changes. */
export interface Built extends Classifiers {
  /** The same for the same content, encoder and way of fitting. */
  readonly key: string;
  readonly entries: ReadonlyMap<number, Entry>;
  readonly outside: readonly OutsideQuestion[];
  readonly findErrors: FindErrors;
  readonly retriever: EntryRetriever;
}

export type Progress = (step: 'vectors' | 'fit' | 'graph', share: number) => void;

interface BuildOptions {
  readonly cacheDir: string;
  /** Vectors that ship with the content. */
  readonly shippedDir: string;
  readonly normalise: Normalise;
  readonly embeddings: NamedEmbeddings | undefined;
  readonly progress: Progress;
  /** Whether candidates are to be found by meaning, too; a trial of a decision needs none. */
  readonly withGraph?: boolean;
}

/** Raised when the way of fitting changes while its settings stay the same: old caches are then not used. */
const FORMAT = 4;
/** Decisions and graphs of earlier contents kept beside the one in use, should an edit be taken back. */
const KEPT = 2;
/** Decisions kept when a trial makes one: it pushes out neither the one in use nor trials that may be published. */
const KEPT_BESIDE_TRIAL = 6;

/** Vectors, decision and graph of a content: from the cache where it has them, else made and kept there. */
export async function build(content: Content, options: BuildOptions): Promise<Built> {
  const { normalise, embeddings, progress, withGraph = true } = options;
  const once = remembering(normalise);
  const examples = examplesOf(content, once);
  const vectors = vectorsOf(examples, options);
  const key = keyOf(examples, embeddings?.model ?? null);
  const entries = new Map(content.entries.map((entry) => [entry.number, entry]));
  const classifiers = await classifiersOf(examples, vectors, {
    cacheDir: options.cacheDir,
    keys: { words: keyOf(examples, null), meaning: embeddings && key },
    others: withGraph ? KEPT : KEPT_BESIDE_TRIAL,
    progress: (share) => progress('fit', share),
  });
  const dimensions = classifiers.meaning?.scaling.mean.length ?? 0;
  const graph =
    withGraph && embeddings ? await graphOf(examples, { vectors, dimensions }, embeddings, key, options) : undefined;
  const lexical = buildLexical(content.entries.map((entry) => ({ id: entry.number, text: wordsOf(entry, once) })));
  return {
    ...classifiers,
    key,
    entries,
    outside: content.outside,
    findErrors: createFindErrors(content.entries, once),
    retriever: new EntryRetriever({ entries, lexical, graph, normalise, most: 24 }),
  };
}

/** What the content says in several places is normalised once. */
function remembering(normalise: Normalise): Normalise {
  const known = new Map<string, string>();
  return (text) => {
    const normalised = known.get(text) ?? normalise(text);
    known.set(text, normalised);
    return normalised;
  };
}

type AskVectors = () => Promise<readonly Float32Array[]>;

/** The vectors of the examples, read or encoded when somebody first needs them: not where all that is made of them is kept. */
function vectorsOf(examples: readonly Example[], options: BuildOptions): AskVectors {
  const { embeddings, progress } = options;
  let asked: Promise<readonly Float32Array[]> | undefined;
  return () => {
    const texts = examples.map(({ text }) => text);
    asked ??= embeddings
      ? cachedVectors(options, embeddings, texts, (share) => progress('vectors', share))
      : Promise.resolve([]);
    return asked;
  };
}

/** The title counts twice: it names what the entry is about. */
function wordsOf(entry: Entry, normalise: Normalise): string {
  const parts = [
    entry.title,
    entry.title,
    ...entry.sections.map(({ text }) => text),
    ...entry.questions.map(({ text }) => text),
  ];
  return parts.map((part) => bare(normalise(part))).join(' ');
}

/** The same for the same texts, model of the encoder and way of fitting. */
function keyOf(examples: readonly Example[], model: string | null): string {
  const all = JSON.stringify([FORMAT, fitSettings, model, examples]);
  return createHash('sha256').update(all).digest('hex').slice(0, 32);
}

async function graphOf(
  examples: readonly Example[],
  { vectors, dimensions }: { readonly vectors: AskVectors; readonly dimensions: number },
  embeddings: NamedEmbeddings,
  key: string,
  { cacheDir, progress }: BuildOptions,
): Promise<EntryGraph> {
  const file = join(cacheDir, `graph-${key}.hnsw`);
  const documents = examples.map(({ text, label }) => graphDocument(text, 'entry' in label ? label.entry : 0));
  const kept = await EntryGraph.load(file, embeddings, dimensions, documents);
  if (kept) return kept;
  const graph = new EntryGraph(embeddings, dimensions, documents.length);
  await graph.addVectors(
    (await vectors()).map((vector) => [...vector]),
    documents,
  );
  await graph.save(file);
  await keepNewest(file, KEPT);
  progress('graph', 1);
  return graph;
}
