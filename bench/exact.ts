import type { EntryGraph } from '../src/knowledge/graph.ts';

const NEAREST = 10;
/** The graph adds up in single precision. */
const ROUNDING = 1e-6;

/** The share of the 10 nearest by exact search that the graph finds, over all queries. A tie counts as found. */
export async function recallOf(
  graph: EntryGraph,
  vectors: readonly Float32Array[],
  queries: readonly number[][],
): Promise<number> {
  const lengths = vectors.map((vector) => Math.hypot(...vector));
  let found = 0;
  for (const query of queries) {
    const least = tenthCosine(vectors, lengths, Float32Array.from(query));
    const near = await graph.similaritySearchVectorWithScore(query, NEAREST);
    found += near.filter(([, cosine]) => cosine >= least - ROUNDING).length;
    await new Promise(setImmediate);
  }
  return found / (queries.length * Math.min(NEAREST, vectors.length));
}

/** The cosine of the tenth nearest, or of the farthest where there are fewer. */
function tenthCosine(vectors: readonly Float32Array[], lengths: readonly number[], query: Float32Array): number {
  const length = Math.hypot(...query);
  const cosines = Float64Array.from(vectors, (vector, at) => dot(vector, query) / (length * (lengths[at] ?? 1))).sort();
  return cosines[Math.max(0, cosines.length - NEAREST)] ?? -1;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}
