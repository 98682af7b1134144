import { Worker } from 'node:worker_threads';
import type { FitJob } from './fit-worker.ts';

/** Fits in another thread, so that the old decision answers meanwhile. Gives the packed decision. */
export function fitInWorker(job: FitJob, progress: (share: number) => void = () => {}): Promise<Uint8Array> {
  const worker = startWorker(job);
  return new Promise((resolve, reject) => {
    worker.on('message', (message: number | Uint8Array) => {
      if (typeof message === 'number') progress(message);
      else resolve(message);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`拟合线程提前结束（代码 ${code}）`)));
  });
}

/** From the build the worker is JavaScript; from the sources Node 20 needs tsx in the new thread first. */
function startWorker(workerData: FitJob): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./fit-worker.js', import.meta.url), { workerData });
  const file = JSON.stringify(new URL('./fit-worker.ts', import.meta.url).href);
  const code = `import('tsx/esm/api').then(({ register }) => { register(); return import(${file}); });`;
  return new Worker(code, { eval: true, workerData });
}
