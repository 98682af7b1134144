import type { Point } from './line.ts';
import { smallestRect, type TurnedRect } from './turned-rect.ts';

/** From this probability on a pixel belongs to text (PaddleOCR `det_db_thresh`). */
const PIXEL = 0.3;
/** A region whose pixels are less sure on average is none (PaddleOCR `det_db_box_thresh`). */
const REGION = 0.55;
/** The network draws the core of a line; it is grown by this share of area over perimeter (PaddleOCR `det_db_unclip_ratio`). */
const GROWTH = 1.6;
/** Pixels of the map; what is lower is no text. */
const LOWEST = 3;
const MOST = 400;

/**
 * The lines of text in the detector's map of probabilities: every connected
 * region as the smallest rectangle around it, grown to the whole letters
 * (Liao et al. 2020, "Real-time scene text detection with differentiable
 * binarization").
 */
export function textRegions(map: Float32Array, width: number, height: number): readonly TurnedRect[] {
  const seen = new Uint8Array(width * height);
  const stack = new Int32Array(width * height);
  const found: TurnedRect[] = [];
  for (let start = 0; start < seen.length && found.length < MOST; start++) {
    if (seen[start] !== 0 || (map[start] ?? 0) <= PIXEL) continue;
    const rect = regionAt(start, { map, width, height, seen, stack });
    if (rect) found.push(rect);
  }
  return found;
}

interface Field {
  readonly map: Float32Array;
  readonly width: number;
  readonly height: number;
  readonly seen: Uint8Array;
  readonly stack: Int32Array;
}

function regionAt(start: number, field: Field): TurnedRect | undefined {
  const rows = fill(start, field);
  const edge: Point[] = [];
  for (const [y, [left, right]] of rows)
    edge.push({ x: left, y }, { x: right + 1, y }, { x: left, y: y + 1 }, { x: right + 1, y: y + 1 });
  const rect = smallestRect(edge);
  if (rect.height < LOWEST || sureness(rect, field) < REGION) return undefined;
  const growth = (rect.width * rect.height * GROWTH) / (2 * (rect.width + rect.height));
  return { ...rect, width: rect.width + 2 * growth, height: rect.height + 2 * growth };
}

/** Marks the region (eight neighbours) and tells its leftmost and rightmost pixel row by row. */
function fill(start: number, { map, width, height, seen, stack }: Field): Map<number, [number, number]> {
  const rows = new Map<number, [number, number]>();
  let depth = 0;
  stack[depth++] = start;
  seen[start] = 1;
  while (depth > 0) {
    const at = stack[--depth] as number;
    const y = Math.floor(at / width);
    const x = at - y * width;
    const row = rows.get(y);
    if (!row) rows.set(y, [x, x]);
    else if (x < row[0]) row[0] = x;
    else if (x > row[1]) row[1] = x;
    for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
        const next = ny * width + nx;
        if (seen[next] !== 0 || (map[next] as number) <= PIXEL) continue;
        seen[next] = 1;
        stack[depth++] = next;
      }
    }
  }
  return rows;
}

/** The mean probability inside a rectangle. */
function sureness(rect: TurnedRect, { map, width, height }: Field): number {
  const [cos, sin] = [Math.cos(rect.angle), Math.sin(rect.angle)];
  const reachX = (Math.abs(rect.width * cos) + Math.abs(rect.height * sin)) / 2;
  const reachY = (Math.abs(rect.width * sin) + Math.abs(rect.height * cos)) / 2;
  let [sum, count] = [0, 0];
  for (let y = Math.max(0, Math.floor(rect.y - reachY)); y < Math.min(height, rect.y + reachY); y++) {
    for (let x = Math.max(0, Math.floor(rect.x - reachX)); x < Math.min(width, rect.x + reachX); x++) {
      const [dx, dy] = [x + 0.5 - rect.x, y + 0.5 - rect.y];
      if (Math.abs(dx * cos + dy * sin) > rect.width / 2 || Math.abs(dy * cos - dx * sin) > rect.height / 2) continue;
      sum += map[y * width + x] as number;
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
}
