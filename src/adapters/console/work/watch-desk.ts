import { Bell } from '../../events/bell.ts';
import type { DeskFeed } from './desk-feed.ts';
import { PACE } from './desk-overview.ts';
import { EVERYBODY } from './told.ts';

export interface WatchDesk {
  readonly feed: DeskFeed;
  /** Who watches. */
  readonly agent: string;
  /** The id of the last event that is known: an instant (ISO 8601). */
  readonly after: string | undefined;
  /** Milliseconds between two signs of life, however busy the desk is. */
  readonly heartbeat: number;
  /** A sign of life says what time it is: of a quiet desk nothing else does. */
  readonly clock: () => Date;
  /** Asked at every sign of life; where it says no, the stream ends. */
  readonly isWelcome: () => Promise<boolean>;
  readonly signal: AbortSignal;
}

/**
 * Everything that moves at the desk, as server-sent events, for as long as nobody aborts: first what moved since `after`
 * (nothing where it is undefined), the queue and who is there; then each change. Every event holds the whole of what it
 * is about, so that one told twice does no harm, and a console that is slow to read gets the latest of each alone. What is not
 * its agent's business comes four times a second: two hundred consoles that hear every word of all others at once would
 * keep the service busy with writing alone.
 */
export async function* watchDesk(options: WatchDesk): AsyncGenerator<Buffer> {
  const { feed, agent, after, heartbeat, clock, isWelcome, signal } = options;
  const bell = new Bell();
  const untold = new Map<string, Buffer>();
  let pacing: NodeJS.Timeout | undefined;
  const ring = (): void => {
    clearTimeout(pacing);
    pacing = undefined;
    bell.ring();
  };
  const stop = feed.subscribe(({ key, whose, bytes }) => {
    // What is told anew goes behind what was told meanwhile.
    untold.delete(key);
    untold.set(key, bytes);
    if (whose === agent || whose === EVERYBODY) ring();
    else pacing ??= setTimeout(ring, PACE).unref();
  });
  signal.addEventListener('abort', ring);
  try {
    const begun = [...(after === undefined ? [] : await feed.since(after)), ...(await feed.overview())];
    yield Buffer.concat([Buffer.from('retry: 2000\n\n'), signOfLife(clock()), ...begun.map(({ bytes }) => bytes)]);
    for (let beat = performance.now() + heartbeat; !signal.aborted; ) {
      const left = beat - performance.now();
      if (left <= 0) {
        if (!(await isWelcome())) return;
        beat = performance.now() + heartbeat;
        yield signOfLife(clock());
      } else if (await bell.wait(left)) {
        const all = [...untold.values()];
        untold.clear();
        if (all.length > 0) yield Buffer.concat(all);
      }
    }
  } finally {
    clearTimeout(pacing);
    signal.removeEventListener('abort', ring);
    stop();
  }
}

/** A comment, which event sources skip: `: 2026-03-02T06:00:00.000Z`. */
function signOfLife(now: Date): Buffer {
  return Buffer.from(`: ${now.toISOString()}\n\n`);
}
