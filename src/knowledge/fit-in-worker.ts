import type { FitJob } from './fit-worker.ts';
import { startWorker } from './start-worker.ts';

/** Fits in another thread, so that the old decision answers meanwhile. Gives the packed decision. */
export function fitInWorker(job: FitJob, progress: (share: number) => void = () => {}): Promise<Uint8Array> {
  const worker = startWorker('fit-worker', { workerData: job });
  return new Promise((resolve, reject) => {
    worker.on('message', (message: number | Uint8Array) => {
      if (typeof message === 'number') progress(message);
      else resolve(message);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`拟合线程提前结束（代码 ${code}）`)));
  });
}
