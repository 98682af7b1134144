/** A count whose rate is itself not certain. The smaller the shape, the more it varies; variance: mean + mean² / shape. */
export interface NegativeBinomial {
  /** Above 0. */
  readonly mean: number;
  /** Above 0. */
  readonly shape: number;
}

/** The smallest count that comes, or is passed, with less than this probability. */
export function countBeyond({ mean, shape }: NegativeBinomial, probability: number): number {
  const step = mean / (mean + shape);
  let single = (shape / (mean + shape)) ** shape;
  let tail = 1;
  let count = 0;
  while (tail >= probability) {
    tail -= single;
    single *= ((count + shape) / (count + 1)) * step;
    count++;
  }
  return count;
}
