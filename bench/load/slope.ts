/** A straight line through points, by least squares. */
export interface Slope {
  readonly perHour: number;
  /** Two standard errors on either side, which hold the true one 95 times of 100 were each point by itself. */
  readonly range: readonly [number, number];
}

/** `seconds` and `values` are of the same points; NaN for fewer than three. */
export function slopeOf(seconds: readonly number[], values: readonly number[]): Slope {
  const count = seconds.length;
  const [x, y] = [mean(seconds), mean(values)];
  const spread = sum(seconds.map((one) => (one - x) ** 2));
  const slope = sum(seconds.map((one, at) => (one - x) * ((values[at] ?? 0) - y))) / spread;
  const left = sum(seconds.map((one, at) => ((values[at] ?? 0) - y - slope * (one - x)) ** 2));
  const error = count < 3 ? Number.NaN : Math.sqrt(left / (count - 2) / spread);
  return { perHour: slope * 3_600, range: [(slope - 2 * error) * 3_600, (slope + 2 * error) * 3_600] };
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0);
}
