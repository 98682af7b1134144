import type { Line } from './line.ts';

/** Lines that stand side by side, from the left: a label and its value. */
export interface Row {
  readonly lines: readonly Line[];
  /** Their texts without any white space. */
  readonly text: string;
}

/** Lines of a reading as rows from above, along the direction in which they run. */
export function rowsOf(lines: readonly Line[]): readonly Row[] {
  const direction = directionOf(lines);
  const placed = lines.map((line) => ({ line, ...place(line, direction) })).sort((a, b) => a.down - b.down);
  const rows: (typeof placed)[] = [];
  for (const one of placed) {
    const last = rows.at(-1)?.at(-1);
    const near = last && one.down - last.down < Math.min(one.line.height, last.line.height) * 0.5;
    if (near) rows.at(-1)?.push(one);
    else rows.push([one]);
  }
  return rows.map((row) => {
    const inOrder = row.sort((a, b) => a.along - b.along).map(({ line }) => line);
    return { lines: inOrder, text: inOrder.map(({ text }) => text.replace(/\s/g, '')).join('') };
  });
}

/** Of the upper edges of the lines, the longer ones counting for more; in radians clockwise. */
export function directionOf(lines: readonly Line[]): number {
  let [x, y] = [0, 0];
  for (const { box } of lines) {
    const [from, to] = box;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    x += (to.x - from.x) * length;
    y += (to.y - from.y) * length;
  }
  return Math.atan2(y, x);
}

/** The middle of a line's box along and across a direction. */
function place({ box }: Line, direction: number): { readonly along: number; readonly down: number } {
  const x = (box[0].x + box[2].x) / 2;
  const y = (box[0].y + box[2].y) / 2;
  const [cos, sin] = [Math.cos(direction), Math.sin(direction)];
  return { along: x * cos + y * sin, down: y * cos - x * sin };
}
