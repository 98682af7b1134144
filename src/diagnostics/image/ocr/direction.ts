import { quarter, type TurnedRect } from './turned-rect.ts';

/** From this ratio of its sides on a line shows by its shape where it runs. */
const LONG = 1.5;

/**
 * Where the lines of a picture run, in radians from -π/2 to π/2: the mean of
 * their long sides by length, with angles doubled, since a line and the same
 * line upside down look alike.
 */
export function directionOf(rects: readonly TurnedRect[]): number {
  let [cos, sin] = [0, 0];
  for (const { width, height, angle } of rects) {
    const weight = width < height * LONG ? 0 : width - height;
    cos += weight * Math.cos(2 * angle);
    sin += weight * Math.sin(2 * angle);
  }
  return Math.atan2(sin, cos) / 2;
}

/** A rectangle with its width along the direction of reading: short ones along the side that is next to it, long ones along their own. */
export function along(rect: TurnedRect, direction: number): TurnedRect {
  const turned = rect.width < rect.height * LONG && Math.abs(Math.cos(rect.angle - direction)) < Math.SQRT1_2;
  const chosen = turned ? quarter(rect) : rect;
  return Math.cos(chosen.angle - direction) >= 0 ? chosen : { ...chosen, angle: chosen.angle + Math.PI };
}

/** In the order of reading along a direction: rows from above, a row from its left. */
export function readingOrder(rects: readonly TurnedRect[], direction: number): readonly TurnedRect[] {
  const [cos, sin] = [Math.cos(direction), Math.sin(direction)];
  const placed = rects
    .map((rect) => ({ rect, along: rect.x * cos + rect.y * sin, down: rect.y * cos - rect.x * sin }))
    .sort((a, b) => a.down - b.down);
  const rows: (typeof placed)[] = [];
  for (const one of placed) {
    const first = rows.at(-1)?.[0];
    const near = first && one.down - first.down < Math.min(one.rect.height, first.rect.height) / 2;
    if (near) rows.at(-1)?.push(one);
    else rows.push([one]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.along - b.along).map(({ rect }) => rect));
}
