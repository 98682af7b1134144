import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { learnContent } from '../src/house.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';

/** Vectors and decisions of the tests, kept between runs: they depend on the content alone. */
export const cacheDir = fileURLToPath(new URL('../node_modules/.cache/beian-test/', import.meta.url));

/** The knowledge of the shipped content. Prepared once a run, before the first test; opening it again takes a second. */
export function trainedKnowledge(): Promise<Knowledge> {
  return learnContent({ dataDir: cacheDir, embeddings: undefined }, () => {});
}

/** Vitest's global set-up: fits before the tests, so that no two of them do it side by side. */
export async function setup(): Promise<void> {
  const knowledge = await learnContent({ dataDir: cacheDir, embeddings: undefined }, (step, share) => {
    if (share === 1) console.log(`prepared ${step} in ${join(cacheDir, 'knowledge')}`);
  });
  await knowledge.close();
}
