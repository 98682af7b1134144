import { join } from 'node:path';
import type { Normalise } from '../text/normalise.ts';
import { createNormalise } from '../text/normalise.ts';
import { type Built, build, type Progress } from './build.ts';
import { probabilities } from './classifier.ts';
import { type Costs, type Decision, decide } from './decide.ts';
import { EmbeddingsError, LocalEmbeddings, type NamedEmbeddings } from './embeddings.ts';
import { type Endpoint, EndpointEmbeddings } from './endpoint-embeddings.ts';
import type { Entry } from './entry.ts';
import { loadContent } from './load.ts';
import type { EntryRetriever } from './retriever.ts';
import { loadRules } from './rules.ts';

/** What the assistant knows, ready to be asked. */
export interface Knowledge {
  readonly normalise: Normalise;
  /** Why the sentence encoder does not run; undefined where it does. The words alone then decide. */
  readonly withoutEncoder: string | undefined;
  entries(): ReadonlyMap<number, Entry>;
  retriever(): EntryRetriever;
  decide(text: string): Promise<Decision>;
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
  readonly progress?: Progress;
}

/** All that one reading of the files gives. */
interface Learnt extends Built {
  readonly normalise: Normalise;
  readonly costs: Costs;
}

/**
 * Throws a ContentError where a file cannot be used. An encoder that fails
 * stops nothing: what is fitted on words alone then answers.
 */
export async function openKnowledge(options: KnowledgeOptions): Promise<Knowledge> {
  const { embeddings, missing } = await openEmbeddings(options);
  let trouble = missing;
  let learnt = await learn(options, embeddings).catch((error: unknown) => {
    if (!(error instanceof EmbeddingsError)) throw error;
    trouble = error.message;
    return learn(options, undefined);
  });
  const vectorOf = async (normalised: string): Promise<readonly number[]> => {
    if (!embeddings || learnt.classifier.scaling.mean.length === 0) return [];
    try {
      const vector = await embeddings.embedQuery(normalised);
      trouble = undefined;
      return vector;
    } catch (error) {
      trouble = reasonOf(error);
      return [];
    }
  };
  let reloading: Promise<void> = Promise.resolve();
  return {
    normalise: (text) => learnt.normalise(text),
    get withoutEncoder() {
      return trouble;
    },
    entries: () => learnt.entries,
    retriever: () => learnt.retriever,
    async decide(text) {
      const { classifier, findErrors, normalise, costs } = learnt;
      const normalised = normalise(text);
      const chances = probabilities(classifier, normalised, await vectorOf(normalised));
      return decide(classifier.labels, chances, findErrors(normalised), costs);
    },
    reload() {
      const before = reloading;
      reloading = (async () => {
        await Promise.allSettled([before]); // How it ended was told to whoever asked for it.
        learnt = await learn(options, embeddings);
        trouble = missing;
      })();
      return reloading;
    },
    async close() {
      await Promise.allSettled([reloading]);
      if (embeddings instanceof LocalEmbeddings) await embeddings.release();
    },
  };
}

async function learn(
  { dataDir, cacheDir, progress = () => {} }: KnowledgeOptions,
  embeddings: NamedEmbeddings | undefined,
): Promise<Learnt> {
  const { homophones, costs } = await loadRules(dataDir);
  const normalise = createNormalise(homophones);
  const built = await build(await loadContent(dataDir), {
    cacheDir,
    shippedDir: join(dataDir, 'vectors'),
    normalise,
    embeddings,
    progress,
  });
  return { ...built, normalise, costs };
}

async function openEmbeddings({ endpoint, modelDir }: KnowledgeOptions): Promise<{
  readonly embeddings: NamedEmbeddings | undefined;
  readonly missing: string | undefined;
}> {
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
