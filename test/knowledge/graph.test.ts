import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeEmbeddings } from '@langchain/core/utils/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EntryGraph, graphDocument } from '../../src/knowledge/graph.ts';
import { seeded } from '../../src/knowledge/random.ts';

const embeddings = new FakeEmbeddings();
const DIMENSIONS = 32;

/** Vectors in 40 heaps, as questions are, of different lengths; the same for the same seed. */
function heaps(count: number, seed: number, dimensions = DIMENSIONS): number[][] {
  const random = seeded(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const middles = Array.from({ length: 40 }, () => Array.from({ length: dimensions }, normal));
  return Array.from({ length: count }, (_, at) => (middles[at % 40] ?? []).map((value) => value + 0.6 * normal()));
}

function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = (x: readonly number[], y: readonly number[]): number =>
    x.reduce((sum, value, at) => sum + value * (y[at] ?? 0), 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

function documentsOf(vectors: readonly unknown[]): ReturnType<typeof graphDocument>[] {
  return vectors.map((_, at) => graphDocument(`问题${at}`, at % 7));
}

async function graphOf(vectors: number[][], capacity = vectors.length): Promise<EntryGraph> {
  const graph = new EntryGraph(embeddings, vectors[0]?.length ?? DIMENSIONS, capacity);
  await graph.addVectors(vectors, documentsOf(vectors));
  return graph;
}

describe('the graph as a vector store', () => {
  it('gives the nearest with their cosine, best first', async () => {
    const vectors = heaps(50, 1);
    const [query = []] = heaps(1, 2);
    const found = await (await graphOf(vectors)).similaritySearchVectorWithScore(query, 5);
    const exact = vectors
      .map((vector, at) => [`问题${at}`, cosine(query, vector)] as const)
      .sort((a, b) => b[1] - a[1]);
    expect(found.map(([{ pageContent }]) => pageContent)).toEqual(exact.slice(0, 5).map(([name]) => name));
    for (const [at, [, score]] of found.entries()) expect(score).toBeCloseTo(exact[at]?.[1] ?? 0, 5);
  });

  it('finds a vector itself with a cosine of 1', async () => {
    const vectors = heaps(50, 3);
    const [[document, score] = []] = await (await graphOf(vectors)).similaritySearchVectorWithScore(
      vectors[17] ?? [],
      1,
    );
    expect(document?.pageContent).toBe('问题17');
    expect(document?.metadata).toEqual({ entry: 3 });
    expect(score).toBeCloseTo(1, 5);
  });

  it('filters', async () => {
    const vectors = heaps(70, 4);
    const graph = await graphOf(vectors);
    const found = await graph.similaritySearchVectorWithScore(
      vectors[0] ?? [],
      5,
      ({ metadata }) => metadata.entry === 3,
    );
    expect(found).toHaveLength(5);
    expect(found.every(([{ metadata }]) => metadata.entry === 3)).toBe(true);
    expect(await graph.similaritySearchVectorWithScore(vectors[0] ?? [], 5, () => false)).toEqual([]);
  });

  it('gives all where more are wanted, and none where none are', async () => {
    const vectors = heaps(3, 5);
    const graph = await graphOf(vectors);
    expect(await graph.similaritySearchVectorWithScore(vectors[0] ?? [], 50)).toHaveLength(3);
    expect(await graph.similaritySearchVectorWithScore(vectors[0] ?? [], 0)).toEqual([]);
    expect(await graph.similaritySearchVectorWithScore(vectors[0] ?? [], -1)).toEqual([]);
  });

  it('finds nothing while it is empty', async () => {
    const graph = new EntryGraph(embeddings, 4, 0);
    expect(graph.size).toBe(0);
    expect(await graph.similaritySearchVectorWithScore([1, 0, 0, 0], 4)).toEqual([]);
  });

  it('grows beyond the size it was made for', async () => {
    const vectors = heaps(25, 6);
    const graph = await graphOf(vectors, 0);
    expect(graph.size).toBe(25);
    expect((await graph.similaritySearchVectorWithScore(vectors[24] ?? [], 1))[0]?.[0].pageContent).toBe('问题24');
  });

  it('refuses vectors of other dimensions and documents without vectors, and stays as it was', async () => {
    const vectors = heaps(5, 7);
    const graph = await graphOf(vectors, 10);
    await expect(graph.addVectors([...heaps(1, 8), [1, 2]], documentsOf([0, 1]))).rejects.toThrow('32 维');
    await expect(graph.addVectors(heaps(2, 9), documentsOf([0]))).rejects.toThrow('一份文档');
    expect(graph.size).toBe(5);
    expect(await graph.similaritySearchVectorWithScore(vectors[0] ?? [], 9)).toHaveLength(5);
  });

  it('serves LangChain: documents, queries and a retriever', async () => {
    const graph = new EntryGraph(embeddings, 4, 2);
    await graph.addDocuments([graphDocument('甲', 1), graphDocument('乙', 2)]);
    expect(graph._vectorstoreType()).toBe('hnswlib');
    expect(await graph.similaritySearch('什么', 2)).toHaveLength(2);
    expect((await graph.asRetriever(1).invoke('什么')).map(({ metadata }) => metadata)).toHaveLength(1);
  });

  it('finds at least 95 in 100 of the true nearest among 2 000', async () => {
    const vectors = heaps(2_000, 10);
    const graph = await graphOf(vectors);
    const queries = heaps(100, 11);
    let found = 0;
    for (const query of queries) {
      const exact = vectors
        .map((vector, at) => [at, cosine(query, vector)] as const)
        .sort((a, b) => b[1] - a[1])
        .slice(0, 24);
      const near = new Set(
        (await graph.similaritySearchVectorWithScore(query, 24)).map(([{ pageContent }]) => pageContent),
      );
      found += exact.filter(([at]) => near.has(`问题${at}`)).length;
    }
    expect(found / (24 * queries.length)).toBeGreaterThanOrEqual(0.95);
  });
});

describe('a saved graph', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'beian-graph-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('answers as before', async () => {
    const vectors = heaps(300, 12);
    const graph = await graphOf(vectors);
    const file = join(folder, 'deep/graph-1.hnsw');
    await graph.save(file);
    const again = await EntryGraph.load(file, embeddings, DIMENSIONS, documentsOf(vectors));
    expect(again?.size).toBe(300);
    for (const query of heaps(20, 13)) {
      expect(await again?.similaritySearchVectorWithScore(query, 10)).toEqual(
        await graph.similaritySearchVectorWithScore(query, 10),
      );
    }
    expect(readdirSync(join(folder, 'deep')).sort()).toEqual(['graph-1.hnsw', 'graph-1.hnsw.sha256']);
  });

  it('is none where there is no file, or it does not fit the documents or dimensions', async () => {
    const vectors = heaps(20, 14);
    const file = join(folder, 'graph-1.hnsw');
    expect(await EntryGraph.load(file, embeddings, DIMENSIONS, documentsOf(vectors))).toBeUndefined();
    await (await graphOf(vectors)).save(file);
    expect(await EntryGraph.load(file, embeddings, DIMENSIONS, documentsOf(vectors.slice(1)))).toBeUndefined();
    expect(await EntryGraph.load(file, embeddings, DIMENSIONS * 2, documentsOf(vectors))).toBeUndefined();
    rmSync(`${file}.sha256`);
    expect(await EntryGraph.load(file, embeddings, DIMENSIONS, documentsOf(vectors))).toBeUndefined();
  });

  it('is none where a bit of it changed or its end is missing', async () => {
    const vectors = heaps(20, 15);
    const file = join(folder, 'graph-1.hnsw');
    await (await graphOf(vectors)).save(file);
    const whole = readFileSync(file);
    for (const at of [0, 8, 100, Math.floor(whole.length / 2), whole.length - 1]) {
      const damaged = Buffer.from(whole);
      damaged.writeUInt8(damaged.readUInt8(at) ^ 255, at);
      writeFileSync(file, damaged);
      expect(await EntryGraph.load(file, embeddings, DIMENSIONS, documentsOf(vectors))).toBeUndefined();
    }
    writeFileSync(file, whole.subarray(0, whole.length - 7));
    expect(await EntryGraph.load(file, embeddings, DIMENSIONS, documentsOf(vectors))).toBeUndefined();
  });

  it('says so when it cannot be written', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect((await graphOf(heaps(2, 16))).save(join(folder, 'file/graph-1.hnsw'))).rejects.toThrow();
  });
});
