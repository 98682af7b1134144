import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/diagnostics/image/limits.ts';
import { type Measures, measure } from '../../../src/diagnostics/image/measure.ts';
import { openPicture } from '../../../src/diagnostics/image/open-picture.ts';
import { signals } from '../../../src/diagnostics/image/signals.ts';
import { blur, bright, dark, face, glare, grey, idFront, jpeg, motion, photoOf } from './draw.ts';

async function pixelsOf(bytes: Buffer) {
  const opened = await openPicture(bytes);
  if (opened.is !== 'open') throw new Error(opened.reason);
  return opened.pixels;
}

describe('measuring a drawn card', () => {
  let card: Buffer;
  let clean: Measures;
  beforeAll(async () => {
    card = await idFront({ seed: 31 });
    clean = await measure(await pixelsOf(card));
  });
  const spoilt = async (mishap: (picture: Buffer) => Promise<Buffer>) => measure(await pixelsOf(await mishap(card)));

  it('tells crisp from blurred and shaken, whatever the compression', async () => {
    expect(clean.crispness).toBeGreaterThan(0.68);
    expect((await spoilt(jpeg(25))).crispness).toBeGreaterThan(LIMITS.crisp.card);
    expect((await spoilt(blur(2))).crispness).toBeLessThan(LIMITS.crisp.card);
    expect((await spoilt(blur(4))).crispness).toBeLessThan(LIMITS.crisp.again);
    expect((await spoilt(motion(11))).crispness).toBeLessThan(LIMITS.crisp.card);
  });

  it('does not take a dark or a bright one for a blurred one', async () => {
    expect((await spoilt(dark(0.2))).crispness).toBeGreaterThan(LIMITS.crisp.card);
    expect((await spoilt(bright(2))).crispness).toBeGreaterThan(LIMITS.crisp.card);
  });

  it('measures the light', async () => {
    expect(clean.p95).toBeGreaterThan(200);
    expect((await spoilt(dark(0.2))).p95).toBeLessThan(LIMITS.dark.p95);
    expect(clean.whiteShare).toBeLessThan(0.01);
    expect((await spoilt(bright(1.6))).whiteShare).toBeGreaterThan(LIMITS.white);
  });

  it('finds a reflection and where it is', async () => {
    expect(clean.white?.share ?? 0).toBeLessThan(LIMITS.glare.least);
    const { white } = await spoilt(glare(0.25, 0.75, 0.09));
    expect(white?.share).toBeGreaterThan(LIMITS.glare.least);
    expect((white?.box.left ?? 0) + (white?.box.width ?? 0) / 2).toBeCloseTo(0.25, 1);
    expect((white?.box.top ?? 0) + (white?.box.height ?? 0) / 2).toBeCloseTo(0.75, 1);
  });

  it('tells a copy from a card by its colours, under a tinted lamp too', async () => {
    expect(clean.colourSpread).toBeGreaterThan(LIMITS.grey);
    expect((await spoilt(grey())).colourSpread).toBeLessThan(LIMITS.grey);
    const warm = (copy: Buffer) => sharp(copy).linear([0.95, 0.85, 0.7], [0, 0, 0]).png().toBuffer();
    expect((await spoilt(async (picture) => warm(await grey()(picture)))).colourSpread).toBeLessThan(LIMITS.grey);
  });

  it('sees a face, and none in the portrait on a card', async () => {
    expect((await signals(await pixelsOf(await face({ seed: 31 })))).skinOval).toBeGreaterThan(0.5);
    expect((await signals(await pixelsOf(card))).skinOval).toBeLessThan(0.5);
    expect((await signals(await pixelsOf(await photoOf(card, { seed: 31 })))).skinOval).toBeLessThan(0.5);
    const far = await photoOf(card, { seed: 31, background: 'wood', margin: 0.4 });
    expect((await signals(await pixelsOf(far))).skinOval).toBeLessThan(0.5);
  });
});
