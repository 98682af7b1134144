import { readEvents, type StreamEvent } from '../api/event-stream.ts';
import { request } from '../api/request.ts';
import type { Session } from './session.ts';

/** Milliseconds before the first new attempt; each one after it waits twice as long, up to the most. */
const FIRST_WAIT = 1_000;
const MOST_WAIT = 30_000;
/** A stream that says nothing for so many milliseconds is dead: the service gives a sign of life every 20 s. */
const SILENCE = 50_000;

export interface StreamOptions {
  readonly base: string;
  readonly session: Session;
  /** The number of the last line that is known. */
  readonly after: () => number;
  readonly heard: (event: StreamEvent) => void;
  readonly connected: (yes: boolean) => void;
  /** The talk does not exist any more. */
  readonly onLost: () => void;
  readonly signal: AbortSignal;
}

/** Reads what happens in a talk until aborted, and connects again by itself. */
export async function stream(options: StreamOptions): Promise<void> {
  const { base, session, after, heard, connected, onLost, signal } = options;
  for (let wait = FIRST_WAIT; !signal.aborted; wait = Math.min(wait * 2, MOST_WAIT)) {
    const silence = watch(signal);
    try {
      const path = `talks/${session.talk}/events?after=${after()}`;
      const response = await request(base, path, { token: session.token, signal: silence.signal });
      if (response.status === 401) return onLost();
      if (response.ok && response.body) {
        connected(true);
        await readEvents(response.body, (event) => {
          wait = FIRST_WAIT;
          silence.heard();
          heard(event);
        });
      }
    } catch {
      // The connection broke, fell silent, or was ended: the loop decides.
    } finally {
      silence.end();
    }
    if (signal.aborted) return;
    connected(false);
    await pause(wait * (0.75 + Math.random() / 2), signal);
  }
}

/** A signal that aborts with the outer one, or after too long a silence. */
function watch(outer: AbortSignal) {
  const inner = new AbortController();
  const abort = (): void => inner.abort();
  let timer = setTimeout(abort, SILENCE);
  outer.addEventListener('abort', abort);
  return {
    signal: inner.signal,
    heard() {
      clearTimeout(timer);
      timer = setTimeout(abort, SILENCE);
    },
    end() {
      clearTimeout(timer);
      outer.removeEventListener('abort', abort);
    },
  };
}

/** Ends early when the network is back, or at the end. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}
