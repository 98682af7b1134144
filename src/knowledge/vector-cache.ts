import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NamedEmbeddings } from './embeddings.ts';

const CHUNK = 256;

/**
 * Vectors of texts that seldom change, kept on disk by the text's hash: only
 * new texts are encoded. A damaged file is as good as none.
 */
export async function cachedVectors(
  folder: string,
  embeddings: NamedEmbeddings,
  texts: readonly string[],
  progress: (share: number) => void = () => {},
): Promise<readonly Float32Array[]> {
  const name = createHash('sha256').update(embeddings.model).digest('hex').slice(0, 16);
  const file = join(folder, `vectors-${name}.bin`);
  const known = await readVectors(file);
  const keys = texts.map(keyOf);
  const missing = [...new Map(texts.map((text, at) => [keys[at] ?? '', text])).entries()].filter(([key]) => !known.has(key));
  for (let from = 0; from < missing.length; from += CHUNK) {
    const chunk = missing.slice(from, from + CHUNK);
    const vectors = await embeddings.embedDocuments(chunk.map(([, text]) => text));
    for (const [at, [key]] of chunk.entries()) known.set(key, Float32Array.from(vectors[at] ?? []));
    progress(Math.min(1, (from + CHUNK) / missing.length));
  }
  if (missing.length > 0) {
    await mkdir(folder, { recursive: true });
    const used = new Set(keys);
    await writeVectors(file, [...known].filter(([key]) => used.has(key)));
  }
  return keys.map((key) => known.get(key) ?? new Float32Array(0));
}

function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** 16 bytes of key, then the vector as little-endian floats, row after row; the first 8 bytes say how many dimensions and rows. */
async function readVectors(file: string): Promise<Map<string, Float32Array>> {
  const found = new Map<string, Float32Array>();
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  });
  if (bytes.length < 8) return found;
  const dimensions = bytes.readUInt32LE(0);
  const rows = bytes.readUInt32LE(4);
  const width = 16 + dimensions * 4;
  if (bytes.length !== 8 + rows * width) return found;
  for (let row = 0; row < rows; row++) {
    const at = 8 + row * width;
    const vector = new Float32Array(bytes.buffer.slice(bytes.byteOffset + at + 16, bytes.byteOffset + at + width));
    found.set(bytes.subarray(at, at + 16).toString('hex'), vector);
  }
  return found;
}

async function writeVectors(file: string, rows: readonly (readonly [string, Float32Array])[]): Promise<void> {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(rows[0]?.[1].length ?? 0, 0);
  head.writeUInt32LE(rows.length, 4);
  const parts = rows.flatMap(([key, vector]) => [
    Buffer.from(key, 'hex'),
    Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength),
  ]);
  await writeFile(`${file}.next`, Buffer.concat([head, ...parts]));
  await rename(`${file}.next`, file);
}
