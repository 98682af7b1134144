import { Bell } from '../../events/bell.ts';
import type { DeskFeed } from './desk-feed.ts';

export interface WatchDesk {
  readonly feed: DeskFeed;
  /** The id of the last event that is known: an instant (ISO 8601). */
  readonly after: string | undefined;
  /** Milliseconds between two signs of life, however busy the desk is. */
  readonly heartbeat: number;
  /** Asked at every sign of life; where it says no, the stream ends. */
  readonly isWelcome: () => Promise<boolean>;
  readonly signal: AbortSignal;
}

/**
 * Everything that moves at the desk, as server-sent events, for as long as nobody aborts: first what moved since `after`
 * (nothing where it is undefined), the queue and who is there; then each change. Every event holds the whole of what it
 * is about, so that one told twice does no harm, and a console that is slow to read gets the latest of each alone.
 */
export async function* watchDesk({ feed, after, heartbeat, isWelcome, signal }: WatchDesk): AsyncGenerator<Buffer> {
  const bell = new Bell();
  const untold = new Map<string, Buffer>();
  const stop = feed.subscribe(({ key, bytes }) => {
    // What is told anew goes behind what was told meanwhile.
    untold.delete(key);
    untold.set(key, bytes);
    bell.ring();
  });
  const ring = (): void => bell.ring();
  signal.addEventListener('abort', ring);
  try {
    const begun = [...(after === undefined ? [] : await feed.since(after)), ...(await feed.overview())];
    yield Buffer.concat([Buffer.from('retry: 2000\n\n'), ...begun.map(({ bytes }) => bytes)]);
    for (let beat = performance.now() + heartbeat; !signal.aborted; ) {
      const left = beat - performance.now();
      if (left <= 0) {
        if (!(await isWelcome())) return;
        beat = performance.now() + heartbeat;
        yield Buffer.from(': \n\n');
      } else if (untold.size > 0) {
        const all = [...untold.values()];
        untold.clear();
        yield Buffer.concat(all);
      } else await bell.wait(left);
    }
  } finally {
    signal.removeEventListener('abort', ring);
    stop();
  }
}
