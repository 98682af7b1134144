import { randomUUID } from 'node:crypto';
import type { Bus } from '../../bot/ports.ts';
import type { RadarStore } from '../../bot/radar-store.ts';
import { later, msBetween } from '../../handoff/later.ts';
import type { NegativeBinomial } from '../../handoff/negative-binomial.ts';
import { begun, countsOf, goneOn, nameOf, type Subject, suspects, windowFrom } from '../../handoff/radar.ts';
import { HISTORY_MS, historyFrom, usualRate, WINDOW_MS } from '../../handoff/usual-rate.ts';
import { RADAR } from '../console/work/work.ts';
import { type SendParts, sendAnnouncements } from './send-announcements.ts';

export interface RadarParts extends SendParts {
  readonly store: SendParts['store'] & RadarStore;
  readonly bus: Pick<Bus, 'publish'>;
}

/** Milliseconds between two looks at what is asked. */
const PACE = 30_000;

/**
 * Looks every 30 seconds whether many people ask the same, and sends what is announced to those who asked. Several
 * instances may: of what is open, the database keeps one for each subject.
 */
export function keepRadar(parts: RadarParts): (at: string) => Promise<void> {
  const { store, bus } = parts;
  const learnt = new Map<string, { readonly at: string; readonly usual: NegativeBinomial | undefined }>();
  let lookedAt: string | undefined;

  async function look(now: string): Promise<void> {
    const asks = await store.asksFrom(windowFrom(now));
    const all = await store.incidents(later(now, -HISTORY_MS));
    const open = all.filter(({ endedAt }) => endedAt === null);
    const counts = countsOf(asks, open);
    let hasMoved = false;
    for (const incident of open) {
      const next = goneOn(incident, counts, now);
      await store.countIncident(next);
      hasMoved ||= next.latest !== incident.latest || next.endedAt !== null;
    }
    const begin: Subject[] = [...open];
    for (;;) {
      // What one of them explains, the next is not counted for.
      const found = await firstOf(suspects(asks, begin), async (count) => {
        const usual = await usualOf(count, now, all);
        return usual && begun(count, usual, now);
      });
      if (!found) break;
      begin.push(found);
      hasMoved = (await store.beginIncident({ ...found, id: randomUUID() })) || hasMoved;
    }
    if (hasMoved) bus.publish(RADAR);
  }

  async function usualOf(
    subject: Subject,
    now: string,
    incidents: Awaited<ReturnType<RadarStore['incidents']>>,
  ): Promise<NegativeBinomial | undefined> {
    const name = nameOf(subject);
    const known = learnt.get(name);
    if (known && msBetween(known.at, now) < WINDOW_MS) return known.usual;
    const since = await store.firstAsk();
    if (since === undefined) return undefined;
    const quarters = await store.quarters(subject, historyFrom(now));
    const except = incidents
      .filter((incident) => nameOf(incident) === name)
      .map(({ beganAt, endedAt }) => ({ from: beganAt, to: endedAt ?? now }));
    const usual = usualRate({ quarters, since, now, except });
    learnt.set(name, { at: now, usual });
    return usual;
  }

  return async (at) => {
    await sendAnnouncements(parts, at);
    if (lookedAt !== undefined && msBetween(lookedAt, at) < PACE) return;
    lookedAt = at;
    await look(at);
  };
}

/** The first that something comes of. */
async function firstOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Promise<Found | undefined>,
): Promise<Found | undefined> {
  for (const item of items) {
    const found = await find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
