import type { Easel } from './easel.ts';
import { openBitmap } from './open-bitmap.ts';
import { type Job, work } from './work.ts';

/** What a worker is asked. */
export interface Asked {
  readonly job: Job;
  readonly file: Blob;
}

/** First that it runs, then what came of the job: undefined where it cannot be done there. */
export type Told = 'runs' | { readonly result: unknown };

const easel: Easel = {
  canvas: (width, height) => new OffscreenCanvas(width, height),
  jpeg: (canvas, quality) => (canvas as OffscreenCanvas).convertToBlob({ type: 'image/jpeg', quality }),
  rest: () => undefined,
};

const tell = (told: Told): void => postMessage(told);

addEventListener('message', ({ data: { job, file } }: MessageEvent<Asked>) => {
  void run(job, file).then(
    (result) => tell({ result }),
    () => tell({ result: undefined }),
  );
});
tell('runs');

async function run(job: Job, file: Blob): Promise<unknown> {
  const image = await openBitmap(file);
  return image && work(job, easel, image);
}
