/** Where a needle was found in a text: half-open positions in characters, and the edits that it took. */
export interface Near {
  readonly start: number;
  readonly end: number;
  readonly edits: number;
}

/**
 * The place in `text` that comes closest to `needle`, if at most `limit`
 * insertions, deletions and substitutions away (Sellers 1980, "The theory and
 * computation of evolutionary distances"). Of equals the first, and of those
 * the longest. O(text × needle).
 */
export function findNear(text: string, needle: string, limit: number): Near | undefined {
  const pattern = [...needle];
  const chars = [...text];
  let costs = pattern.map((_, i) => i + 1);
  let starts = pattern.map(() => 0);
  let best: Near | undefined;
  for (const [at, char] of chars.entries()) {
    const nextCosts: number[] = [];
    const nextStarts: number[] = [];
    let diagonal = { cost: 0, start: at };
    let above = { cost: 0, start: at + 1 };
    for (const [i, want] of pattern.entries()) {
      const left = { cost: costs[i] ?? i + 1, start: starts[i] ?? 0 };
      const steps = [
        { cost: diagonal.cost + (char === want ? 0 : 1), start: diagonal.start },
        { cost: left.cost + 1, start: left.start },
        { cost: above.cost + 1, start: above.start },
      ];
      const step = steps.reduce((a, b) => (b.cost < a.cost ? b : a));
      nextCosts.push(step.cost);
      nextStarts.push(step.start);
      diagonal = left;
      above = step;
    }
    costs = nextCosts;
    starts = nextStarts;
    const cost = costs[pattern.length - 1] ?? 0;
    if (cost <= limit && (!best || cost < best.edits)) {
      best = { start: starts[pattern.length - 1] ?? 0, end: at + 1, edits: cost };
    }
  }
  return best;
}
