/** A line by its number and its words. */
export interface Placed {
  readonly seq: number;
  /** All of it but its number. */
  readonly content: string;
}

export type Difference = 'lost' | 'doubled' | 'altered' | 'foreign' | 'order';

export interface Found {
  readonly is: Difference;
  readonly line: Placed;
}

/** How what came differs from what must come, line by line and in its order. Nothing only where it is the very same. */
export function compareLines(expected: readonly Placed[], got: readonly Placed[]): readonly Found[] {
  const [lost, extra] = [beyond(expected, got), beyond(got, expected)];
  const altered = lost.filter(({ seq }) => extra.some((one) => one.seq === seq));
  const words = new Set(expected.map(({ content }) => content));
  const [left, came] = [expected.filter((line) => !lost.includes(line)), got.filter((line) => !extra.includes(line))];
  const misplaced = came.find(({ seq, content }, at) => left[at]?.seq !== seq || left[at]?.content !== content);
  return [
    ...lost.map((line) => ({ is: altered.includes(line) ? 'altered' : 'lost', line }) as const),
    ...extra
      .filter(({ seq }) => !altered.some((line) => line.seq === seq))
      .map((line) => ({ is: words.has(line.content) ? 'doubled' : 'foreign', line }) as const),
    ...(misplaced ? [{ is: 'order', line: misplaced } as const] : []),
  ];
}

/** Those of `lines` that come oftener than among `others`, words alone compared; the later ones of the same words. */
function beyond(lines: readonly Placed[], others: readonly Placed[]): readonly Placed[] {
  const left = new Map<string, number>();
  for (const { content } of others) left.set(content, (left.get(content) ?? 0) + 1);
  return lines.filter(({ content }) => {
    const count = left.get(content) ?? 0;
    left.set(content, count - 1);
    return count < 1;
  });
}
