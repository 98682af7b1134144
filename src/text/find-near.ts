/** Where a needle was found in a text: half-open positions in characters (code points), and the edits that it took. */
export interface Near {
  readonly start: number;
  readonly end: number;
  readonly edits: number;
}

/**
 * The place in `text` that comes closest to `needle`, if at most `limit`
 * insertions, deletions and substitutions away (Sellers 1980, "The theory and
 * computation of evolutionary distances"). Of equals the one that ends first,
 * and of those the longest. Nothing is near an empty needle, and no place is
 * empty. O(text × needle).
 */
export function findNear(text: string, needle: string, limit: number): Near | undefined {
  const pattern = [...needle];
  if (pattern.length === 0) return undefined;
  // One column of Sellers' table: what the first i characters of the needle cost when they end here, and where they begin.
  const costs = Int32Array.from({ length: pattern.length + 1 }, (_, i) => i);
  const starts = new Int32Array(pattern.length + 1);
  let best: Near | undefined;
  let at = 0;
  for (const char of text) {
    let diagonalCost = 0;
    let diagonalStart = at;
    starts[0] = at + 1;
    for (let i = 1; i <= pattern.length; i++) {
      const leftCost = costs[i] as number;
      const leftStart = starts[i] as number;
      const aboveCost = costs[i - 1] as number;
      const aboveStart = starts[i - 1] as number;
      let cost = diagonalCost + (char === pattern[i - 1] ? 0 : 1);
      let start = diagonalStart;
      if (leftCost + 1 < cost || (leftCost + 1 === cost && leftStart < start)) {
        cost = leftCost + 1;
        start = leftStart;
      }
      if (aboveCost + 1 < cost || (aboveCost + 1 === cost && aboveStart < start)) {
        cost = aboveCost + 1;
        start = aboveStart;
      }
      diagonalCost = leftCost;
      diagonalStart = leftStart;
      costs[i] = cost;
      starts[i] = start;
    }
    at++;
    const edits = costs[pattern.length] as number;
    const start = starts[pattern.length] as number;
    if (edits <= limit && (!best || edits < best.edits)) best = { start, end: at, edits };
  }
  return best;
}
