import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { EntryGraph, type GraphDocument } from '../src/knowledge/graph.ts';

const CHUNK = 1_000;

/** Where a graph is kept: under `name`, for as long as `key` is the same. */
export interface Shelf {
  readonly folder: string;
  readonly name: string;
  readonly key: string;
}

/** The graph over these vectors: read from its shelf, else built, which takes about half a millisecond a vector, and kept there. */
export async function keptGraph(
  { folder, name, key }: Shelf,
  embeddings: EmbeddingsInterface,
  vectors: readonly Float32Array[],
  documents: readonly GraphDocument[],
  progress: (share: number) => void,
): Promise<EntryGraph> {
  const file = join(folder, `${name}-${key}.hnsw`);
  const dimensions = vectors[0]?.length ?? 0;
  const kept = await EntryGraph.load(file, embeddings, dimensions, documents);
  if (kept) return kept;
  const graph = new EntryGraph(embeddings, dimensions, documents.length);
  for (let from = 0; from < documents.length; from += CHUNK) {
    const some = vectors.slice(from, from + CHUNK).map((vector) => [...vector]);
    await graph.addVectors(some, documents.slice(from, from + CHUNK));
    progress(Math.min(1, (from + CHUNK) / documents.length));
  }
  for (const other of await readdir(folder)) if (other.startsWith(`${name}-`)) await rm(join(folder, other));
  await graph.save(file);
  return graph;
}
