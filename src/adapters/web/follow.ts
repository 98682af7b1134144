import type { Line } from '../../bot/message.ts';
import type { Bus, Store } from '../../bot/ports.ts';
import { Bell } from './bell.ts';

export interface Follow {
  readonly store: Pick<Store, 'lines' | 'byId'>;
  readonly bus: Pick<Bus, 'subscribe'>;
  /** The talk. */
  readonly id: string;
  /** The number of the last line that is already known. */
  readonly after: number;
  /** Milliseconds after which a quiet talk yields `undefined`. */
  readonly heartbeat: number;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** Lines read from the store at a time. */
const PAGE = 100;

/**
 * Every line of a talk after `after`, once and in order, for as long as the talk exists and nobody aborts.
 *
 * It listens first and reads then: a line stored in between rings the bell and is read in the next round. The notes
 * themselves carry nothing, so a lost one costs a heartbeat and a doubled one nothing.
 */
export async function* follow({ store, bus, id, after, heartbeat, signal }: Follow): AsyncGenerator<Line | undefined> {
  const bell = new Bell();
  const ring = () => bell.ring();
  const stop = bus.subscribe(id, ring);
  signal.addEventListener('abort', ring);
  try {
    let last = after;
    while (!signal.aborted) {
      const lines = await store.lines(id, last, PAGE);
      for (const line of lines) {
        yield line;
        last = line.seq;
      }
      if (lines.length === PAGE) continue;
      if (lines.length === 0 && !(await store.byId(id))) return;
      if (!(await bell.wait(heartbeat))) yield undefined;
    }
  } finally {
    signal.removeEventListener('abort', ring);
    stop();
  }
}
