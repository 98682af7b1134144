/** One step from a typed name to the name on the document; places count from 0. */
export type Edit =
  | { readonly is: 'changed'; readonly typedAt: number; readonly documentAt: number }
  | { readonly is: 'missing'; readonly documentAt: number }
  | { readonly is: 'extra'; readonly typedAt: number };

/** The fewest edits that turn `typed` into `document`, in the order of reading (Wagner and Fischer 1974). O(typed × document). */
export function align(typed: readonly string[], document: readonly string[]): readonly Edit[] {
  const costs = [Array.from({ length: document.length + 1 }, (_, at) => at)];
  const cost = (t: number, d: number) => costs[t]?.[d] ?? Number.POSITIVE_INFINITY;
  for (const [t, character] of typed.entries()) {
    const row = [t + 1];
    costs.push(row);
    for (const [d, wanted] of document.entries()) {
      const changed = cost(t, d) + (character === wanted ? 0 : 1);
      row.push(Math.min(changed, cost(t, d + 1) + 1, cost(t + 1, d) + 1));
    }
  }
  const edits: Edit[] = [];
  let [t, d] = [typed.length, document.length];
  while (t > 0 || d > 0) {
    const same = t > 0 && d > 0 && typed[t - 1] === document[d - 1];
    if (t > 0 && d > 0 && cost(t, d) === cost(t - 1, d - 1) + (same ? 0 : 1)) {
      t--;
      d--;
      if (!same) edits.push({ is: 'changed', typedAt: t, documentAt: d });
    } else if (t > 0 && cost(t, d) === cost(t - 1, d) + 1) {
      t--;
      edits.push({ is: 'extra', typedAt: t });
    } else {
      d--;
      edits.push({ is: 'missing', documentAt: d });
    }
  }
  return edits.reverse();
}
