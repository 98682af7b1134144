import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { createNormalise, type Normalise } from '../text/normalise.ts';
import { type Built, build, type Progress } from './build.ts';
import { probabilities } from './classifier.ts';
import { Costs, type Decision, decide } from './decide.ts';
import { LocalEmbeddings, type NamedEmbeddings } from './embeddings.ts';
import { type Endpoint, EndpointEmbeddings } from './endpoint-embeddings.ts';
import type { Entry } from './entry.ts';
import { loadContent } from './load.ts';
import type { EntryRetriever } from './retriever.ts';

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

const HomophoneFile = z.object({ words: z.record(z.string(), z.string()) });
const DecisionFile = z.object({ costs: Costs });

export async function openKnowledge(options: KnowledgeOptions): Promise<Knowledge> {
  const { dataDir, cacheDir, progress = () => {} } = options;
  const rules = join(dataDir, 'rules');
  const { words: homophones } = HomophoneFile.parse(await json(join(rules, 'homophones.json')));
  const { costs } = DecisionFile.parse(await json(join(rules, 'decision.json')));
  const normalise = createNormalise(homophones);
  const { embeddings, trouble } = await openEmbeddings(options);
  const make = async (): Promise<Built> =>
    build(await loadContent(dataDir), { cacheDir, normalise, homophones, embeddings, progress });
  let built = await make();
  let reloading: Promise<void> = Promise.resolve();
  return {
    normalise,
    withoutEncoder: trouble,
    entries: () => built.entries,
    retriever: () => built.retriever,
    async decide(text) {
      const { classifier, findErrors } = built;
      const normalised = normalise(text);
      const vector = embeddings ? await embeddings.embedQuery(normalised) : [];
      return decide(classifier.labels, probabilities(classifier, normalised, vector), findErrors(normalised), costs);
    },
    reload() {
      reloading = reloading.catch(() => {}).then(async () => {
        built = await make();
      });
      return reloading;
    },
    async close() {
      await reloading.catch(() => {}); // Told to whoever asked for the reload.
      if (embeddings instanceof LocalEmbeddings) await embeddings.release();
    },
  };
}

async function openEmbeddings({ endpoint, modelDir }: KnowledgeOptions): Promise<{
  readonly embeddings: NamedEmbeddings | undefined;
  readonly trouble: string | undefined;
}> {
  if (endpoint) return { embeddings: new EndpointEmbeddings(endpoint), trouble: undefined };
  try {
    return { embeddings: await LocalEmbeddings.load(modelDir, { threads: 2 }), trouble: undefined };
  } catch (error) {
    return { embeddings: undefined, trouble: error instanceof Error ? error.message : String(error) };
  }
}

async function json(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'));
}
