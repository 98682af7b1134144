import { queueOf } from './queue-route.ts';
import { EVERYBODY, type Told, toldOf } from './told.ts';
import type { Work } from './work.ts';

/** The queue and who is there, read for all consoles together. */
export interface DeskOverview {
  /** Something has moved: it is read within a quarter of a second, and told where it has changed. */
  moved(): void;
  /** As it is now. */
  now(): Promise<readonly Told[]>;
  /** Forgets all that was read. */
  stop(): void;
}

/** Milliseconds between two readings: a queue that moves all the time is told four times a second. */
export const PACE = 250;

export function deskOverview(work: Work, tell: (told: Told) => void, failed: (error: unknown) => void): DeskOverview {
  const last = new Map<string, string>();
  let latest: { readonly at: number; readonly told: Promise<readonly Told[]> } | undefined;
  let isStale = true;
  let pacing: NodeJS.Timeout | undefined;

  /** One after the other, so that the last one told is the last one read. */
  function read(): Promise<readonly Told[]> {
    const told = (latest?.told ?? Promise.resolve()).then(readOnce, readOnce);
    latest = { at: performance.now(), told };
    isStale = false;
    return told;
  }

  async function readOnce(): Promise<readonly Told[]> {
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

  /** Told to all where it is new to them, whoever it was read for: nobody is left with an older one. */
  function tellNew(event: 'queue' | 'presence', data: object, id: string): Told {
    const text = JSON.stringify(data);
    const told = toldOf({ key: event, whose: EVERYBODY, event, data: text, id });
    if (last.get(event) !== text) tell(told);
    last.set(event, text);
    return told;
  }

  return {
    moved() {
      isStale = true;
      if (pacing) return;
      const left = latest ? latest.at + PACE - performance.now() : 0;
      const due = (): void => {
        pacing = undefined;
        read().catch(failed);
      };
      pacing = setTimeout(due, Math.max(0, left)).unref();
    },
    now: () => (latest && !isStale && performance.now() - latest.at < PACE ? latest.told : read()),
    stop() {
      clearTimeout(pacing);
      pacing = undefined;
      latest = undefined;
      last.clear();
    },
  };
}
