import type { TalkRecord } from '../../../bot/ports.ts';
import { later } from '../../../handoff/later.ts';
import { queueOf } from './queue-route.ts';
import { summaryOf } from './summary-of.ts';
import { DESK, type Work } from './work.ts';

/** An event as consoles are sent it. Of two with the same key, the later one holds all that the earlier one told. */
export interface Told {
  readonly key: string;
  /** Written once for all who are sent it. */
  readonly bytes: Buffer;
}

/** What moves at the desk, read and written once for all consoles that watch it. */
export interface DeskFeed {
  /** Tells of every change from now on; returns how to stop. */
  subscribe(heard: (told: Told) => void): () => void;
  /** Conversations that moved since an instant (ISO 8601). */
  since(at: string): Promise<readonly Told[]>;
  /** The queue and who is there. */
  overview(): Promise<readonly Told[]>;
}

/** Milliseconds between two readings of the queue and of who is there. */
const PACE = 250;
/**
 * A change is stored under the moment at which it was asked for, and a turn may take half a minute; instances' clocks
 * differ, too: so much is told once more. Milliseconds.
 */
const OVERLAP = 60_000;
/** More conversations than move while a console is cut off. */
const MOST = 10_000;

/**
 * The desk as all consoles of this instance see it. A conversation is told at once, also where only its notes moved; the
 * queue and who is there at most four times a second where they have changed, and looked at once a heartbeat, since
 * waiting alone changes the order. `failed` hears of what could not be read.
 */
export function deskFeed(work: Work, failed: (error: unknown) => void): DeskFeed {
  const listeners = new Set<(told: Told) => void>();
  const moved = new Set<string>();
  const last = new Map<string, string>();
  let stop = (): void => {};
  let isReading = false;
  let pacing: NodeJS.Timeout | undefined;
  let overviewed: { readonly at: number; readonly told: Promise<readonly Told[]> } | undefined;
  let hasMoved = false;

  function hear(talk: string, note?: { readonly typing: 'user' | 'agent' }): void {
    if (note) {
      const data = JSON.stringify({ talk, by: note.typing });
      tell({ key: `typing ${talk} ${note.typing}`, bytes: written('typing', data) });
      return;
    }
    moved.add(talk);
    hasMoved = true;
    if (!isReading) void readMoved();
  }

  async function readMoved(): Promise<void> {
    isReading = true;
    try {
      while (moved.size > 0) {
        const id = work.clock().toISOString();
        const talks = [...moved];
        moved.clear();
        for (const talk of talks) {
          const record = talk === DESK ? undefined : await work.store.byId(talk);
          if (record && concerns(record)) tell(toldOf(record, id));
        }
        overviewSoon();
      }
    } catch (error) {
      failed(error);
    } finally {
      isReading = false;
    }
  }

  function overviewSoon(): void {
    if (pacing || listeners.size === 0) return;
    const left = overviewed ? overviewed.at + PACE - performance.now() : 0;
    pacing = setTimeout(
      () => {
        pacing = undefined;
        read().catch(failed);
      },
      Math.max(0, left),
    ).unref();
  }

  /** One after the other, so that the last one told is the last one read. */
  function read(): Promise<readonly Told[]> {
    const told = (overviewed?.told ?? Promise.resolve()).then(readOverview, readOverview);
    overviewed = { at: performance.now(), told };
    hasMoved = false;
    return told;
  }

  async function readOverview(): Promise<readonly Told[]> {
    const id = work.clock().toISOString();
    const talks = await queueOf(work);
    const loads = await work.store.loads();
    const agents = (await work.store.presences()).map(({ agent, available }) => ({
      agent,
      available,
      load: loads.get(agent) ?? 0,
    }));
    return [tellNew('queue', { talks }, id), tellNew('presence', { agents }, id)];
  }

  /** A reading is told to all where it is new to them, whoever it was made for: nobody is left with an older one. */
  function tellNew(event: 'queue' | 'presence', data: object, id: string): Told {
    const text = JSON.stringify(data);
    const told = { key: event, bytes: written(event, text, id) };
    if (last.get(event) !== text) tell(told);
    last.set(event, text);
    return told;
  }

  function toldOf(record: TalkRecord, id: string): Told {
    const text = JSON.stringify(summaryOf(record, work.knowledge()));
    return { key: `talk ${record.id}`, bytes: written('talk', text, id) };
  }

  function tell(told: Told): void {
    for (const heard of listeners) heard(told);
  }

  function begin(): void {
    const unsubscribe = work.bus.subscribeAll(hear);
    const beating = setInterval(overviewSoon, work.heartbeat).unref();
    stop = () => {
      unsubscribe();
      clearInterval(beating);
      clearTimeout(pacing);
      pacing = undefined;
      overviewed = undefined;
      last.clear();
    };
  }

  return {
    subscribe(heard) {
      // The same function may listen twice.
      const mine = (told: Told): void => heard(told);
      if (listeners.size === 0) begin();
      listeners.add(mine);
      return () => {
        if (listeners.delete(mine) && listeners.size === 0) stop();
      };
    },
    async since(at) {
      const id = work.clock().toISOString();
      const records = await work.store.movedSince(later(at, -OVERLAP), MOST);
      return records.map((record) => toldOf(record, id));
    },
    overview: () => (overviewed && !hasMoved && performance.now() - overviewed.at < PACE ? overviewed.told : read()),
  };
}

/** Conversations that only the assistant ever had are no business of the desk. */
function concerns({ case: life }: TalkRecord): boolean {
  return life.epoch > 0;
}

/** As a server-sent event; `data` is JSON. */
function written(event: string, data: string, id?: string): Buffer {
  return Buffer.from(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`);
}
