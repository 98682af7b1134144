import { randomUUID } from 'node:crypto';
import { announcementReply, isRunning, type RadarStore } from '../../bot/announcement.ts';
import { type StepParts, takeStep } from '../../bot/desk/take-step.ts';
import { msBetween } from '../../handoff/later.ts';
import * as radar from '../../handoff/radar.ts';
import { RADAR } from '../console/work/work.ts';

interface RadarParts extends StepParts {
  readonly store: StepParts['store'] & RadarStore;
}

/** Milliseconds between two looks at what is asked. */
const PACE = 30_000;
/** Conversations told in one round: about a third of a second's work. */
const AT_ONCE = 50;

/**
 * Looks every 30 seconds whether many people ask the same, and sends what is announced to those who asked. Several
 * instances may: of what is open, the database keeps one for each subject.
 */
export function keepRadar(parts: RadarParts): (at: string) => Promise<void> {
  let lookedAt: string | undefined;
  return async (at) => {
    await sendAnnouncements(parts, at);
    if (lookedAt !== undefined && msBetween(lookedAt, at) < PACE) return;
    lookedAt = at;
    if (await look(parts.store, at)) parts.bus.publish(RADAR);
  };
}

/** Gives whether anything has changed. */
async function look(store: RadarStore, now: string): Promise<boolean> {
  const firstAsk = await store.firstAsk();
  if (firstAsk === undefined) return false;
  const span = radar.historyBefore(now, firstAsk);
  const usual = async (of: radar.Subject) => radar.usualOf(await store.history(of, span));
  const counts = await store.counts(radar.hourBefore(now));
  const open = (await store.incidents(now)).filter(({ endedAt }) => endedAt === null);
  let hasChanged = false;
  for (const incident of open) {
    const latest = counts.find((count) => radar.isSame(count, incident))?.talks ?? 0;
    const next = radar.goneOn(incident, latest, (await usual(incident)) ?? incident.usual, now);
    await store.countIncident(next);
    hasChanged ||= latest !== incident.latest || next.endedAt !== null;
  }
  for (const { talks, since: beganAt, ...subject } of counts) {
    if (talks < radar.FLOOR || open.some((one) => radar.isSame(one, subject))) continue;
    const mean = await usual(subject);
    if (mean === undefined || !radar.isIncident(talks, mean)) continue;
    const begun = { ...subject, id: randomUUID(), beganAt, endedAt: null, latest: talks, peak: talks, usual: mean };
    hasChanged = (await store.beginIncident(begun)) || hasChanged;
  }
  return hasChanged;
}

/**
 * Sends what is announced to those who asked, some in each round: whoever has the conversation, it is the desk that
 * speaks. A conversation is marked in the transaction that tells it, so that whoever dies in the middle has told nobody
 * twice, and the next round goes on with the others.
 */
export async function sendAnnouncements(parts: RadarParts, at: string): Promise<void> {
  const { store, bus } = parts;
  for (const one of await store.announcements(at)) {
    if (one.sendingAt === null || one.sentAt !== null || !isRunning(one, at)) continue;
    const lines = [{ by: 'system' as const, reply: announcementReply(one, at) }];
    const talks = await store.toBeTold(one, AT_ONCE);
    for (const talk of talks) {
      await takeStep(parts, talk, at, async ({ blockedAt }) => {
        const isTold = blockedAt !== null || (await store.untold(talk, at)).every(({ id }) => id !== one.id);
        return isTold ? { steps: [] } : { steps: [], lines, announces: one.id };
      });
    }
    if (talks.length < AT_ONCE) await store.markAnnouncement(one.id, 'sent', at);
    bus.publish(RADAR);
  }
}
