import type { Box } from './box.ts';
import type { Evidence } from './evidence.ts';
import type { Line } from './ocr/line.ts';
import type { Outline } from './outline.ts';
import type { Pixels } from './pixels.ts';
import type { Mark } from './thumbnail.ts';

/** Where in a picture something is: the document itself, a reflection, a side that is cut off, an error or a number that was read. */
export const PLACES = ['document', 'glare', 'cut', 'text', 'number'] as const;

/** A place in a picture; `box` is left, top, width and height as shares of the frame, 0 to 1. */
export interface Place {
  readonly kind: (typeof PLACES)[number];
  readonly box: readonly [number, number, number, number];
}

/** How deep a side that is cut off is shown, as a share of the frame. */
const BAND = 0.03;

/** The places of what was measured. `errors`: the lines of a screen that say one of the known errors, as they were read. */
export function placesOf(
  { outline, text }: Pick<Evidence, 'outline' | 'text'>,
  marks: readonly Mark[],
  lines: readonly Line[],
  errors: readonly string[],
  size: Omit<Pixels, 'data'>,
): readonly Place[] {
  const number = text?.fields.idNumber?.text ?? text?.fields.creditCode?.text;
  const ofLines = (kind: Place['kind'], is: (line: string) => boolean): readonly Place[] =>
    lines.filter((line) => is(line.text)).map((line) => place(kind, boxOf(line, size)));
  return [
    ...(outline ? [place('document', aroundCorners(outline))] : []),
    ...marks.map((mark) => ('side' in mark ? place('cut', bandAt(mark.side)) : place('glare', mark.box))),
    ...ofLines('text', (line) => errors.some((error) => error.includes(line) && line.length > 1)),
    ...(number ? ofLines('number', (line) => line.replace(/\s/g, '').includes(number)) : []),
  ];
}

function place(kind: Place['kind'], { left, top, width, height }: Box): Place {
  const [x, y] = [within(left), within(top)];
  return { kind, box: [x, y, round(within(left + width) - x), round(within(top + height) - y)] };
}

function within(share: number): number {
  return round(Math.min(1, Math.max(0, share)));
}

/** A thousandth of a picture is finer than anybody sees. */
function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}

function aroundCorners({ corners }: Outline): Box {
  return around(corners.map(({ x, y }) => ({ x, y })));
}

function boxOf({ box }: Line, { width, height }: Omit<Pixels, 'data'>): Box {
  return around(box.map(({ x, y }) => ({ x: x / width, y: y / height })));
}

function around(points: readonly { readonly x: number; readonly y: number }[]): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

function bandAt(side: Outline['sides'][number]): Box {
  const upright = side === 'left' || side === 'right';
  return {
    left: side === 'right' ? 1 - BAND : 0,
    top: side === 'bottom' ? 1 - BAND : 0,
    width: upright ? BAND : 1,
    height: upright ? 1 : BAND,
  };
}
