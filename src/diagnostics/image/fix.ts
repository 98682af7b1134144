import type { Box } from './box.ts';
import { fullPicture } from './full-picture.ts';
import { type Jpeg, jpegUnder } from './jpeg-under.ts';
import type { Refusal } from './open-picture.ts';
import type { Outline } from './outline.ts';
import type { Pixels } from './pixels.ts';
import { pixelsFrom, rawImage } from './raw.ts';

export interface FixWish {
  /** Cut away what lies around the document. */
  readonly crop?: Outline;
  /** By how much its text is turned clockwise, as the reader said: it is turned back. */
  readonly turned?: 0 | 90 | 180 | 270;
}

export type Fixed = ({ readonly is: 'fixed' } & Jpeg) | { readonly is: 'refused'; readonly reason: Refusal };

/** Left around a cropped document, as a share of its size: its edges stay to be seen. */
const AROUND = 0.02;

/**
 * The same picture as the filing system takes it: a JPEG under 3.8 MB, upright,
 * without metadata (no EXIF, no place). Only re-encoded, turned, cut and made
 * smaller; nothing is sharpened, lightened or painted over.
 */
export async function fix(bytes: Uint8Array, { crop, turned = 0 }: FixWish = {}): Promise<Fixed> {
  const pixels = await fullPicture(bytes);
  if (typeof pixels === 'string') return { is: 'refused', reason: pixels };
  return { is: 'fixed', ...(await jpegUnder(await changed(pixels, crop, turned))) };
}

function changed(pixels: Pixels, crop: Outline | undefined, turned: number): Pixels | Promise<Pixels> {
  if (!crop && turned === 0) return pixels;
  const cut = crop ? rawImage(pixels).extract(boxAround(crop, pixels)) : rawImage(pixels);
  return pixelsFrom(cut.rotate((360 - turned) % 360));
}

/** The upright box around an outline, in pixels of the picture, with a margin of `AROUND`. */
export function boxAround({ corners }: Outline, { width, height }: Omit<Pixels, 'data'>, margin = AROUND): Box {
  const [left, right] = span(
    corners.map(({ x }) => x),
    width,
    margin,
  );
  const [top, bottom] = span(
    corners.map(({ y }) => y),
    height,
    margin,
  );
  return { left, top, width: right - left, height: bottom - top };
}

/** From the least to the most of shares, widened and kept inside, in whole pixels: at least one. */
function span(shares: readonly number[], pixels: number, margin: number): readonly [from: number, to: number] {
  const [least, most] = [Math.min(...shares), Math.max(...shares)];
  const extra = (most - least) * margin;
  const from = Math.min(pixels - 1, Math.max(0, Math.floor((least - extra) * pixels)));
  return [from, Math.max(from + 1, Math.min(pixels, Math.ceil((most + extra) * pixels)))];
}
