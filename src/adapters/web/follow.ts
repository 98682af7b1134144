import type { Line } from '../../bot/message.ts';
import type { Bus, Store } from '../../bot/ports.ts';
import { Bell } from '../events/bell.ts';
import type { PlaceOf } from './queue-places.ts';
import { stateOf, type TalkState } from './talk-state.ts';

export interface Follow {
  readonly store: Pick<Store, 'lines' | 'byId'>;
  readonly placeOf: PlaceOf;
  readonly bus: Pick<Bus, 'subscribe'>;
  /** The talk. */
  readonly id: string;
  /** The number of the last line that is already known. */
  readonly after: number;
  /** Milliseconds of quiet after which it says so. */
  readonly heartbeat: number;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** What happened: a line; another state, or another first line that is still there (all before it were erased); typing; or nothing for a while. */
export type Happening =
  | { readonly is: 'line'; readonly line: Line }
  | { readonly is: 'state'; readonly state: TalkState & { readonly from: number } }
  | { readonly is: 'typing' }
  | { readonly is: 'quiet' };

/** What was read; without a state the talk is gone. */
interface Look {
  readonly state: (TalkState & { readonly from: number }) | undefined;
  readonly lines: readonly Line[];
}

/** Lines read from the store at a time. */
const PAGE = 100;

/**
 * Where a talk begins, then every line of it after `after`, once and in order, for as long as the talk exists and
 * nobody aborts.
 *
 * It listens first and reads then: a line stored in between rings the bell and is read in the next round. The notes
 * themselves carry nothing, so a lost one costs a heartbeat and a doubled one nothing.
 */
export async function* follow({
  store,
  bus,
  placeOf,
  id,
  after,
  heartbeat,
  signal,
}: Follow): AsyncGenerator<Happening> {
  const bell = new Bell();
  const ring = () => bell.ring();
  let typed = false;
  const stop = bus.subscribe(id, (note) => {
    typed ||= note?.typing === 'agent';
    bell.ring();
  });
  signal.addEventListener('abort', ring);
  try {
    let last = after;
    let from = 0;
    let told = '';
    let rung = true;
    const look = async (age: number): Promise<Look> => {
      const record = await store.byId(id);
      // Most rings are of the state alone.
      const isNew = record === undefined || record.seq > last || from === 0;
      const lines = isNew ? await store.lines(id, last, PAGE) : [];
      const [first] = isNew ? await store.lines(id, 0, 1) : [];
      if (from === 0 || (first && first.seq > from)) from = first?.seq ?? 1;
      const state = record && (await stateOf(record, placeOf, age));
      if (state?.state !== 'queued' || state.position !== undefined)
        return { state: state && { ...state, from }, lines };
      // It left the queue while its place was looked for.
      const now = await store.byId(id);
      return { state: now && { ...(await stateOf(now, placeOf, age)), from }, lines };
    };
    while (!signal.aborted) {
      let { state, lines }: Look = await look(rung ? 0 : heartbeat);
      if (state && JSON.stringify(state) !== told) {
        told = JSON.stringify(state);
        yield { is: 'state', state };
      }
      for (const line of lines) {
        yield { is: 'line', line };
        last = line.seq;
      }
      if (lines.length === PAGE) continue;
      if (lines.length === 0 && !state) return;
      // Thousands may wait here: what was read is let go.
      [state, lines] = [undefined, []];
      if (typed) yield { is: 'typing' };
      typed = false;
      rung = await bell.wait(heartbeat);
      if (!rung) yield { is: 'quiet' };
    }
  } finally {
    signal.removeEventListener('abort', ring);
    stop();
  }
}
