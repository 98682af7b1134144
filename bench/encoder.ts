import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { Normalise } from '../src/text/normalise.ts';
import type { Probe } from './interleave.ts';

/** The sentence encoder alone: a normalised text to its vector. */
export function encoderAlone(
  embeddings: EmbeddingsInterface,
  normalise: Normalise,
  text: (sample: number) => string,
): Probe {
  return {
    async ready(sample) {
      const normalised = normalise(text(sample));
      return () => embeddings.embedQuery(normalised);
    },
  };
}
