import './quiet-onnx.ts';
import { parentPort, workerData } from 'node:worker_threads';
import { InferenceSession, Tensor } from 'onnxruntime-node';

/** What the thread of the encoder is given. */
export interface EncoderJob {
  /** Of `model.onnx`. */
  readonly weights: Uint8Array;
  readonly threads: number;
}

/** Texts as pieces, one row each, filled up to the same width. */
export interface EncoderTask {
  readonly id: number;
  readonly ids: BigInt64Array;
  /** 1 where there is a piece, 0 where it was filled up. */
  readonly mask: BigInt64Array;
  readonly shape: readonly [rows: number, width: number];
}

/** The vectors of the rows one after the other; or why there are none. */
export type EncoderDone = { readonly id: number } & ({ readonly vectors: Float32Array } | { readonly error: string });

/**
 * Threads that have nothing to do sleep. By default they turn round and round for the next piece of work and take the
 * processor from the turns beside: on a busy machine a text costs 41 instead of 24 ms of it. On an idle one it takes 12
 * ms instead of 16 then; but few messages ask the encoder.
 */
const UNHURRIED = { extra: { session: { intra_op: { allow_spinning: '0' } } } } as const;

const { weights, threads } = workerData as EncoderJob;
const session = await InferenceSession.create(weights, { intraOpNumThreads: threads, ...UNHURRIED });

async function encode({ ids, mask, shape }: EncoderTask): Promise<Float32Array> {
  const output = await session.run({
    input_ids: new Tensor('int64', ids, shape),
    attention_mask: new Tensor('int64', mask, shape),
  });
  return output.embedding?.data as Float32Array;
}

async function answer(task: EncoderTask): Promise<EncoderDone> {
  const { id } = task;
  try {
    return { id, vectors: await encode(task) };
  } catch (error) {
    return { id, error: String(error) };
  }
}

// One after the other, and `close` after all of them: a thread that is ended while the runtime works takes the process along.
let last: Promise<void> = Promise.resolve();
parentPort?.on('message', (task: EncoderTask | 'close') => {
  last = last.then(async () => {
    if (task !== 'close') return parentPort?.postMessage(await answer(task));
    await session.release();
    parentPort?.close();
  });
});
parentPort?.postMessage('ready');
