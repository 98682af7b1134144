import { beforeAll, describe, expect, it } from 'vitest';
import { openPicture } from '../../../src/diagnostics/image/open-picture.ts';
import { type Outline, outline } from '../../../src/diagnostics/image/outline.ts';
import { scale } from '../../../src/diagnostics/image/scale.ts';
import { blur, cut, idBack, idFront, photoOf, turn } from './draw.ts';

async function outlineOf(bytes: Buffer): Promise<Outline | undefined> {
  const opened = await openPicture(bytes);
  if (opened.is !== 'open') throw new Error(opened.reason);
  return outline(opened.pixels);
}

describe('the outline of a card', () => {
  let front: Buffer;
  let photo: Buffer;
  beforeAll(async () => {
    front = await idFront({ seed: 41 });
    photo = await photoOf(front, { seed: 41 });
  });

  it('is complete on a desk, with its proportions and its length', async () => {
    const found = await outlineOf(photo);
    expect(found).toMatchObject({ is: 'complete', sides: [] });
    expect(found?.aspect).toBeCloseTo(1.586, 1);
    expect(found?.length).toBeCloseTo(1 / 1.24, 1);
  });

  it('is found askew, upright, blurred, and on a dark desk', async () => {
    const askew = await photoOf(front, { seed: 42, angle: 8, background: 'dark' });
    for (const picture of [askew, await turn(90)(photo), await blur(3)(photo)])
      expect(await outlineOf(picture)).toMatchObject({ is: 'complete' });
  });

  it.each([['left'], ['right'], ['top'], ['bottom']] as const)('tells that the %s side is cut off', async (side) => {
    expect(await outlineOf(await cut(side, 0.3)(photo))).toMatchObject({ is: 'cut', sides: [side] });
  });

  it('cannot tell where the card fills the frame, and does not take the portrait for it', async () => {
    expect(await outlineOf(front)).toBeUndefined();
  });

  it('compares the scale of front and back', async () => {
    const back = await idBack({ seed: 41 });
    const near = await outlineOf(photo);
    expect(scale(near, await outlineOf(await photoOf(back, { seed: 43 })))).toBeCloseTo(1, 1);
    expect(scale(near, await outlineOf(await photoOf(back, { seed: 43, margin: 0.4 })))).toBeGreaterThan(1.3);
    expect(scale(near, undefined)).toBeUndefined();
  });
});
