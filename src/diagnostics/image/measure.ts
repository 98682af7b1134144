import type { Box } from './box.ts';
import { colourSpread } from './colour.ts';
import { crispness } from './crispness.ts';
import { type Exposure, exposure } from './exposure.ts';
import { type Blob, largestWhite } from './glare.ts';
import { leastChannel, luminance } from './grey.ts';
import type { Pixels } from './pixels.ts';
import { small } from './raw.ts';

/** The quality of a picture in numbers; each is explained where it is measured, its cuts are in `limits.ts`. */
export interface Measures extends Exposure {
  /** 0 to 1; undefined where there are too few edges to say. */
  readonly crispness: number | undefined;
  /** The largest saturated place; its box is in shares of the part that was measured. */
  readonly white: Blob | undefined;
  readonly colourSpread: number;
}

/** The longest side of what is measured: the cuts hold for it. */
const MEASURED = 1024;

/** Measures a picture, or the part of it where the document lies. */
export async function measure(pixels: Pixels, part?: Box): Promise<Measures> {
  const measured = await small(pixels, MEASURED, part);
  const grey = luminance(measured);
  const least = leastChannel(measured);
  return {
    crispness: await crispness(grey),
    ...exposure(grey, least),
    white: largestWhite(least),
    colourSpread: colourSpread(measured),
  };
}
