/**
 * The value that a share of all others do not exceed, 0.5 for the median: between two values in proportion, as
 * spreadsheets do (PERCENTILE.INC). Null of nothing.
 */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)];
  const above = sorted[Math.ceil(at)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (at - Math.floor(at));
}
