import type { ServerResponse } from 'node:http';
import type { Time } from '../vendor/vendor-parts.ts';

type First = 'ready' | 'late' | 'gone';

interface FirstOf {
  readonly time: Time;
  readonly ready: Promise<unknown>;
  /** Milliseconds. */
  readonly patience: number;
  readonly response: ServerResponse;
  /** Nobody is to wait any more. */
  readonly closing: AbortSignal;
}

/** What comes first: it is ready, the time is over, or whoever asked has hung up. */
export function firstOf({ time, ready, patience, response, closing }: FirstOf): Promise<First> {
  return new Promise((resolve) => {
    const callOff = time.after(patience, () => end('late'));
    const gone = (): void => end('gone');
    const end = (what: First): void => {
      callOff();
      response.off('close', gone);
      closing.removeEventListener('abort', gone);
      resolve(what);
    };
    if (closing.aborted || response.closed) return gone();
    response.once('close', gone);
    closing.addEventListener('abort', gone);
    void ready.then(() => end('ready'));
  });
}
