import type { Pixels } from './pixels.ts';
import { rawImage } from './raw.ts';

/** What a file made by us may weigh: every reading of "4 MB" passes (product fact 3). */
export const OUR_BYTES = 3_800_000;

/** Steps of quality before pixels are given up; below 75 letters get halos. */
const QUALITIES = [92, 86, 80, 75];
/** Then each side is made so much smaller, again and again. */
const SMALLER = 0.85;

export interface Jpeg {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A picture as a JPEG of at most `most` bytes, without any metadata. */
export async function jpegUnder(pixels: Pixels, most = OUR_BYTES): Promise<Jpeg> {
  for (let share = 1; ; share *= SMALLER) {
    const width = Math.max(1, Math.round(pixels.width * share));
    const height = Math.max(1, Math.round(pixels.height * share));
    for (const quality of share === 1 ? QUALITIES : QUALITIES.slice(-2)) {
      const bytes = await rawImage(pixels).resize({ width, height, fit: 'fill' }).jpeg({ quality }).toBuffer();
      if (bytes.length <= most || (width === 1 && height === 1)) return { bytes, width, height };
    }
  }
}
