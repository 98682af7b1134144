import { join } from 'node:path';
import { contentDir } from '../src/house.ts';
import { examplesOf } from '../src/knowledge/corpus.ts';
import type { LocalEmbeddings } from '../src/knowledge/embeddings.ts';
import { EntryGraph, graphDocument } from '../src/knowledge/graph.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { loadContent } from '../src/knowledge/load.ts';
import { cachedVectors } from '../src/knowledge/vector-cache.ts';
import type { Query, Searchable } from './searchable.ts';

/** The shipped entries, as the service searches them; the questions were asked once, so that their vectors are remembered. */
export async function shippedQuestions(
  dataDir: string,
  knowledge: Knowledge,
  embeddings: LocalEmbeddings,
  questions: readonly string[],
): Promise<Searchable> {
  const examples = examplesOf(await loadContent(contentDir), knowledge.normalise);
  const texts = examples.map(({ text }) => text);
  const places = { cacheDir: join(dataDir, 'knowledge'), shippedDir: join(contentDir, 'vectors') };
  const vectors = await cachedVectors(places, embeddings, texts);
  const documents = examples.map(({ text, label }) => graphDocument(text, 'entry' in label ? label.entry : 0));
  const graph = new EntryGraph(embeddings, vectors[0]?.length ?? 0, documents.length);
  await graph.addVectors(
    vectors.map((vector) => [...vector]),
    documents,
  );
  const retriever = knowledge.retriever();
  const queries: Query[] = [];
  for (const question of new Set(questions)) {
    const text = knowledge.normalise(question);
    queries.push({ text, vector: await embeddings.embedQuery(text) });
    await retriever.invoke(text);
  }
  return { retriever, graph, lexical: undefined, vectors, queries };
}
