import { describe, expect, it } from 'vitest';
import { openPicture } from '../../src/diagnostics/image/open-picture.ts';
import { described } from './described.ts';

const card = { kind: 'file', ocr: '', desc: '身份证正面' } as const;

describe('a picture that is described', () => {
  it.each([
    ['jpg', 'jpg', 3.99],
    ['JPG', 'jpg', 0.6],
    ['png', 'png', 2.7],
    ['gif', 'gif', 1.2],
    ['webp', 'webp', 0.3],
    ['bmp', 'bmp', 11.5],
    ['avif', 'avif', 1],
    ['heic', 'heic', 1.8],
  ])('is a %s of exactly its size, and opens', async (format, found, size) => {
    const { name, bytes } = await described({ ...card, format, size_mb: size });
    expect(name).toBe(`图片.${format}`);
    expect(bytes.length).toBe(Math.round(size * 1_048_576));
    expect(await openPicture(bytes, name)).toMatchObject({ is: 'open', facts: { format: found } });
  });

  it('is a PDF that is none', async () => {
    const { bytes } = await described({ ...card, format: 'pdf', size_mb: 1.1 });
    expect(bytes.length).toBe(Math.round(1.1 * 1_048_576));
    expect(await openPicture(bytes)).toMatchObject({ is: 'refused', found: 'pdf' });
  });

  it('is the same each time', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => described({ ...card, format: 'jpg', size_mb: 1 })));
    expect(one).toEqual(other);
  });

  it('of something that nobody can draw is told', async () => {
    await expect(described({ ...card, desc: '房产证', format: 'jpg', size_mb: 1 })).rejects.toThrow('房产证');
  });
});
