import { beforeAll, describe, expect, it } from 'vitest';
import { distance, fileHash, fingerprint, near } from '../../../src/diagnostics/image/fingerprint.ts';
import { openPicture } from '../../../src/diagnostics/image/open-picture.ts';
import { samePicture } from '../../../src/diagnostics/image/same-picture.ts';
import { blur, idFront, jpeg, photoOf, shrink, turn } from './draw.ts';

async function printOf(bytes: Buffer): Promise<string> {
  const opened = await openPicture(bytes);
  if (opened.is !== 'open') throw new Error(opened.reason);
  return fingerprint(opened.pixels);
}

describe('a fingerprint', () => {
  let photo: Buffer;
  let print: string;
  beforeAll(async () => {
    photo = await photoOf(await idFront({ seed: 51 }), { seed: 51 });
    print = await printOf(photo);
  });

  it('is 64 bits in hexadecimal digits', () => {
    expect(print).toMatch(/^[0-9a-f]{16}$/);
  });

  it('stays near for the same picture made smaller, compressed or a little soft', async () => {
    for (const mishap of [jpeg(40), shrink(500), blur(1)])
      expect(near(print, await printOf(await mishap(photo)))).toBe(true);
  });

  it('is far for a turned one and for another place on the desk', async () => {
    expect(near(print, await printOf(await turn(90)(photo)))).toBe(false);
    const moved = await photoOf(await idFront({ seed: 51 }), { seed: 51, margin: 0.5, angle: 6 });
    expect(distance(print, await printOf(moved))).toBeGreaterThan(6);
  });

  it('counts bits, and knows the very same file', () => {
    expect(distance('0000000000000000', 'f000000000000001')).toBe(5);
    expect(fileHash(Buffer.from('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('lets what was read decide between two cards in the same place', () => {
    const mine = { fingerprint: print, lines: ['姓名张*', '110105********002X'] };
    expect(samePicture(mine, { ...mine })).toBe(true);
    expect(samePicture(mine, { fingerprint: print, lines: ['姓名李*', '330106********1234'] })).toBe(false);
    expect(samePicture(mine, { fingerprint: print, lines: [] })).toBe(true);
    expect(samePicture(mine, { fingerprint: 'ffffffffffffffff', lines: mine.lines })).toBe(false);
  });
});
