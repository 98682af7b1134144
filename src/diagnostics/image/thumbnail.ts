import type { Box } from './box.ts';
import { jpegUnder } from './jpeg-under.ts';
import type { Side } from './outline.ts';
import type { Pixels } from './pixels.ts';
import { small } from './raw.ts';

/** What is shown on a small copy: a place, or a side where something is missing. Boxes in shares of the frame. */
export type Mark = { readonly box: Box } | { readonly side: Side };

const LONGEST = 480;
const MOST_BYTES = 40_000;
const RED = [224, 32, 32] as const;
const LINE = 3;
/** How deep a marked side is, in pixels. */
const BAND = 8;

/** A small JPEG, at most 40 kB, with a red frame around what was found. */
export async function thumbnail(pixels: Pixels, marks: readonly Mark[]): Promise<Uint8Array> {
  const { data, width, height } = await small(pixels, LONGEST);
  const drawn = { data: Uint8Array.from(data), width, height };
  for (const mark of marks) {
    if ('side' in mark) fill(drawn, bandAt(mark.side, drawn));
    else for (const line of frameOf(mark.box, drawn)) fill(drawn, line);
  }
  return (await jpegUnder(drawn, MOST_BYTES)).bytes;
}

function bandAt(side: Side, { width, height }: Pixels): Box {
  const upright = side === 'left' || side === 'right';
  return {
    left: side === 'right' ? width - BAND : 0,
    top: side === 'bottom' ? height - BAND : 0,
    width: upright ? BAND : width,
    height: upright ? height : BAND,
  };
}

function frameOf(box: Box, { width, height }: Pixels): readonly Box[] {
  const [left, top] = [Math.round(box.left * width), Math.round(box.top * height)];
  const [across, down] = [Math.round(box.width * width), Math.round(box.height * height)];
  return [
    { left, top, width: across, height: LINE },
    { left, top: top + down - LINE, width: across, height: LINE },
    { left, top, width: LINE, height: down },
    { left: left + across - LINE, top, width: LINE, height: down },
  ];
}

function fill({ data, width, height }: Pixels, box: Box): void {
  for (let y = Math.max(0, box.top); y < Math.min(height, box.top + box.height); y++)
    for (let x = Math.max(0, box.left); x < Math.min(width, box.left + box.width); x++)
      data.set(RED, (y * width + x) * 3);
}
