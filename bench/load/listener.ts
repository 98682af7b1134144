import type { Open } from '../desk-fixture.ts';
import { inParallel } from './asking.ts';
import { followTalk } from './stream.ts';

/** Somebody who waits in the queue with the chat open. */
export interface Listener {
  readonly talk: string;
  /** The last place they were told, and when, on the clock of `performance`. */
  readonly place: number | undefined;
  readonly at: number;
  readonly isOpen: boolean;
  close(): void;
}

export async function listenTo(origin: string, open: Open): Promise<Listener> {
  let [place, at]: [number | undefined, number] = [undefined, 0];
  const stream = await followTalk(origin, open, ({ event, data }) => {
    if (event !== 'state') return;
    at = performance.now();
    place = (JSON.parse(data) as { position?: number }).position;
  });
  return {
    talk: open.talk,
    get place() {
      return place;
    },
    get at() {
      return at;
    },
    get isOpen() {
      return stream.isOpen;
    },
    close: stream.close,
  };
}

/** Streams that are being opened at once. */
const AT_ONCE = 50;

/** All of them, in the order of the conversations. */
export async function listenAll(origin: string, talks: readonly Open[]): Promise<readonly Listener[]> {
  const listeners: Listener[] = [];
  const each = talks.map((open, at) => async () => {
    listeners[at] = await listenTo(origin, open);
  });
  await inParallel(each, AT_ONCE);
  return listeners;
}
