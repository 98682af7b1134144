import address from './picture-worker.ts?worker&url';

/**
 * A worker of ours: by its address where the page is of the same origin as the service, otherwise from a copy of its
 * code. Throws or rejects where the browser or the page's policy allows none, or tells so by an `error` event.
 */
export async function startWorker(): Promise<Worker> {
  if (new URL(address).origin === location.origin) return new Worker(address);
  const code = await (await fetch(address)).blob();
  const copy = URL.createObjectURL(code);
  try {
    return new Worker(copy);
  } finally {
    // The worker reads it after this task.
    setTimeout(() => URL.revokeObjectURL(copy), 60_000);
  }
}
