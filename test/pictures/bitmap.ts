import sharp from 'sharp';
import { bmpFile } from '../fixtures/pictures/bmp-file.ts';

/** A picture as a Windows bitmap of 24 bits, its rows from the bottom. */
export async function bitmap(picture: Buffer): Promise<Buffer> {
  const { data, info } = await sharp(picture)
    .flatten({ background: '#888' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const file = bmpFile({ width, height, bits: 24 });
  const stride = Math.ceil((width * 24) / 32) * 4;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 3;
      const to = 54 + (height - 1 - y) * stride + x * 3;
      file[to] = data[from + 2] as number;
      file[to + 1] = data[from + 1] as number;
      file[to + 2] = data[from] as number;
    }
  return file;
}
