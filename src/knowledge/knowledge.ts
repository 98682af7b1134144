import { join } from 'node:path';
import type { Normalise } from '../text/normalise.ts';
import { createNormalise } from '../text/normalise.ts';
import { type Built, build, type Progress } from './build.ts';
import type { Costs, Decision } from './decide.ts';
import { EmbeddingsError, LocalEmbeddings, type NamedEmbeddings } from './embeddings.ts';
import { type Endpoint, EndpointEmbeddings } from './endpoint-embeddings.ts';
import type { Entry, OutsideQuestion } from './entry.ts';
import { type Judged, judge } from './judge.ts';
import { loadContent } from './load.ts';
import { NO_OVERLAY, type Overlay } from './overlay.ts';
import type { EntryRetriever } from './retriever.ts';
import { loadRules } from './rules.ts';

/** How a decision came about. */
export interface MadeDecision extends Pick<Judged, 'encoder' | 'encoderMs'> {
  /** Milliseconds of all of it. */
  readonly ms: number;
}

/** What the assistant knows, ready to be asked. */
export interface Knowledge {
  readonly normalise: Normalise;
  /** Why the sentence encoder does not run; undefined where it does. The words alone then decide. */
  readonly withoutEncoder: string | undefined;
  /** The same where the same was learnt. */
  key(): string;
  entries(): ReadonlyMap<number, Entry>;
  /** The messages that are known to be answered by no entry. */
  outside(): readonly OutsideQuestion[];
  retriever(): EntryRetriever;
  /** `vector` is the text's own, where it is known. */
  decide(text: string, vector?: ArrayLike<number>): Promise<Decision>;
  /** Their vectors, many at a time; empty ones without an encoder. For what nobody waits for: no query is remembered. */
  vectors(normalised: readonly string[]): Promise<readonly (readonly number[])[]>;
  /** The middle of the vectors of all that was learnt; of length 0 without an encoder. */
  centre(): Float32Array;
  /** The files learnt with other added questions, beside what is asked meanwhile. It shares the encoder, and finds candidates by words alone. */
  trial(overlay: Overlay, progress?: Progress): Promise<Knowledge>;
  /** Reads the files again; a broken one throws and changes nothing. Questions are answered all the while. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

export interface KnowledgeOptions {
  /** The folder with `faq/`, `out-of-scope/` and `rules/`. */
  readonly dataDir: string;
  /** The folder of the shipped encoder. */
  readonly modelDir: string;
  readonly cacheDir: string;
  readonly endpoint?: Endpoint | undefined;
  /** Opened already, beside something else; else it is opened now. */
  readonly encoder?: Promise<Encoder> | undefined;
  readonly progress?: Progress;
  /** The questions that were added while the service runs; asked for each time that the files are read. */
  readonly overlay?: () => Overlay;
  /** Told of each decision that somebody waited for. */
  readonly onDecision?: ((decided: MadeDecision) => void) | undefined;
}

/** All that one reading of the files gives. */
interface Learnt extends Built {
  readonly normalise: Normalise;
  readonly costs: Costs;
}

/** The sentence encoder, or why there is none. */
export interface Encoder {
  readonly embeddings: NamedEmbeddings | undefined;
  readonly missing: string | undefined;
}

/**
 * Throws a ContentError where a file cannot be used. An encoder that fails
 * stops nothing: what is fitted on words alone then answers.
 */
export async function openKnowledge(options: KnowledgeOptions): Promise<Knowledge> {
  const encoder = await (options.encoder ?? openEncoder(options));
  const knowledge = await know(options, encoder, { withGraph: true });
  return {
    ...knowledge,
    get withoutEncoder() {
      return knowledge.withoutEncoder;
    },
    async close() {
      await knowledge.close();
      if (encoder.embeddings instanceof LocalEmbeddings) await encoder.embeddings.release();
    },
  };
}

/** Knowledge over an encoder that is somebody else's to release. */
async function know(
  options: KnowledgeOptions,
  encoder: Encoder,
  { withGraph }: { readonly withGraph: boolean },
): Promise<Knowledge> {
  const { embeddings, missing } = encoder;
  let trouble = missing;
  let learnt = await learn(options, embeddings, withGraph).catch((error: unknown) => {
    if (!(error instanceof EmbeddingsError)) throw error;
    trouble = error.message;
    return learn(options, undefined, withGraph);
  });
  const encoded = async <T>(encoding: Promise<T>): Promise<T | undefined> => {
    try {
      const vectors = await encoding;
      trouble = undefined;
      return vectors;
    } catch (error) {
      trouble = reasonOf(error);
      return undefined;
    }
  };
  const reads = (): NamedEmbeddings | undefined => learnt.meaning && embeddings;
  let reloading: Promise<void> = Promise.resolve();
  return {
    normalise: (text) => learnt.normalise(text),
    get withoutEncoder() {
      return trouble;
    },
    key: () => learnt.key,
    entries: () => learnt.entries,
    outside: () => learnt.outside,
    retriever: () => learnt.retriever,
    async decide(text, known) {
      const begun = performance.now();
      const now = learnt;
      const normalised = now.normalise(text);
      const ask = async (encoder: NamedEmbeddings) => ({
        isRemembered: encoder.remembers(normalised),
        vector: known ?? (await encoded(encoder.embedQuery(normalised))),
      });
      const { decision, encoder, encoderMs } = await judge(now, normalised, embeddings && (() => ask(embeddings)));
      if (known === undefined) options.onDecision?.({ encoder, ms: performance.now() - begun, encoderMs });
      return decision;
    },
    centre: () => learnt.meaning?.scaling.mean ?? new Float32Array(0),
    async vectors(normalised) {
      const encoder = reads();
      const vectors = encoder && (await encoded(encoder.embedDocuments([...normalised])));
      return normalised.map((_, at) => vectors?.[at] ?? []);
    },
    trial: (overlay, progress = () => {}) =>
      know({ ...options, progress, overlay: () => overlay, onDecision: undefined }, encoder, { withGraph: false }),
    reload() {
      const before = reloading;
      reloading = (async () => {
        await Promise.allSettled([before]); // How it ended was told to whoever asked for it.
        learnt = await learn(options, embeddings, withGraph);
        trouble = missing;
      })();
      return reloading;
    },
    async close() {
      await Promise.allSettled([reloading]);
    },
  };
}

async function learn(
  { dataDir, cacheDir, progress = () => {}, overlay = () => NO_OVERLAY }: KnowledgeOptions,
  embeddings: NamedEmbeddings | undefined,
  withGraph: boolean,
): Promise<Learnt> {
  const { homophones, costs } = await loadRules(dataDir);
  const normalise = createNormalise(homophones);
  const built = await build(await loadContent(dataDir, overlay()), {
    withGraph,
    cacheDir,
    shippedDir: join(dataDir, 'vectors'),
    normalise,
    embeddings,
    progress,
  });
  return { ...built, normalise, costs };
}

/** Never rejects: without an encoder the words decide. */
export async function openEncoder({
  endpoint,
  modelDir,
}: Pick<KnowledgeOptions, 'endpoint' | 'modelDir'>): Promise<Encoder> {
  if (endpoint) return { embeddings: new EndpointEmbeddings(endpoint), missing: undefined };
  try {
    return { embeddings: await LocalEmbeddings.load(modelDir, { threads: 2 }), missing: undefined };
  } catch (error) {
    return { embeddings: undefined, missing: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
