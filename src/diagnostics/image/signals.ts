import { hue } from './colour.ts';
import type { Signals } from './document/document-kind.ts';
import { extentOf, largestGroup } from './groups.ts';
import type { Pixels } from './pixels.ts';
import { small } from './raw.ts';

/** What kind of picture it may be, by its colours alone. */
export interface Looks extends Signals {
  readonly skinOval: number;
  readonly flatColours: number;
  /** The largest oval of the colour of skin, as a share of the frame; 0 where none is. */
  readonly ovalShare: number;
}

const SEARCHED = 160;

/** Shares of the frame: the portrait on a card that fills it is 2.8 % (measured), a face of a person who holds a document 20 %. */
const PORTRAIT = 0.04;
const FACE = 0.08;

export async function signals(pixels: Pixels): Promise<Looks> {
  const ovalShare = largestOval(await small(pixels, SEARCHED));
  const skinOval = Math.min(1, Math.max(0, (ovalShare - PORTRAIT) / (FACE - PORTRAIT)));
  return { skinOval, flatColours: flatShare(pixels), ovalShare };
}

/** Sides of the frame that a face may run into; a wooden desk, which has the colour of skin, runs into all of them. */
const MOST_TOUCHED = 2;

/** An ellipse fills π/4 of the box around it; hair and neck change that. */
const OVAL = { leastFill: 0.6, mostFill: 0.93, leastTall: 0.85, mostTall: 2.2 };

function largestOval({ data, width, height }: Pixels): number {
  const cells = Uint8Array.from({ length: width * height }, (_, at) =>
    isSkin(data[3 * at] as number, data[3 * at + 1] as number, data[3 * at + 2] as number) ? 1 : 0,
  );
  const group = largestGroup(cells, width);
  if (group.length === 0) return 0;
  const { left, top, right, bottom } = extentOf(group, width);
  const touched = [left === 0, top === 0, right === width - 1, bottom === height - 1].filter(Boolean);
  if (touched.length > MOST_TOUCHED) return 0;
  const [across, down] = [right - left + 1, bottom - top + 1];
  const fill = group.length / (across * down);
  const tall = Math.max(across, down) === across ? across / down : down / across;
  return fill >= OVAL.leastFill && fill <= OVAL.mostFill && tall >= OVAL.leastTall && tall <= OVAL.mostTall
    ? group.length / (width * height)
    : 0;
}

/**
 * Skin by its place in YCbCr: Cb 77 to 127, Cr 133 to 173 (Chai and Ngan, Face
 * segmentation using skin-color map, 1999), and not near black.
 */
function isSkin(red: number, green: number, blue: number): boolean {
  const { cb, cr } = hue(red, green, blue);
  return red > 60 && cb >= 77 && cb <= 127 && cr >= 133 && cr <= 173;
}

/** Pixels that are exactly like their neighbour: a screen has them, a camera does not. Every third is looked at. */
function flatShare({ data, width }: Pixels): number {
  let [flat, seen] = [0, 0];
  for (let at = 3; at + 2 < data.length; at += 9, seen++) {
    if ((at / 3) % width === 0) continue;
    if (data[at] === data[at - 3] && data[at + 1] === data[at - 2] && data[at + 2] === data[at - 1]) flat++;
  }
  return flat / Math.max(1, seen);
}
