import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { fix } from '../../../src/diagnostics/image/fix.ts';
import { OUR_BYTES } from '../../../src/diagnostics/image/jpeg-under.ts';
import type { Outline } from '../../../src/diagnostics/image/outline.ts';
import { stitch } from '../../../src/diagnostics/image/stitch.ts';
import { thumbnail } from '../../../src/diagnostics/image/thumbnail.ts';
import { heic } from '../../fixtures/pictures/hostile.ts';

const noisy = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  });
const plain = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } });
const outline: Outline = {
  is: 'complete',
  sides: [],
  corners: [
    { x: 0.25, y: 0.25 },
    { x: 0.75, y: 0.25 },
    { x: 0.75, y: 0.75 },
    { x: 0.25, y: 0.75 },
  ],
  area: 0.25,
  aspect: 1.5,
  length: 0.5,
};

async function fixed(...args: Parameters<typeof fix>) {
  const result = await fix(...args);
  if (result.is !== 'fixed') throw new Error(result.reason);
  return { ...result, metadata: await sharp(result.bytes).metadata() };
}

describe('mending a picture', () => {
  it('gives a JPEG under 3.8 MB for a large one', async () => {
    const large = await noisy(2000, 1500).jpeg({ quality: 100 }).toBuffer();
    expect(large.length).toBeGreaterThan(OUR_BYTES);
    const { bytes, metadata, width, height } = await fixed(large);
    expect(bytes.length).toBeLessThanOrEqual(OUR_BYTES);
    expect(metadata).toMatchObject({ format: 'jpeg', width, height });
    expect(width / height).toBeCloseTo(4 / 3, 2);
  });

  it('leaves no EXIF and no place behind, and applies the orientation', async () => {
    const located = await plain(80, 40, '#a33')
      .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitude: '39/1 54/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(located).metadata()).exif).toBeDefined();
    const { bytes, metadata } = await fixed(located);
    expect(metadata).toMatchObject({ width: 40, height: 80 });
    for (const kind of ['exif', 'icc', 'xmp', 'iptc', 'orientation'] as const) expect(metadata[kind]).toBeUndefined();
    expect(Buffer.from(bytes).includes('Exif')).toBe(false);
  });

  it('turns text back and cuts to the document', async () => {
    const { metadata } = await fixed(await plain(400, 300, '#3a3').png().toBuffer(), { crop: outline, turned: 90 });
    expect(metadata).toMatchObject({ width: 156, height: 208 });
  });

  it('turns clockwise text back counter-clockwise', async () => {
    const halves = await plain(40, 40, '#f00')
      .composite([{ input: await plain(40, 20, '#00f').png().toBuffer(), left: 0, top: 20 }])
      .png()
      .toBuffer();
    const { bytes } = await fixed(halves, { turned: 90 });
    const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    expect(data[0]).toBeGreaterThan(200); // What was on top is now on the left.
  });

  it('makes a JPEG of a HEIC', async () => {
    expect((await fixed(heic)).metadata).toMatchObject({ format: 'jpeg', width: 400, height: 600 });
  });

  it('says why it cannot', async () => {
    expect(await fix(Buffer.from('%PDF-1.4'))).toEqual({ is: 'refused', reason: 'not-a-picture' });
  });
});

describe('stitching two pictures', () => {
  it('puts them side by side or one above the other, as one small JPEG', async () => {
    const photo = await plain(600, 800, '#0e0').jpeg().toBuffer();
    const card = await plain(400, 200, '#00e').png().toBuffer();
    const beside = await stitch(photo, card, 'side');
    const above = await stitch(photo, card, 'stack');
    expect(beside).toMatchObject({ is: 'stitched', width: 600 + 24 + 1600, height: 800 });
    expect(above).toMatchObject({ is: 'stitched', width: 600, height: 800 + 24 + 300 });
    if (beside.is !== 'stitched') throw new Error('refused');
    const { data, info } = await sharp(beside.bytes).raw().toBuffer({ resolveWithObject: true });
    const at = (x: number) => [...data.subarray((400 * info.width + x) * 3, (400 * info.width + x) * 3 + 3)];
    expect(at(300)[1]).toBeGreaterThan(140);
    expect(at(2000)[2]).toBeGreaterThan(140);
    expect((await sharp(beside.bytes).metadata()).exif).toBeUndefined();
  });

  it('stays under 3.8 MB and says which of the two it cannot read', async () => {
    const large = await noisy(1200, 900).jpeg({ quality: 95 }).toBuffer();
    const stitched = await stitch(large, large, 'stack');
    expect(stitched.is === 'stitched' && stitched.bytes.length).toBeLessThanOrEqual(OUR_BYTES);
    expect(await stitch(large, Buffer.from('nothing'), 'side')).toMatchObject({ is: 'refused', which: 'document' });
  });
});

describe('a thumbnail', () => {
  it('is small and shows the marks in red', async () => {
    const { data, info } = await noisy(900, 600).raw().toBuffer({ resolveWithObject: true });
    const small = await thumbnail({ data, width: info.width, height: info.height }, [
      { side: 'left' },
      { box: { left: 0.4, top: 0.4, width: 0.3, height: 0.3 } },
    ]);
    expect(small.length).toBeLessThanOrEqual(40_000);
    const { data: shown } = await sharp(small).raw().toBuffer({ resolveWithObject: true });
    expect(shown[0]).toBeGreaterThan(180);
    expect(shown[1]).toBeLessThan(110);
  });
});
