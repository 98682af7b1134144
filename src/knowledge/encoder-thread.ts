import './quiet-onnx.ts';
import { once } from 'node:events';
import type { EncoderDone, EncoderJob, EncoderTask } from './encoder-worker.ts';
import { startWorker } from './start-worker.ts';

/** The encoder in a thread of its own. */
export interface EncoderThread {
  /** The vectors of the rows one after the other. Rejects where the encoder fails, or its thread has ended. */
  encode(task: Omit<EncoderTask, 'id'>): Promise<Float32Array>;
  /** What was asked before is answered first. */
  close(): Promise<void>;
}

/**
 * Loads the encoder beside the main thread: the runtime works through a text at one go, which takes longer than all the
 * rest of a turn, and everybody else would wait for it. Rejects where the weights cannot be used. `weights` are given
 * away. Nobody is kept from ending by it while it has nothing to do.
 */
export async function encoderThread(job: EncoderJob): Promise<EncoderThread> {
  const worker = startWorker('encoder-worker', { workerData: job, transferList: [job.weights.buffer as ArrayBuffer] });
  const waiting = new Map<number, { resolve(vectors: Float32Array): void; reject(error: unknown): void }>();
  let ended: Error | undefined;
  const end = (error: Error): void => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on('error', end);
  worker.on('exit', (code) => end(new Error(`编码线程结束了（代码 ${code}）`)));
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
    worker.once('exit', () => reject(ended));
  });
  worker.unref();
  worker.on('message', (done: EncoderDone) => {
    const one = waiting.get(done.id);
    waiting.delete(done.id);
    if (waiting.size === 0) worker.unref();
    if ('vectors' in done) one?.resolve(done.vectors);
    else one?.reject(new Error(done.error));
  });
  let asked = 0;
  return {
    encode: (task) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended);
        const id = asked++;
        waiting.set(id, { resolve, reject });
        worker.ref();
        worker.postMessage({ id, ...task } satisfies EncoderTask);
      }),
    async close() {
      if (ended) return;
      const exited = once(worker, 'exit');
      worker.ref();
      worker.postMessage('close');
      await exited;
    },
  };
}
