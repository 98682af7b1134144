import { type Classifier, type Label, scaled, scalingOf } from './classifier.ts';
import type { Example } from './corpus.ts';
import { disturb } from './disturb.ts';
import { outsideKinds } from './entry.ts';
import { type FitOptions, fitLogistic, logits, type Row, softmax } from './logistic.ts';
import { seeded } from './random.ts';
import { buildVocabulary, vectorise } from './vocabulary.ts';

/** A text to fit on, with its vector (of length 0 without an encoder). */
export interface Fittable extends Example {
  readonly vector: Float32Array;
}

export interface FitSettings extends FitOptions {
  /** Disturbed copies of each question. */
  readonly copies: number;
  /** One in so many questions is held out for the calibration. */
  readonly heldOut: number;
}

/** Chosen by cross-validation over the content; the development set only confirmed them. */
export const fitSettings: FitSettings = {
  copies: 2,
  epochs: 8,
  rate: 0.05,
  decay: 0.0002,
  batch: 64,
  seed: 1,
  heldOut: 4,
};

/** Fits the decision and calibrates it. The same input gives the same decision, bit for bit. */
export function fitClassifier(
  examples: readonly Fittable[],
  settings: FitSettings,
  progress: (share: number) => void = () => {},
): Classifier {
  const labels = labelsOf(examples);
  const classifier = fitOnce(examples, labels, settings, (share) => progress(share * 0.7));
  const held = heldOut(examples, labels, settings, (share) => progress(0.7 + share * 0.3));
  return { ...classifier, temperature: bestTemperature(held) };
}

function labelsOf(examples: readonly Example[]): readonly Label[] {
  const numbers = examples.flatMap(({ label }) => ('entry' in label ? [label.entry] : []));
  const entries = [...new Set(numbers)].sort((a, b) => a - b);
  return [...entries.map((entry) => ({ entry })), ...outsideKinds.map((outside) => ({ outside }))];
}

function labelIndex(labels: readonly Label[], wanted: Label): number {
  return labels.findIndex((label) =>
    'entry' in wanted
      ? 'entry' in label && label.entry === wanted.entry
      : 'outside' in label && label.outside === wanted.outside,
  );
}

function fitOnce(
  examples: readonly Fittable[],
  labels: readonly Label[],
  settings: FitSettings,
  progress: (share: number) => void,
): Classifier {
  const random = seeded(settings.seed);
  const vocabulary = buildVocabulary(examples.map(({ text }) => text));
  const scaling = scalingOf(examples.map(({ vector }) => vector));
  const rows = examples.map(({ text, vector, label }): Row => {
    const copies = Array.from({ length: settings.copies }, () => disturb(text, random));
    return {
      variants: [text, ...copies].map((variant) => vectorise(vocabulary, variant)),
      dense: scaled(scaling, vector),
      label: labelIndex(labels, label),
    };
  });
  const shape = { classes: labels.length, sparse: vocabulary.idf.length, dense: scaling.mean.length };
  return { labels, vocabulary, scaling, logistic: fitLogistic(rows, shape, settings, progress), temperature: 1 };
}

interface Held {
  readonly scores: Float64Array;
  /** Labels that count as right. */
  readonly right: readonly number[];
}

/** Scores of questions by a decision that has not seen them. Fitted undisturbed: calibration needs order, not polish. */
function heldOut(
  examples: readonly Fittable[],
  labels: readonly Label[],
  settings: FitSettings,
  progress: (share: number) => void,
): readonly Held[] {
  const random = seeded(settings.seed + 1);
  const held = examples.map(({ group }) => group !== 'source' && random() < 1 / settings.heldOut);
  const seen = examples.filter((_, at) => !held[at]);
  const { vocabulary, scaling, logistic } = fitOnce(seen, labels, { ...settings, copies: 0 }, progress);
  return examples
    .filter((_, at) => held[at])
    .map(({ text, vector, label, also }) => ({
      scores: logits(logistic, vectorise(vocabulary, text), scaled(scaling, vector)),
      right: [label, ...also.map((entry) => ({ entry }))].map((one) => labelIndex(labels, one)),
    }));
}

/** The temperature with the least surprise (negative log-likelihood) on held-out questions (Guo et al. 2017, arXiv:1706.04599). */
function bestTemperature(held: readonly Held[]): number {
  const surprise = (temperature: number): number =>
    held.reduce((sum, { scores, right }) => {
      const chances = softmax(scores, temperature);
      return (
        sum -
        Math.log(
          Math.max(
            1e-12,
            right.reduce((p, label) => p + (chances[label] ?? 0), 0),
          ),
        )
      );
    }, 0);
  if (held.length === 0) return 1;
  const tried = Array.from({ length: 31 }, (_, step) => 0.5 * 1.05 ** step);
  return tried.reduce((best, temperature) => (surprise(temperature) < surprise(best) ? temperature : best));
}
