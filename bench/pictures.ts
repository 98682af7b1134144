import sharp from 'sharp';
import { inspect } from '../src/diagnostics/image/inspect.ts';
import { createReader } from '../src/diagnostics/image/ocr/reader.ts';
import { openPicture } from '../src/diagnostics/image/open-picture.ts';
import { checks } from '../test/checks.ts';
import { type Aim, aim, type Figure, figure } from './figure.ts';
import { interleave } from './interleave.ts';
import { largePhoto } from './large-photo.ts';
import { median } from './statistics.ts';

/** Without reading, a check takes at most so many times what decoding and one convolution take. */
const MOST = 2;
/** Reading included, on one core, in milliseconds. */
const MOST_READ = 700;
const OPTIONS = { today: '2026-03-02', advice: checks.pictureAdvice, errors: [] } as const;

/** Looking at a photo of 12 megapixels, against what cannot be avoided; reading it, against the reader alone. */
export async function measurePictures(): Promise<{
  readonly figures: readonly Figure[];
  readonly aims: readonly Aim[];
}> {
  const photo = await largePhoto(3);
  const reader = await createReader({ threads: 1 });
  const opened = await openPicture(photo);
  if (opened.is !== 'open') throw new Error(`The photo was not opened: ${opened.reason}`);
  const edges = { width: 3, height: 3, kernel: [0, 1, 0, 1, -4, 1, 0, 1, 0] };
  const probes = {
    decode: async () => sharp(photo).greyscale().convolve(edges).raw().toBuffer(),
    check: async () => inspect(photo, OPTIONS),
    read: async () => reader.read(opened.pixels),
    whole: async () => inspect(photo, { ...OPTIONS, reader }),
  };
  const { decode, check, read, whole } = await interleave(
    {
      decode: { ready: async () => probes.decode },
      check: { ready: async () => probes.check },
      read: { ready: async () => probes.read },
      whole: { ready: async () => probes.whole },
    },
    { warmUp: 2, samples: 12 },
  );
  await reader.close();
  return {
    figures: [
      figure('picture.decode', '解码 1200 万像素并做一次卷积', 'ms', decode),
      figure('picture.check', '检查这张照片，不读字', 'ms', check),
      figure('picture.read', '只读字', 'ms', read),
      figure('picture.whole', '检查这张照片并读字', 'ms', whole),
    ],
    aims: [
      aim('picture.check', '检查（不读字）／解码加卷积', '×', MOST, median(check) / median(decode)),
      aim('picture.whole', '检查并读字', 'ms', MOST_READ, median(whole)),
    ],
  };
}
