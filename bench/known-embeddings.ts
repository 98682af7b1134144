import { Embeddings } from '@langchain/core/embeddings';

/** Vectors that are known beforehand: what is left of a search when encoding costs nothing. */
export class KnownEmbeddings extends Embeddings {
  readonly #vectors: ReadonlyMap<string, number[]>;

  constructor(vectors: ReadonlyMap<string, number[]>) {
    super({});
    this.#vectors = vectors;
  }

  override async embedQuery(text: string): Promise<number[]> {
    const vector = this.#vectors.get(text);
    if (!vector) throw new Error(`没有“${text}”的向量`);
    return vector;
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return Promise.all(texts.map((text) => this.embedQuery(text)));
  }
}
