import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Starts a thread from a file beside this one, named without its ending. From the build that is JavaScript; from the sources Node 20 needs tsx in the new thread first. */
export function startWorker(name: string, options: Pick<WorkerOptions, 'workerData' | 'transferList'>): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, import.meta.url), options);
  const file = JSON.stringify(new URL(`./${name}.ts`, import.meta.url).href);
  const code = `import('tsx/esm/api').then(({ register }) => { register(); return import(${file}); });`;
  return new Worker(code, { ...options, eval: true });
}
