import '../quiet-onnx.ts';
import { Worker } from 'node:worker_threads';
import type { PictureWorkerData } from './picture-job.ts';

/** MB of JavaScript objects; pixels and networks live outside of them and have limits of their own. */
const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 };

/** From the build the worker is JavaScript; from the sources Node 20 needs tsx in the new thread first. */
export function startWorker(workerData: PictureWorkerData): Worker {
  const options = { workerData, resourceLimits: LIMITS };
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./picture-worker.js', import.meta.url), options);
  const file = JSON.stringify(new URL('./picture-worker.ts', import.meta.url).href);
  const code = `import('tsx/esm/api').then(({ register }) => { register(); return import(${file}); });`;
  return new Worker(code, { ...options, eval: true });
}
