import type { Worker } from 'node:worker_threads';
import type { PictureAnswer, PictureJob, PictureResults } from './picture-job.ts';

type Result = PictureResults[keyof PictureResults];

/** One worker's place: does one job at a time, and gets a new worker after one that was stopped or died. */
export class Seat {
  readonly #start: () => Worker;
  readonly #limitMs: number;
  readonly #onFault: (what: string) => void;
  #worker: Worker | undefined;

  constructor(start: () => Worker, limitMs: number, onFault: (what: string) => void = () => {}) {
    this.#start = start;
    this.#limitMs = limitMs;
    this.#onFault = onFault;
  }

  /** What the job gave, and `onRead` is told the milliseconds of reading in it; undefined where its worker had to be stopped, died or failed. */
  run(job: PictureJob, onRead: (ms: number) => void = () => {}): Promise<Result | undefined> {
    const worker = this.#worker ?? this.#begin();
    worker.ref();
    return new Promise((resolve) => {
      const done = (result: Result | undefined, usable: boolean) => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        worker.unref();
        if (!usable) this.#drop(worker);
        resolve(result);
      };
      const fail = (what: string, usable = false) => {
        this.#onFault(`${job.do}: ${what}`);
        done(undefined, usable);
      };
      const onMessage = (answer: PictureAnswer) => {
        if (answer.is === 'failed') return fail(answer.message, true);
        onRead(answer.readingMs);
        done(answer.result, true);
      };
      const onError = (error: unknown) => fail(String(error));
      const onExit = (code: number) => fail(`the worker ended (${code})`);
      const timer = setTimeout(() => fail(`stopped after ${this.#limitMs} ms`), this.#limitMs);
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      worker.postMessage(job);
    });
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #begin(): Worker {
    const worker = this.#start();
    this.#worker = worker;
    worker.on('error', () => this.#drop(worker)).on('exit', () => this.#drop(worker)); // While it is idle, too.
    return worker;
  }

  /** Not waited for: a native call that is under way ends when it ends. */
  #drop(worker: Worker): void {
    if (this.#worker === worker) this.#worker = undefined;
    void worker.terminate();
  }
}
