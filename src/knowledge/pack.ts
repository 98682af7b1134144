import type { Classifier, Label } from './classifier.ts';

interface Head {
  readonly labels: readonly Label[];
  readonly pieces: readonly string[];
  readonly shape: Classifier['logistic']['shape'];
  readonly temperature: number;
}

/** A decision as bytes: the length of a JSON head, the head, then the numbers as little-endian floats. */
export function packClassifier({ labels, vocabulary, scaling, logistic, temperature }: Classifier): Uint8Array {
  const head: Head = { labels, pieces: [...vocabulary.index.keys()], shape: logistic.shape, temperature };
  const json = Buffer.from(JSON.stringify(head));
  const padded = Buffer.concat([json, Buffer.alloc((4 - (json.length % 4)) % 4, ' ')]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(padded.length);
  const numbers = [vocabulary.idf, scaling.mean, scaling.deviation, logistic.weights];
  return Buffer.concat([
    length,
    padded,
    ...numbers.map((list) => Buffer.from(list.buffer, list.byteOffset, list.byteLength)),
  ]);
}

/** Throws a RangeError or SyntaxError where the bytes are cut or damaged. */
export function unpackClassifier(bytes: Uint8Array): Classifier {
  const view = Buffer.from(bytes);
  const end = 4 + view.readUInt32LE(0);
  const { labels, pieces, shape, temperature } = JSON.parse(view.toString('utf8', 4, end)) as Head;
  const all = new Float32Array(view.buffer.slice(view.byteOffset + end, view.byteOffset + view.length));
  const expected = pieces.length + 2 * shape.dense + (shape.sparse + shape.dense + 1) * shape.classes;
  if (all.length !== expected) throw new RangeError(`已保存的判定有 ${all.length} 个数，应为 ${expected}`);
  const take = (from: number, count: number): Float32Array => all.subarray(from, from + count);
  return {
    labels,
    vocabulary: { index: new Map(pieces.map((piece, id) => [piece, id])), idf: take(0, pieces.length) },
    scaling: { mean: take(pieces.length, shape.dense), deviation: take(pieces.length + shape.dense, shape.dense) },
    logistic: { shape, weights: all.subarray(pieces.length + 2 * shape.dense) },
    temperature,
  };
}
