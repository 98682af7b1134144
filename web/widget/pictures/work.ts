import type { Easel, Opened } from './easel.ts';
import { fix } from './fix.ts';
import { type Measured, measure } from './measure.ts';

/** What can be done with a picture, and what comes of it. */
export interface Works {
  readonly measure: Measured;
  readonly fix: Blob;
}

export type Job = keyof Works;

/** Undefined where it cannot be done. Closes the picture. */
export async function work<J extends Job>(job: J, easel: Easel, image: Opened): Promise<Works[J] | undefined>;
export async function work(job: Job, easel: Easel, image: Opened): Promise<Works[Job] | undefined> {
  try {
    return job === 'measure' ? await measure(easel, image) : await fix(easel, image);
  } finally {
    if ('close' in image) image.close();
  }
}
