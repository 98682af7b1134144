import type { OutsideKind } from './entry.ts';
import { type Logistic, logits, softmax } from './logistic.ts';
import { type Vocabulary, vectorise } from './vocabulary.ts';

/** What a message can be: an entry, or one of the kinds that no entry answers. */
export type Label = { readonly entry: number } | { readonly outside: OutsideKind };

/** How the encoder's numbers are brought to one scale before they are fitted; of length 0 without an encoder. */
interface Scaling {
  readonly mean: Float32Array;
  readonly deviation: Float32Array;
}

/** A fitted decision: from a message to how likely it is each of the labels. */
export interface Classifier {
  readonly labels: readonly Label[];
  readonly vocabulary: Vocabulary;
  readonly scaling: Scaling;
  readonly logistic: Logistic;
  /** Chosen so that probabilities mean what they say on questions the fit has not seen. */
  readonly temperature: number;
}

/** Encoder dimensions weigh this little against n-grams; chosen by cross-validation. */
const ENCODER_SHARE = 0.06;

/** One probability a label, adding up to 1. */
export function probabilities(classifier: Classifier, normalised: string, vector: ArrayLike<number>): Float64Array {
  const scores = logits(
    classifier.logistic,
    vectorise(classifier.vocabulary, normalised),
    scaled(classifier.scaling, vector),
  );
  return softmax(scores, classifier.temperature);
}

export function scaled({ mean, deviation }: Scaling, vector: ArrayLike<number>): Float32Array {
  return mean.map((middle, at) => (((vector[at] ?? middle) - middle) / (deviation[at] || 1)) * ENCODER_SHARE);
}

export function scalingOf(vectors: readonly Float32Array[]): Scaling {
  const dimensions = vectors[0]?.length ?? 0;
  const mean = new Float32Array(dimensions);
  const deviation = new Float32Array(dimensions);
  for (let at = 0; at < dimensions; at++) {
    let sum = 0;
    let squares = 0;
    for (const vector of vectors) {
      const value = vector[at] ?? 0;
      sum += value;
      squares += value * value;
    }
    mean[at] = sum / vectors.length;
    deviation[at] = Math.sqrt(Math.max(0, squares / vectors.length - (sum / vectors.length) ** 2));
  }
  return { mean, deviation };
}
