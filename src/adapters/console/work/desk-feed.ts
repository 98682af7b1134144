import { NEWS_MISSED } from '../../../bot/news-missed.ts';
import type { BusNote } from '../../../bot/ports.ts';
import type { TalkRecord } from '../../../bot/talk-record.ts';
import { later } from '../../../handoff/later.ts';
import { deskOverview } from './desk-overview.ts';
import { summaryOf } from './summary-of.ts';
import { EVERYBODY, type Told, toldOf } from './told.ts';
import { DESK, RADAR, type Work } from './work.ts';

/** What moves at the desk, read and written once for all consoles that watch it. */
export interface DeskFeed {
  /** Tells of every change from now on; returns how to stop. */
  subscribe(heard: (told: Told) => void): () => void;
  /** Conversations that moved since an instant (ISO 8601). */
  since(at: string): Promise<readonly Told[]>;
  /** The queue and who is there. */
  overview(): Promise<readonly Told[]>;
}

/**
 * A change is stored under the moment at which it was asked for, and a turn may take half a minute; instances' clocks
 * differ, too: so much is told once more. Milliseconds.
 */
const OVERLAP = 60_000;
/** Longer than a connection is gone before anybody notices. Milliseconds. */
const OUTAGE = 15 * 60_000;
/** Consoles read it themselves: it is the same for all, and changes every half minute at most. */
const RADAR_MOVED = toldOf({ key: 'radar', whose: EVERYBODY, event: 'radar', data: '{}' });
/** More conversations than move while a console is cut off. */
const MOST = 10_000;

/**
 * The desk as all consoles of this instance see it. A conversation is told as soon as anything moves in it, also where
 * that is only a note; the queue and who is there at most four times a second where they have changed, and looked at
 * once a heartbeat, since waiting alone changes the order. `failed` hears of what could not be read.
 */
export function deskFeed(work: Work, failed: (error: unknown) => void): DeskFeed {
  const listeners = new Set<(told: Told) => void>();
  const moved = new Set<string>();
  const typing = new Map<string, BusNote['typing']>();
  const overview = deskOverview(work, tell, failed);
  let isReading = false;
  let stop = (): void => {};

  function hear(talk: string, note?: BusNote): void {
    if (talk === NEWS_MISSED) {
      tell(RADAR_MOVED);
      overview.moved();
      void readMissed();
      return;
    }
    if (talk === RADAR) {
      tell(RADAR_MOVED);
      return;
    }
    if (note) typing.set(talk, note.typing);
    else {
      moved.add(talk);
      overview.moved();
    }
    if (!isReading) void readMoved();
  }

  async function readMoved(): Promise<void> {
    isReading = true;
    try {
      while (moved.size + typing.size > 0) {
        const id = work.clock().toISOString();
        const [talks, typed] = [[...moved], [...typing]];
        moved.clear();
        typing.clear();
        for (const talk of talks) {
          const record = talk === DESK ? undefined : await work.store.byId(talk);
          if (record && concerns(record)) tell(talkTold(record, id));
        }
        for (const [talk, by] of typed) {
          const record = await work.store.byId(talk);
          if (record && concerns(record)) tell(typingTold(record, by));
        }
      }
    } catch (error) {
      failed(error);
    } finally {
      isReading = false;
    }
  }

  async function readMissed(): Promise<void> {
    try {
      const records = await work.store.movedSince(later(work.clock().toISOString(), -OUTAGE), MOST);
      for (const { id } of records) moved.add(id);
      if (!isReading) await readMoved();
    } catch (error) {
      failed(error);
    }
  }

  function talkTold(record: TalkRecord, id: string): Told {
    const data = JSON.stringify(summaryOf(record, work.knowledge()));
    return toldOf({ key: `talk ${record.id}`, whose: whoseIs(record), event: 'talk', data, id });
  }

  function tell(told: Told): void {
    for (const heard of listeners) heard(told);
  }

  function begin(): void {
    const unsubscribe = work.bus.subscribeAll(hear);
    const beating = setInterval(() => overview.moved(), work.heartbeat).unref();
    stop = () => {
      unsubscribe();
      clearInterval(beating);
      overview.stop();
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
      return records.map((record) => talkTold(record, id));
    },
    overview: () => overview.now(),
  };
}

function typingTold(record: TalkRecord, by: BusNote['typing']): Told {
  const data = JSON.stringify({ talk: record.id, by });
  return toldOf({ key: `typing ${record.id} ${by}`, whose: whoseIs(record), event: 'typing', data });
}

/** Who has it, or is rung at for it; nobody's while it waits or is the assistant's. */
function whoseIs({ case: { owner, ringing } }: TalkRecord): string | undefined {
  return owner ?? ringing?.agent;
}

/** Conversations that only the assistant ever had are no business of the desk. */
function concerns({ case: life }: TalkRecord): boolean {
  return life.epoch > 0;
}
