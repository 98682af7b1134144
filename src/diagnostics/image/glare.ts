import type { Box } from './box.ts';
import { WHITE } from './exposure.ts';
import type { Grey } from './grey.ts';
import { extentOf, largestGroup } from './groups.ts';

/** The largest place that is nothing but white. */
export interface Blob {
  /** Share of the frame, 0 to 1. Good 0, a lamp's reflection 1.3 % (measured). */
  readonly share: number;
  /** Where it is, as shares of the frame. */
  readonly box: Box;
}

/** Side of a cell in pixels of the measured picture. */
const CELL = 8;

/** The largest group of touching cells of 8 x 8 that are saturated; undefined where there is none. `least` is the smallest channel of each pixel. */
export function largestWhite(least: Grey): Blob | undefined {
  const columns = Math.floor(least.width / CELL);
  const rows = Math.floor(least.height / CELL);
  const cells = Uint8Array.from({ length: columns * rows }, (_, cell) =>
    isWhite(least, cell % columns, Math.floor(cell / columns)) ? 1 : 0,
  );
  const group = largestGroup(cells, columns);
  if (group.length === 0) return undefined;
  const { left, top, right, bottom } = extentOf(group, columns);
  return {
    share: (group.length * CELL * CELL) / (least.width * least.height),
    box: {
      left: left / columns,
      top: top / rows,
      width: (right - left + 1) / columns,
      height: (bottom - top + 1) / rows,
    },
  };
}

/** A cell is white where 90 % of its pixels are. */
function isWhite({ data, width }: Grey, column: number, row: number): boolean {
  let dull = 0;
  for (let y = row * CELL; y < (row + 1) * CELL; y++)
    for (let x = column * CELL; x < (column + 1) * CELL; x++)
      if ((data[y * width + x] as number) < WHITE && ++dull > (CELL * CELL) / 10) return false;
  return true;
}
