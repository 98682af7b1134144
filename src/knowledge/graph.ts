import { existsSync } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Document, type DocumentInterface } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { VectorStore } from '@langchain/core/vectorstores';
import hnswlib, { type HierarchicalNSW } from 'hnswlib-node';

/** Where a vector comes from. */
export interface Origin {
  /** The number of the entry; 0 for a message that no entry answers. */
  readonly entry: number;
}

export type GraphDocument = DocumentInterface<Origin>;

/** Neighbours looked at while searching: more find more of the true nearest, and take longer. */
const WIDTH = 96;
/** hnswlib adds synchronously: after this many points others get the turn. */
const POINTS_AT_ONCE = 200;

/**
 * Vectors in a navigable small-world graph (Malkov and Yashunin 2016,
 * arXiv:1603.09320): nearest neighbours in logarithmic time.
 */
export class EntryGraph extends VectorStore {
  declare FilterType: (document: GraphDocument) => boolean;
  readonly #index: HierarchicalNSW;
  readonly #documents: GraphDocument[] = [];

  constructor(embeddings: EmbeddingsInterface, dimensions: number, capacity: number) {
    super(embeddings, {});
    this.#index = new hnswlib.HierarchicalNSW('ip', dimensions);
    this.#index.initIndex({ maxElements: Math.max(1, capacity), m: 16, efConstruction: 120, randomSeed: 11 });
    this.#index.setEf(WIDTH);
  }

  override _vectorstoreType(): string {
    return 'hnswlib';
  }

  get size(): number {
    return this.#documents.length;
  }

  override async addDocuments(documents: GraphDocument[]): Promise<void> {
    await this.addVectors(await this.embeddings.embedDocuments(documents.map((d) => d.pageContent)), documents);
  }

  override async addVectors(vectors: number[][], documents: GraphDocument[]): Promise<void> {
    for (const [at, vector] of vectors.entries()) {
      const document = documents[at];
      if (!document) throw new RangeError('每个向量都要有一份文档');
      this.#index.addPoint(vector, this.#documents.push(document) - 1);
      if (at % POINTS_AT_ONCE === POINTS_AT_ONCE - 1) await new Promise(setImmediate);
    }
  }

  /** The `k` nearest with their cosine, best first. */
  override async similaritySearchVectorWithScore(
    query: number[],
    k: number,
    filter?: this['FilterType'],
  ): Promise<[GraphDocument, number][]> {
    const most = Math.min(k, this.#documents.length);
    if (most === 0) return [];
    const allows = filter && ((label: number) => filter(this.#documents[label] as GraphDocument));
    const { neighbors, distances } = this.#index.searchKnn(query, most, allows);
    return neighbors.map((label, at) => [this.#documents[label] as GraphDocument, 1 - (distances[at] ?? 1)]);
  }

  /** Writes the index beside `file`, checks it and puts it in place. */
  async save(file: string): Promise<void> {
    await mkdir(dirname(file), { recursive: true });
    await this.#index.writeIndex(`${file}.next`);
    // hnswlib's writeIndex resolves true even for a path that cannot be written.
    const { size } = await stat(`${file}.next`);
    if (size === 0) throw new Error(`无法写入检索图 ${file}：请检查 DATA_DIR 的剩余空间和权限`);
    await rename(`${file}.next`, file);
  }

  /**
   * A graph read from `file` with the documents it was built from, in order;
   * undefined where there is none or it does not fit them. Always a fresh
   * object: a failed read into a live hnswlib index crashes its next search.
   */
  static async load(
    file: string,
    embeddings: EmbeddingsInterface,
    dimensions: number,
    documents: readonly GraphDocument[],
  ): Promise<EntryGraph | undefined> {
    if (!existsSync(file)) return undefined;
    const graph = new EntryGraph(embeddings, dimensions, documents.length);
    try {
      await graph.#index.readIndex(file);
    } catch {
      return undefined; // Damaged or of another version: the caller builds it anew.
    }
    if (graph.#index.getCurrentCount() !== documents.length || graph.#index.getNumDimensions() !== dimensions) return undefined;
    graph.#index.setEf(WIDTH);
    graph.#documents.push(...documents);
    return graph;
  }
}

export function graphDocument(text: string, entry: number): GraphDocument {
  return new Document({ pageContent: text, metadata: { entry } });
}
