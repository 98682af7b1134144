import type { Measured } from './measure.ts';
import { openPicture, pageEasel } from './page-easel.ts';
import type { Told } from './picture-worker.ts';
import { startWorker } from './start-worker.ts';
import { type Job, type Works, work } from './work.ts';

/** Milliseconds after which a worker that does not run never will. */
const START = 5_000;

/** False once the browser or the page's policy refused one. */
let canWork = typeof Worker === 'function' && typeof OffscreenCanvas === 'function';
/** One picture at a time: an opened one takes 50 MB and more. */
let before: Promise<unknown> = Promise.resolve();

/** Undefined where this browser cannot open it. */
export function measurePicture(file: Blob): Promise<Measured | undefined> {
  return inTurn(() => run('measure', file));
}

/** A JPEG of less than 3.8 MB of it, named after it; undefined where it does not work. */
export async function fixPicture(file: File): Promise<File | undefined> {
  const made = await inTurn(() => run('fix', file));
  const name = `${file.name.replace(/\.[^.]*$/, '')}-改好.jpg`;
  return made && new File([made], name, { type: 'image/jpeg' });
}

function inTurn<T>(job: () => Promise<T>): Promise<T> {
  const mine = before.then(job);
  before = mine.catch(() => undefined);
  return mine;
}

/** In a worker where there may be one; what that cannot do (it knows no `<img>`), the page itself. */
async function run<J extends Job>(job: J, file: Blob): Promise<Works[J] | undefined> {
  const made = canWork ? await inWorker(job, file).catch(() => undefined) : undefined;
  if (made) return made;
  const image = await openPicture(file);
  return image && work(job, pageEasel, image);
}

/** Rejects where no worker runs, and never tries again then. */
async function inWorker<J extends Job>(job: J, file: Blob): Promise<Works[J] | undefined> {
  let worker: Worker | undefined;
  let runs = false;
  try {
    const started = await startWorker();
    worker = started;
    return await new Promise((resolve, reject) => {
      setTimeout(() => runs || reject(), START);
      started.onerror = reject;
      started.onmessage = ({ data }: MessageEvent<Told>) => {
        if (data !== 'runs') return resolve(data.result as Works[J] | undefined);
        runs = true;
        started.postMessage({ job, file });
      };
    });
  } finally {
    worker?.terminate();
    canWork = runs;
  }
}
