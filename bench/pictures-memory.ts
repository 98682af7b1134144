import { createPictureDesk } from '../src/diagnostics/image/worker/picture-desk.ts';
import { checks } from '../test/checks.ts';
import { type Aim, aim, type Figure, figure } from './figure.ts';
import { largePhoto } from './large-photo.ts';

/** The process may hold so many megabytes more after the last picture than after the fiftieth. */
const MOST = 100;
const FIRST = 50;
const LAST = 500;
/** Different photos; every other one is checked unchanged many times. */
const PHOTOS = 10;
const MEGABYTE = 1_000_000;

/** What the process holds after 50 and after 500 pictures; both workers at work. */
export async function measurePictureMemory(): Promise<{
  readonly figures: readonly Figure[];
  readonly aims: readonly Aim[];
}> {
  const photos = await Promise.all(Array.from({ length: PHOTOS }, (_, seed) => largePhoto(seed)));
  const desk = createPictureDesk({ workers: 2, advice: checks.pictureAdvice, errors: [] });
  const checkUpTo = async (from: number, to: number): Promise<number> => {
    let next = from;
    const work = async (): Promise<void> => {
      while (next < to) await desk.check(photos[next++ % PHOTOS] as Buffer, { today: '2026-03-02' });
    };
    await Promise.all([work(), work()]);
    return process.memoryUsage.rss() / MEGABYTE;
  };
  try {
    const first = await checkUpTo(0, FIRST);
    const last = await checkUpTo(FIRST, LAST);
    return {
      figures: [
        figure('picture.memory.50', '看过 50 张照片后', 'MB', [first]),
        figure('picture.memory.500', '看过 500 张照片后', 'MB', [last]),
      ],
      aims: [aim('picture.memory', '第 50 张到第 500 张多占的内存', 'MB', MOST, last - first)],
    };
  } finally {
    await desk.close();
  }
}
