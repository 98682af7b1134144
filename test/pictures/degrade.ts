import sharp, { type Sharp } from 'sharp';
import { drawn } from './svg.ts';
import { warp } from './warp.ts';

/** One thing that goes wrong with a picture: a file in, a file out (PNG but for `jpeg`). */
export type Degrade = (picture: Buffer) => Promise<Buffer>;

/** A picture after one mishap after another. */
export async function degrade(picture: Buffer, ...mishaps: readonly Degrade[]): Promise<Buffer> {
  let now = picture;
  for (const mishap of mishaps) now = await mishap(now);
  return now;
}

const png = (image: Sharp) => image.png({ compressionLevel: 1 }).toBuffer();

/** Out of focus: a Gaussian of σ pixels. */
export const blur =
  (sigma: number): Degrade =>
  (picture) =>
    png(sharp(picture).blur(sigma));

/** Shaken: smeared sideways over so many pixels. */
export const motion =
  (pixels: number): Degrade =>
  (picture) => {
    const width = Math.max(3, Math.round(pixels) | 1);
    const row = new Array<number>(width).fill(1);
    const none = new Array<number>(width).fill(0);
    return png(sharp(picture).convolve({ width, height: 3, kernel: [...none, ...row, ...none], scale: width }));
  };

/** Too little light: every value times `factor` below 1. */
export const dark =
  (factor: number): Degrade =>
  (picture) =>
    png(sharp(picture).removeAlpha().linear(factor, 0));

/** Too much light: every value times `factor` above 1, and what is over white is white. */
export const bright =
  (factor: number): Degrade =>
  (picture) =>
    png(sharp(picture).removeAlpha().linear(factor, 0));

/** A lamp's reflection: a white disc with a soft edge, at shares of the width and height, its radius a share of the width. */
export const glare =
  (x: number, y: number, radius: number): Degrade =>
  async (picture) => {
    const { width = 0, height = 0 } = await sharp(picture).metadata();
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><radialGradient id="g"><stop offset="0.55" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs><circle cx="${x * width}" cy="${y * height}" r="${radius * width}" fill="url(#g)"/></svg>`;
    return await png(sharp(picture).composite([{ input: await png(drawn(svg)) }]));
  };

/** Compressed hard: JPEG of quality 1 to 100. */
export const jpeg =
  (quality: number): Degrade =>
  (picture) =>
    sharp(picture).flatten({ background: '#888' }).jpeg({ quality }).toBuffer();

/** Turned clockwise by any number of degrees. */
export const turn =
  (degrees: number): Degrade =>
  (picture) =>
    png(sharp(picture).flatten({ background: '#777' }).rotate(degrees, { background: '#777' }));

/** Taken aslant: the upper edge is shorter by the share `k` on each side. */
export const perspective =
  (k: number): Degrade =>
  async (picture) => {
    const { data, info } = await sharp(picture)
      .flatten({ background: '#777' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height } = info;
    return await png(sharp(warp(data, width, height, k), { raw: { width, height, channels: 3 } }));
  };

/** Cut off at one side, by a share of that side's length. */
export const cut =
  (side: 'left' | 'right' | 'top' | 'bottom', share: number): Degrade =>
  async (picture) => {
    const { width = 0, height = 0 } = await sharp(picture).metadata();
    const across = side === 'left' || side === 'right';
    const gone = Math.round((across ? width : height) * share);
    return await png(
      sharp(picture).extract({
        left: side === 'left' ? gone : 0,
        top: side === 'top' ? gone : 0,
        width: across ? width - gone : width,
        height: across ? height : height - gone,
      }),
    );
  };

/** Made smaller, to so many pixels of width. */
export const shrink =
  (width: number): Degrade =>
  (picture) =>
    png(sharp(picture).resize({ width }));

/** Without colour, as a photocopy. */
export const grey = (): Degrade => (picture) =>
  png(sharp(picture).flatten({ background: '#fff' }).greyscale().toColourspace('srgb'));
