import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { EmbeddingsError, type NamedEmbeddings } from './embeddings.ts';
import { readVectors, rounded, type Vectors, writeVectors } from './vector-file.ts';

const CHUNK = 256;
/** What was encoded so far is kept this often, so that a start that was broken off is not lost. */
const CHUNKS_A_SAVE = 8;

interface VectorPlaces {
  /** Where new vectors are kept. */
  readonly cacheDir: string;
  /** Where vectors that ship with the content lie; only read. */
  readonly shippedDir: string;
}

/** The name of an encoder's vector file. */
export function vectorFile(folder: string, { model }: Pick<NamedEmbeddings, 'model'>): string {
  return join(folder, `vectors-${createHash('sha256').update(model).digest('hex').slice(0, 16)}.bin`);
}

/**
 * Vectors of texts that seldom change, found by the text's hash: only those
 * that no file has are encoded. Throws an EmbeddingsError where the encoder
 * fails, or gives something else than one vector of the same length a text.
 */
export async function cachedVectors(
  { cacheDir, shippedDir }: VectorPlaces,
  embeddings: NamedEmbeddings,
  texts: readonly string[],
  progress: (share: number) => void = () => {},
): Promise<readonly Float32Array[]> {
  const file = vectorFile(cacheDir, embeddings);
  const shipped = await readVectors(vectorFile(shippedDir, embeddings));
  const kept = await readVectors(file);
  const keys = texts.map(keyOf);
  const missing = [...new Map(texts.map((text, at) => [keys[at] ?? '', text]))].filter(
    ([key]) => !shipped.has(key) && !kept.has(key),
  );
  for (let from = 0, chunks = 1; from < missing.length; from += CHUNK, chunks++) {
    const chunk = missing.slice(from, from + CHUNK);
    const known = shipped.values().next().value ?? kept.values().next().value;
    const vectors = await encode(embeddings, chunk, known?.length);
    for (const [at, [key]] of chunk.entries()) kept.set(key, rounded(Float32Array.from(vectors[at] ?? [])));
    const last = from + CHUNK >= missing.length;
    if (last || chunks % CHUNKS_A_SAVE === 0) await writeVectors(file, last ? only(kept, keys) : kept);
    progress(Math.min(1, (from + CHUNK) / missing.length));
  }
  return keys.map((key) => shipped.get(key) ?? kept.get(key) ?? new Float32Array(0));
}

async function encode(
  embeddings: NamedEmbeddings,
  chunk: readonly (readonly [key: string, text: string])[],
  known: number | undefined,
): Promise<readonly (readonly number[])[]> {
  const vectors = await embeddings.embedDocuments(chunk.map(([, text]) => text)).catch((cause: unknown) => {
    throw new EmbeddingsError(embeddings.model, cause instanceof Error ? cause.message : String(cause), { cause });
  });
  const dimensions = known ?? vectors[0]?.length;
  if (vectors.length !== chunk.length || !dimensions || vectors.some(({ length }) => length !== dimensions)) {
    const lengths = [...new Set(vectors.map(({ length }) => length))].join('、');
    throw new EmbeddingsError(
      embeddings.model,
      `${chunk.length} 条文本得到 ${vectors.length} 个向量，长度 ${lengths}${known ? `，以前是 ${known}` : ''}。`,
    );
  }
  return vectors;
}

export function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function only(vectors: Vectors, keys: readonly string[]): Vectors {
  const used = new Set(keys);
  return new Map([...vectors].filter(([key]) => used.has(key)));
}
