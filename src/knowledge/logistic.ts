import { seeded, shuffled } from './random.ts';
import type { SparseVector } from './vocabulary.ts';

/** What is fitted on: a text and its disturbed copies, each few of many features, with one dense vector (may be of length 0) for all of them. */
export interface Row {
  readonly variants: readonly SparseVector[];
  readonly dense: Float32Array;
  readonly label: number;
}

interface Shape {
  readonly classes: number;
  readonly sparse: number;
  readonly dense: number;
}

/** Weights feature by feature: `weights[feature * classes + class]`, sparse ones first, then dense, then the bias. */
export interface Logistic {
  readonly shape: Shape;
  readonly weights: Float32Array;
}

export interface FitOptions {
  readonly epochs: number;
  /** Step length at the start; it falls to a hundredth along a cosine. */
  readonly rate: number;
  /** Pull of each weight towards 0, per step. */
  readonly decay: number;
  readonly batch: number;
  readonly seed: number;
}

/**
 * Multinomial logistic regression by Adam (Kingma and Ba 2015, arXiv:1412.6980)
 * over small batches. Only the weights that a batch touches are moved.
 */
export function fitLogistic(
  rows: readonly Row[],
  shape: Shape,
  options: FitOptions,
  progress: (share: number) => void = () => {},
): Logistic {
  const { classes } = shape;
  const random = seeded(options.seed);
  const steps = Math.ceil(rows.length / options.batch) * options.epochs;
  const state = newState(shape);
  let step = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const order = shuffled(rows.length, random);
    for (let from = 0; from < order.length; from += options.batch) {
      step++;
      const batch = order.subarray(from, from + options.batch);
      for (const at of batch) addGradient(state, rows[at] as Row, shape, step);
      const rate = options.rate * (0.01 + 0.99 * 0.5 * (1 + Math.cos((Math.PI * step) / steps)));
      move(state, classes, step, rate, options.decay, batch.length);
    }
    progress((epoch + 1) / options.epochs);
  }
  return { shape, weights: state.weights };
}

/** Adam's running means, and which features the batch at hand has touched. */
interface State {
  readonly weights: Float32Array;
  readonly gradient: Float32Array;
  readonly mean: Float32Array;
  readonly square: Float32Array;
  readonly touchedAt: Int32Array;
  readonly touched: Int32Array;
  count: number;
}

function newState(shape: Shape): State {
  const features = shape.sparse + shape.dense + 1;
  const size = features * shape.classes;
  return {
    weights: new Float32Array(size),
    gradient: new Float32Array(size),
    mean: new Float32Array(size),
    square: new Float32Array(size),
    touchedAt: new Int32Array(features),
    touched: new Int32Array(features),
    count: 0,
  };
}

/** Adds a row's share of the gradient of the cross-entropy. What is dense is the same for all variants and done once. */
function addGradient(state: State, { variants, dense, label }: Row, shape: Shape, step: number): void {
  const { weights } = state;
  const common = denseLogits({ shape, weights }, dense);
  const sum = new Float64Array(shape.classes);
  for (const { ids, values } of variants) {
    const scores = common.slice();
    for (let i = 0; i < ids.length; i++) addScores(scores, weights, ids[i] as number, values[i] as number);
    const errors = softmax(scores);
    errors[label] = (errors[label] as number) - 1;
    for (let k = 0; k < errors.length; k++) sum[k] = (sum[k] as number) + (errors[k] as number);
    for (let i = 0; i < ids.length; i++) addShare(state, ids[i] as number, values[i] as number, errors, step);
  }
  for (let j = 0; j < dense.length; j++) addShare(state, shape.sparse + j, dense[j] as number, sum, step);
  addShare(state, shape.sparse + shape.dense, 1, sum, step);
}

function addShare(state: State, feature: number, value: number, errors: Float64Array, step: number): void {
  const { gradient, touchedAt, touched } = state;
  if (touchedAt[feature] !== step) {
    touchedAt[feature] = step;
    touched[state.count++] = feature;
  }
  const base = feature * errors.length;
  for (let k = 0; k < errors.length; k++)
    gradient[base + k] = (gradient[base + k] as number) + value * (errors[k] as number);
}

/** One step of Adam for the touched features. */
function move(state: State, classes: number, step: number, rate: number, decay: number, batch: number): void {
  const { weights, gradient, mean, square, touched } = state;
  const first = rate / (1 - 0.9 ** step);
  const second = 1 / (1 - 0.999 ** step);
  const shrink = rate * decay;
  for (let i = 0; i < state.count; i++) {
    const base = (touched[i] as number) * classes;
    for (let at = base; at < base + classes; at++) {
      const slope = (gradient[at] as number) / batch;
      gradient[at] = 0;
      const m = 0.9 * (mean[at] as number) + 0.1 * slope;
      const v = 0.999 * (square[at] as number) + 0.001 * slope * slope;
      mean[at] = m;
      square[at] = v;
      const weight = weights[at] as number;
      weights[at] = weight - (first * m) / (Math.sqrt(v * second) + 1e-8) - shrink * weight;
    }
  }
  state.count = 0;
}

/** Scores before they are made probabilities, one a class. */
export function logits(logistic: Logistic, sparse: SparseVector, dense: Float32Array): Float64Array {
  const scores = denseLogits(logistic, dense);
  const { ids, values } = sparse;
  for (let i = 0; i < ids.length; i++) addScores(scores, logistic.weights, ids[i] as number, values[i] as number);
  return scores;
}

function denseLogits({ shape, weights }: Logistic, dense: Float32Array): Float64Array {
  const scores = new Float64Array(shape.classes);
  for (let j = 0; j < dense.length; j++) addScores(scores, weights, shape.sparse + j, dense[j] as number);
  addScores(scores, weights, shape.sparse + shape.dense, 1);
  return scores;
}

function addScores(scores: Float64Array, weights: Float32Array, feature: number, value: number): void {
  const base = feature * scores.length;
  for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] as number) + value * (weights[base + k] as number);
}

/** Probabilities that add up to 1; a higher `temperature` levels them. */
export function softmax(scores: Float64Array, temperature = 1): Float64Array {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - top) / temperature));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
