import sharp from 'sharp';
import type { Pixels } from '../../src/diagnostics/image/pixels.ts';

/** A drawn picture decoded, at most `widest` pixels wide. */
export async function pixelsOf(picture: Buffer, widest = 1024): Promise<Pixels> {
  const { data, info } = await sharp(picture)
    .flatten({ background: '#888' })
    .resize({ width: widest, withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: new Uint8Array(data), width: info.width, height: info.height };
}
