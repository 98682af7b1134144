import { readMade, writeMade } from './made-file.ts';

/** Vectors by a text's key: 32 hexadecimal digits. */
export type Vectors = Map<string, Float32Array>;

const KEY = 16;
const HEAD = 8;

/** Reads vectors as they were written; a file that is missing, cut or of another kind is as good as none. */
export async function readVectors(file: string): Promise<Vectors> {
  const found: Vectors = new Map();
  const bytes = await readMade(file);
  if (!bytes || bytes.length < HEAD) return found;
  const dimensions = bytes.readUInt32LE(0);
  const rows = bytes.readUInt32LE(4);
  const width = KEY + 4 + dimensions;
  if (bytes.length !== HEAD + rows * width) return found;
  for (let row = 0; row < rows; row++) {
    const at = HEAD + row * width;
    const scale = bytes.readFloatLE(at + KEY);
    const vector = new Float32Array(dimensions);
    for (let i = 0; i < dimensions; i++) vector[i] = bytes.readInt8(at + KEY + 4 + i) * scale;
    found.set(bytes.toString('hex', at, at + KEY), vector);
  }
  return found;
}

/** Writes how many dimensions and rows, then for each row its key, a scale and a signed byte a dimension. */
export async function writeVectors(file: string, vectors: Vectors): Promise<void> {
  const dimensions = [...vectors.values()][0]?.length ?? 0;
  const width = KEY + 4 + dimensions;
  const bytes = Buffer.alloc(HEAD + vectors.size * width);
  bytes.writeUInt32LE(dimensions, 0);
  bytes.writeUInt32LE(vectors.size, 4);
  let at = HEAD;
  for (const [key, vector] of vectors) {
    bytes.write(key, at, 'hex');
    const scale = scaleOf(vector);
    bytes.writeFloatLE(scale, at + KEY);
    for (let i = 0; i < dimensions; i++) bytes.writeInt8(Math.round((vector[i] ?? 0) / scale), at + KEY + 4 + i);
    at += width;
  }
  await writeMade(file, bytes);
}

/** A vector as it comes back from a file, to the last bit: rounded to 255 steps. */
export function rounded(vector: Float32Array): Float32Array {
  const scale = scaleOf(vector);
  return vector.map((value) => Math.round(value / scale) * scale + 0); // Never −0, which a file does not hold.
}

/** One step of a vector. Of 16 significant bits, so that a float holds any number of steps exactly. */
function scaleOf(vector: Float32Array): number {
  const step = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9) / 127;
  const unit = 2 ** (Math.floor(Math.log2(step)) - 15);
  return Math.ceil(step / unit) * unit;
}
