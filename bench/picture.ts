import sharp from 'sharp';
import { inspect } from '../src/diagnostics/image/inspect.ts';
import { createReader } from '../src/diagnostics/image/ocr/reader.ts';
import { checks } from '../test/checks.ts';
import { idFront } from '../test/pictures/id-front.ts';
import { photoOf } from '../test/pictures/photo-of.ts';
import { type Figure, interleave, median } from './figures.ts';

const OPTIONS = { today: '2026-03-02', advice: checks.pictureAdvice, errors: [] } as const;

/** Looking at a photo of 12 megapixels, on one core, against what cannot be avoided: decoding it and one convolution. */
export async function measurePicture(samples: number): Promise<readonly Figure[]> {
  const photo = await sharp(await photoOf(await idFront({ seed: 3, width: 2400 })))
    .resize({ width: 4000, height: 3000, fit: 'cover' })
    .jpeg({ quality: 90 })
    .toBuffer();
  const reader = await createReader({ threads: 1 });
  const edges = { width: 3, height: 3, kernel: [0, 1, 0, 1, -4, 1, 0, 1, 0] };
  const { decode, check, whole } = await interleave(
    {
      decode: { ready: async () => () => sharp(photo).greyscale().convolve(edges).raw().toBuffer() },
      check: { ready: async () => () => inspect(photo, OPTIONS) },
      whole: { ready: async () => () => inspect(photo, { ...OPTIONS, reader }) },
    },
    { warmUp: 2, samples },
  );
  await reader.close();
  const ratio = median(check) / median(decode);
  return [
    { name: '检查一张 1200 万像素的照片，读字', unit: 'ms', samples: whole },
    { name: '  不读字', unit: 'ms', samples: check, note: `极限的 ${ratio.toFixed(2)} 倍` },
    { name: '  极限：解码并做一次卷积', unit: 'ms', samples: decode },
  ];
}
