import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import { Embeddings } from '@langchain/core/embeddings';
import { type EncoderThread, encoderThread } from './encoder-thread.ts';
import { digest } from './made-file.ts';

/**
 * At most this many pieces are read: of a longer text its beginning and its end, where people say what they want. All
 * that is learnt has at most 83, all that is tested 116; with the 512 that the model could read, a message of 2 000
 * characters takes the processor four times as long.
 */
const LONGEST = 128;
const BATCH = 8;
const REMEMBERED = 2_000;
/** LangChain's embeddings with the two facts that a cache of vectors needs. */
export abstract class NamedEmbeddings extends Embeddings {
  /** Changes when the same text would get another vector. */
  abstract readonly model: string;

  /** Whether the vector of a query is known already. */
  remembers(_text: string): boolean {
    return false;
  }
}

/** No vectors could be had: the endpoint does not answer, or gives something else than vectors. */
export class EmbeddingsError extends Error {
  readonly code = 'embeddings';

  constructor(model: string, why: string, options?: ErrorOptions) {
    super(`句子编码器 ${model} 不可用：${why}`, options);
    this.name = 'EmbeddingsError';
  }
}

/**
 * The sentence encoder that ships with the repository: 384 dimensions, length
 * 1, so that cosine is the dot product. Recent queries are remembered.
 */
export class LocalEmbeddings extends NamedEmbeddings {
  readonly model: string;
  readonly #tokenizer: Tokenizer;
  readonly #thread: EncoderThread;
  /** What was asked lately, also what is being worked on: the same text asked by two at once is encoded once. */
  readonly #recent = new Map<string, Promise<number[]>>();

  constructor(model: string, tokenizer: Tokenizer, thread: EncoderThread) {
    super({ maxConcurrency: 1 });
    this.model = model;
    this.#tokenizer = tokenizer;
    this.#thread = thread;
  }

  /** Throws where a file is missing or damaged, or the platform has no runtime. */
  static async load(folder: string, { threads }: { readonly threads: number }): Promise<LocalEmbeddings> {
    const pieces = await readFile(join(folder, 'tokenizer.json'));
    const weights = await readFile(join(folder, 'model.onnx'));
    const sum = digest(Buffer.concat([pieces, weights]));
    // The thread takes half a second to start; the tokenizer is read beside it.
    const [thread, tokenizer] = await Promise.all([encoderThread({ weights, threads }), tokenizerOf(pieces)]);
    const version = (await sum).toString('hex').slice(0, 12);
    const embeddings = new LocalEmbeddings(`${basename(folder)} ${version}`, tokenizer, thread);
    await embeddings.embedQuery('备案'); // A damaged tokenizer only fails when it is used.
    return embeddings;
  }

  override remembers(text: string): boolean {
    return this.#recent.has(text);
  }

  override async embedQuery(text: string): Promise<number[]> {
    const known = this.#recent.get(text);
    if (known) return known;
    const made = this.#run([this.#pieces(text)]).then(([vector = []]) => vector);
    this.#recent.set(text, made);
    const [oldest] = this.#recent.keys();
    if (this.#recent.size > REMEMBERED && oldest !== undefined) this.#recent.delete(oldest);
    made.catch(() => this.#recent.delete(text)); // Whoever asked is told; whoever asks again has another try.
    return made;
  }

  /** Texts of about the same length go together, so that little is padded. */
  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const pieces = texts.map((text) => this.#pieces(text));
    const byLength = [...pieces.keys()].sort((a, b) => (pieces[a]?.length ?? 0) - (pieces[b]?.length ?? 0));
    const vectors: number[][] = texts.map(() => []);
    for (let from = 0; from < byLength.length; from += BATCH) {
      const places = byLength.slice(from, from + BATCH);
      const batch = await this.#run(places.map((at) => pieces[at] ?? []));
      for (const [row, at] of places.entries()) vectors[at] = batch[row] ?? [];
    }
    return vectors;
  }

  async release(): Promise<void> {
    await this.#thread.close();
  }

  #pieces(text: string): readonly number[] {
    const { ids } = this.#tokenizer.encode(`query: ${text}`);
    return ids.length <= LONGEST ? ids : [...ids.slice(0, LONGEST / 2), ...ids.slice(-LONGEST / 2)];
  }

  async #run(batch: readonly (readonly number[])[]): Promise<number[][]> {
    const width = Math.max(...batch.map((ids) => ids.length));
    const ids = new BigInt64Array(batch.length * width).fill(1n);
    const mask = new BigInt64Array(batch.length * width);
    for (const [row, pieces] of batch.entries()) {
      for (const [column, piece] of pieces.entries()) {
        ids[row * width + column] = BigInt(piece);
        mask[row * width + column] = 1n;
      }
    }
    const flat = await this.#thread.encode({ ids, mask, shape: [batch.length, width] });
    const dimensions = flat.length / batch.length;
    return batch.map((_, row) => Array.from(flat.subarray(row * dimensions, (row + 1) * dimensions)));
  }
}

async function tokenizerOf(pieces: Buffer): Promise<Tokenizer> {
  return new Tokenizer(JSON.parse(pieces.toString()), {});
}
