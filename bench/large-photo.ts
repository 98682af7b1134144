import sharp from 'sharp';
import { idFront } from '../test/pictures/id-front.ts';
import { photoOf } from '../test/pictures/photo-of.ts';

/** A photo of 12 megapixels, with a drawn identity card on a desk. */
export async function largePhoto(seed: number): Promise<Buffer> {
  return sharp(await photoOf(await idFront({ seed, width: 2400 })))
    .resize({ width: 4000, height: 3000, fit: 'cover' })
    .jpeg({ quality: 90 })
    .toBuffer();
}
