import type { Line } from './line.ts';
import { directionOf } from './rows.ts';

/** Lines in a run: an error of 22 characters in a narrow dialog takes three. */
const LONGEST = 4;

/** Every line with those below it that may continue it: one under the other, as high, close together. */
export function runsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const direction = directionOf(lines);
  const spans = lines.map((line) => spanOf(line, direction));
  const next = spans.map((span) => below(span, spans));
  return spans.map(({ line }, start) => {
    const run = [line];
    for (let at = next[start]; at !== undefined && run.length < LONGEST; at = next[at]) run.push(lines[at] as Line);
    return run;
  });
}

interface Span {
  readonly line: Line;
  readonly left: number;
  readonly right: number;
  readonly down: number;
}

function spanOf(line: Line, direction: number): Span {
  const [cos, sin] = [Math.cos(direction), Math.sin(direction)];
  const along = line.box.map(({ x, y }) => x * cos + y * sin);
  const down = line.box.reduce((sum, { x, y }) => sum + (y * cos - x * sin) / 4, 0);
  return { line, left: Math.min(...along), right: Math.max(...along), down };
}

/** The next line under a line, by its place in the list. */
function below(span: Span, spans: readonly Span[]): number | undefined {
  let best: number | undefined;
  let nearest = span.line.height * 2.4;
  for (const [at, other] of spans.entries()) {
    const gap = other.down - span.down;
    const ratio = other.line.height / span.line.height;
    const shared = Math.min(span.right, other.right) - Math.max(span.left, other.left);
    const narrower = Math.min(span.right - span.left, other.right - other.left);
    if (gap < span.line.height * 0.5 || gap >= nearest || ratio < 0.6 || ratio > 1.6 || shared < narrower * 0.5)
      continue;
    nearest = gap;
    best = at;
  }
  return best;
}
