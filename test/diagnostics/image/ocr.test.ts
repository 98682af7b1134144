import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createReader, type Reader } from '../../../src/diagnostics/image/ocr/reader.ts';
import { blur, type Degrade, dark, degrade, jpeg, perspective, shrink, turn } from '../../pictures/degrade.ts';
import { face } from '../../pictures/face.ts';
import { person } from '../../pictures/fictional.ts';
import { idFront } from '../../pictures/id-front.ts';
import { photoOf } from '../../pictures/photo-of.ts';
import { pixelsOf } from '../../pictures/pixels-of.ts';

/** Drawing and reading take a second; on a busy machine twenty. */
vi.setConfig({ testTimeout: 60_000 });

let reader: Reader;
beforeAll(async () => {
  reader = await createReader({ threads: 1 });
});
afterAll(() => reader.close());

describe('the reader', () => {
  it('reads a card line by line, from above', async () => {
    const { name, number } = person(1);
    const { lines, turned } = await reader.read(await pixelsOf(await idFront({ seed: 1 })));
    const texts = lines.map(({ text }) => text.replace(/\s/g, '')).join('|');
    expect(texts).toContain(name);
    expect(texts).toMatch(/住址.*公民身份号码/);
    expect(texts.endsWith(number)).toBe(true);
    expect(turned).toBe(0);
  });

  it('tells where a line stands', async () => {
    const { lines } = await reader.read(await pixelsOf(await idFront({ seed: 2 })));
    const { box, height, confidence } = lines.find(({ text }) => text.includes(person(2).number)) ?? {};
    const [upperLeft, , lowerRight] = box ?? [];
    expect(upperLeft?.x).toBeGreaterThan(50);
    expect(upperLeft?.y).toBeGreaterThan(510);
    expect(lowerRight?.x).toBeLessThan(900);
    expect(lowerRight?.y).toBeLessThan(610);
    expect(height).toBeGreaterThan(28);
    expect(confidence).toBeGreaterThan(0.9);
  });

  it.each<[string, 0 | 90 | 180 | 270, readonly Degrade[]]>([
    ['turned to the right', 90, [turn(90)]],
    ['upside down', 180, [turn(180)]],
    ['turned to the left', 270, [turn(270)]],
    ['aslant by 30°', 0, [turn(30)]],
    ['blurred and compressed', 0, [blur(2), jpeg(20)]],
    ['in the dark', 0, [dark(0.15)]],
    ['as small as 360 pixels', 0, [shrink(360)]],
    ['as a tilted photo', 0, [(card) => photoOf(card, { angle: -6 }), perspective(0.06)]],
  ])('reads the number of a card %s', async (_how, by, mishaps) => {
    const { lines, turned } = await reader.read(await pixelsOf(await degrade(await idFront({ seed: 3 }), ...mishaps)));
    expect(lines.map(({ text }) => text).join('|')).toContain(person(3).number);
    expect(turned).toBe(by);
  });

  it.each([
    ['a face', face({ width: 300 })],
    ['one colour', Promise.resolve(undefined)],
  ])('reads nothing in %s', async (_what, picture) => {
    const drawn = await picture;
    const pixels = drawn ? await pixelsOf(drawn) : { data: new Uint8Array(33 * 7 * 3).fill(90), width: 33, height: 7 };
    expect(await reader.read(pixels)).toEqual({ lines: [], turned: 0 });
  });
});
