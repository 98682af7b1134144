import type { Sharp } from 'sharp';
import type { Box } from './box.ts';
import type { Grey } from './grey.ts';
import type { Pixels } from './pixels.ts';
import { sharp } from './vips.ts';

/** Decoded colours or greys for sharp. */
export function rawImage({ data, width, height }: Pixels | Grey): Sharp {
  return sharp(data, { raw: { width, height, channels: data.length === width * height ? 1 : 3 } });
}

/** What sharp made, as colours: three channels whatever it made of them (compositing and fitting add a fourth). */
export async function pixelsFrom(image: Sharp): Promise<Pixels> {
  const { data, info } = await image
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new RangeError(`3 channels expected, got ${info.channels}`);
  return { data, width: info.width, height: info.height };
}

/** A picture, or a part of it, made small: at most `longest` pixels on its longer side, never enlarged. */
export function small(pixels: Pixels, longest: number, part?: Box): Promise<Pixels> {
  const image = part ? rawImage(pixels).extract(part) : rawImage(pixels);
  return pixelsFrom(image.resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true }));
}
