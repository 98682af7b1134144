import { existsSync } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import { Document, type DocumentInterface } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { VectorStore } from '@langchain/core/vectorstores';
import hnswlib, { type HierarchicalNSW } from 'hnswlib-node';
import { digest, readMade, unfinished, writeMade } from './made-file.ts';

/** Where a vector comes from. */
interface Origin {
  /** The number of the entry; 0 for a message that no entry answers. */
  readonly entry: number;
}

export type GraphDocument = DocumentInterface<Origin>;

/**
 * Neighbours looked at while searching: more find more of the true nearest, and take longer. In a large graph each look
 * waits for memory, so fewer are taken: of the 10 nearest among 100 000 they find 97 %, of those among 10 000 99 %.
 */
const WIDTH = 96;
const WIDTH_WHERE_LARGE = 48;
const LARGE = 20_000;
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
    this.#index = new hnswlib.HierarchicalNSW('cosine', dimensions);
    this.#index.initIndex({ maxElements: Math.max(1, capacity), m: 16, efConstruction: 120, randomSeed: 11 });
    this.#index.setEf(widthFor(capacity));
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

  /** Throws where there is not one document for each vector, or a vector has other dimensions: nothing is added then. */
  override async addVectors(vectors: number[][], documents: GraphDocument[]): Promise<void> {
    const dimensions = this.#index.getNumDimensions();
    if (vectors.length !== documents.length) throw new RangeError('每个向量都要有一份文档');
    if (vectors.some((vector) => vector.length !== dimensions)) throw new RangeError(`向量要有 ${dimensions} 维`);
    for (const [at, vector] of vectors.entries()) {
      if (this.size === this.#index.getMaxElements()) this.#index.resizeIndex(this.size * 2);
      this.#index.addPoint(vector, this.size);
      this.#documents.push(documents[at] as GraphDocument);
      if (at % POINTS_AT_ONCE === POINTS_AT_ONCE - 1) await new Promise(setImmediate);
    }
    this.#index.setEf(widthFor(this.size));
  }

  /** The `k` nearest with their cosine, best first. */
  override async similaritySearchVectorWithScore(
    query: number[],
    k: number,
    filter?: this['FilterType'],
  ): Promise<[GraphDocument, number][]> {
    const most = Math.min(k, this.size);
    if (most < 1) return [];
    const allows = filter && ((label: number) => filter(this.#documents[label] as GraphDocument));
    const { neighbors, distances } = this.#index.searchKnn(query, most, allows);
    return neighbors.map((label, at) => [this.#documents[label] as GraphDocument, 1 - (distances[at] ?? 1)]);
  }

  /** Writes the index with its checksum. Readers see the old one or the new one. */
  async save(file: string): Promise<void> {
    const next = await unfinished(file);
    await this.#index.writeIndex(next);
    // hnswlib's writeIndex resolves true even for a path that cannot be written.
    const bytes = await readFile(next).catch((cause: unknown) => {
      throw new Error(`无法写入检索图 ${file}：请检查 DATA_DIR 的剩余空间和权限`, { cause });
    });
    await writeMade(`${file}.sha256`, await checksum(bytes, this.#index.getNumDimensions()));
    await rename(next, file);
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
    // hnswlib reads a damaged file, or one of other dimensions, without a word and crashes in a later search.
    const sum = await readMade(`${file}.sha256`);
    if (!sum || !existsSync(file) || !sum.equals(await checksum(await readFile(file), dimensions))) return undefined;
    const graph = new EntryGraph(embeddings, dimensions, documents.length);
    await graph.#index.readIndex(file);
    if (graph.#index.getCurrentCount() !== documents.length) return undefined;
    graph.#index.setEf(widthFor(documents.length)); // A file does not keep it.
    for (const document of documents) graph.#documents.push(document);
    return graph;
  }
}

function widthFor(points: number): number {
  return points > LARGE ? WIDTH_WHERE_LARGE : WIDTH;
}

function checksum(bytes: Buffer, dimensions: number): Promise<Buffer> {
  return digest(Buffer.concat([bytes, Buffer.from(String(dimensions))]));
}

export function graphDocument(text: string, entry: number): GraphDocument {
  return new Document({ pageContent: text, metadata: { entry } });
}
