import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPicture } from '../../../src/diagnostics/image/open-picture.ts';
import { bombs, broken, type Hostile, oddities, strangers } from '../../fixtures/pictures/hostile.ts';

/** Far more than the milliseconds that it takes: the machine may be busy. */
const SOON = 3000;

async function expectRight(file: Hostile): Promise<void> {
  const before = performance.now();
  const opened = await openPicture(file.bytes, file.name);
  expect(performance.now() - before, file.name).toBeLessThan(SOON);
  if ('open' in file) {
    expect(opened, file.name).toMatchObject({ is: 'open', facts: file.open });
    if (opened.is === 'open')
      expect(opened.pixels.data.length, file.name).toBe(opened.pixels.width * opened.pixels.height * 3);
  } else {
    expect(opened, file.name).toMatchObject({ is: 'refused', reason: file.refused, found: file.found });
  }
}

describe('opening a picture', () => {
  let corpus: readonly (readonly [string, readonly Hostile[]])[] = [];
  beforeAll(async () => {
    corpus = [
      ['strangers', strangers()],
      ['broken', await broken()],
      ['bombs', await bombs()],
      ['oddities', await oddities()],
    ];
    await openPicture(readFileSync(new URL('../../fixtures/pictures/sample-600x400-exif6.heic', import.meta.url)));
  });

  it('has a corpus of more than 60 files', () => {
    expect(corpus.flatMap(([, files]) => files).length).toBeGreaterThanOrEqual(60);
  });

  it.each([['strangers'], ['broken'], ['bombs'], ['oddities']])('meets %s in milliseconds', async (kind) => {
    const files = corpus.find(([name]) => name === kind)?.[1] ?? [];
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) await expectRight(file);
  });

  it('cannot be made to read what is blocked', async () => {
    await expect(
      sharp(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')).toBuffer(),
    ).rejects.toThrow('unsupported image format');
  });

  it('works on 3 megapixels at most and keeps the size of the file in the facts', async () => {
    const photo = await sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#345' } })
      .jpeg()
      .toBuffer();
    const opened = await openPicture(photo);
    expect(opened).toMatchObject({
      is: 'open',
      facts: { width: 4000, height: 3000 },
      pixels: { width: 2000, height: 1500 },
    });
  });

  it('puts white behind what is transparent', async () => {
    const clear = await sharp({ create: { width: 8, height: 8, channels: 4, background: '#0000' } })
      .png()
      .toBuffer();
    const opened = await openPicture(clear);
    expect(opened.is === 'open' && [...opened.pixels.data.subarray(0, 3)]).toEqual([255, 255, 255]);
  });

  it('turns a picture upright by its EXIF', async () => {
    const halves = await sharp({ create: { width: 80, height: 40, channels: 3, background: '#f00' } })
      .composite([{ input: { create: { width: 40, height: 40, channels: 3, background: '#00f' } }, left: 40, top: 0 }])
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const opened = await openPicture(halves);
    if (opened.is !== 'open') throw new Error(opened.reason);
    const { data, width, height } = opened.pixels;
    expect([width, height]).toEqual([40, 80]);
    expect(data[0]).toBeGreaterThan(200);
    expect(data[data.length - 1]).toBeGreaterThan(200);
  });
});
