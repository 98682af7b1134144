import type { DocumentKind } from '../document/document-kind.ts';
import type { Fixed, FixWish } from '../fix.ts';
import type { PictureAdvice } from '../picture-advice.ts';
import type { PictureReport } from '../picture-report.ts';
import type { ErrorText } from '../screenshot/errors-on-screen.ts';
import type { Layout, Stitched } from '../stitch.ts';
import type { PictureJob, PictureResults } from './picture-job.ts';
import { Seat } from './seat.ts';
import { startWorker } from './start-worker.ts';

/** `busy`: too many wait, try again soon. `gave-up`: it took too long, or its worker died of it. */
export type NotDone = { readonly is: 'busy' | 'gave-up' };

/** Where pictures are looked at, in threads of their own: no picture keeps a talk waiting. */
export interface PictureDesk {
  /** `read: false` leaves the text unread (default: read). `today` is YYYY-MM-DD. `told` is the kind that a person says it is. */
  check(
    bytes: Uint8Array,
    options: {
      readonly name?: string;
      readonly today: string;
      readonly read?: boolean;
      readonly told?: DocumentKind;
    },
  ): Promise<PictureReport | NotDone>;
  fix(bytes: Uint8Array, wish?: FixWish): Promise<Fixed | NotDone>;
  stitch(auxiliary: Uint8Array, document: Uint8Array, layout: Layout): Promise<Stitched | NotDone>;
  /** Loads the reader and OpenCV in every worker, so that the first picture does not wait 3 s for them. */
  warm(): Promise<void>;
  close(): Promise<void>;
}

/** A job of the desk that is over: `waitedMs` until a worker was free, `ms` in its worker, `readingMs` of that on text. */
export interface PictureDone {
  readonly job: PictureJob['do'];
  readonly result: 'done' | NotDone['is'];
  readonly waitedMs: number;
  readonly ms: number;
  readonly readingMs: number;
}

interface PictureDeskOptions {
  readonly workers: number;
  readonly advice: PictureAdvice;
  readonly errors: readonly ErrorText[];
  /** Jobs that may wait. */
  readonly waiting?: number;
  /** Milliseconds that one job may take, the first one's loading included. */
  readonly limitMs?: number;
  /** Told why a job was given up; what it says holds nothing of the picture. */
  readonly onFault?: (what: string) => void;
  /** Told of each job that is over. */
  readonly onDone?: ((done: PictureDone) => void) | undefined;
}

interface Waiting {
  readonly job: PictureJob;
  readonly since: number;
  readonly resolve: (result: PictureResults[keyof PictureResults] | NotDone) => void;
}

/** Opens the desk. Its workers start with the first picture, and do not keep the process alive. */
export function createPictureDesk(options: PictureDeskOptions): PictureDesk {
  const { workers, advice, errors, waiting = 16, limitMs = 30_000, onFault, onDone } = options;
  const seats = Array.from(
    { length: workers },
    () => new Seat(() => startWorker({ advice, errors }), limitMs, onFault),
  );
  const free = [...seats];
  const queue: Waiting[] = [];
  let open = true;

  function next(): void {
    const seat = queue.length > 0 ? free.pop() : undefined;
    const turn = seat && queue.shift();
    if (!seat || !turn) return;
    const begun = performance.now();
    let readingMs = 0;
    const onRead = (ms: number) => {
      readingMs = ms;
    };
    void seat.run(turn.job, onRead).then((given) => {
      const result = given === undefined ? 'gave-up' : 'done';
      const ms = performance.now() - begun;
      onDone?.({ job: turn.job.do, result, waitedMs: begun - turn.since, ms, readingMs });
      turn.resolve(given ?? { is: 'gave-up' });
      free.push(seat);
      next();
    });
  }

  function ask<Name extends PictureJob['do']>(
    job: Extract<PictureJob, { do: Name }>,
  ): Promise<PictureResults[Name] | NotDone> {
    if (!open || queue.length >= waiting) {
      onDone?.({ job: job.do, result: 'busy', waitedMs: 0, ms: 0, readingMs: 0 });
      return Promise.resolve({ is: 'busy' });
    }
    return new Promise((resolve) => {
      queue.push({ job, since: performance.now(), resolve: resolve as Waiting['resolve'] });
      next();
    });
  }

  return {
    check: (bytes, { name, today, read = true, told }) =>
      ask<'check'>({ do: 'check', bytes, today, read, ...(name !== undefined && { name }), ...(told && { told }) }),
    fix: (bytes, wish = {}) => ask<'fix'>({ do: 'fix', bytes, wish }),
    stitch: (auxiliary, document, layout) => ask<'stitch'>({ do: 'stitch', auxiliary, document, layout }),
    async warm() {
      await Promise.all(seats.map((seat) => (free.includes(seat) ? ask<'warm'>({ do: 'warm' }) : undefined)));
    },
    async close() {
      open = false;
      for (const { resolve } of queue.splice(0)) resolve({ is: 'gave-up' });
      await Promise.all(seats.map((seat) => seat.close()));
    },
  };
}
