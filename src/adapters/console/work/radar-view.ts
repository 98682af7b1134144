import type { z } from 'zod';
import { type Announcement, isRunning, subjectOf } from '../../../bot/announcement.ts';
import { announcementReply } from '../../../bot/announcement-reply.ts';
import type { Incident, Subject } from '../../../handoff/radar.ts';
import type { AnnouncementSchema, IncidentSchema } from './radar-schema.ts';
import type { Work } from './work.ts';

/** An incident as consoles see it. */
export async function incidentView(work: Work, incident: Incident): Promise<z.output<typeof IncidentSchema>> {
  const { id, kind, key, latest, peak, usual, beganAt, endedAt } = incident;
  return {
    ...{ id, kind, ...named(work, incident) },
    error: kind === 'error' ? key : null,
    ...{ count: latest, peak, usual, since: beganAt, endedAt },
    askers: await work.store.askers(incident, beganAt),
  };
}

/** An announcement as consoles see it, with how far it has come. */
export async function announcementView(
  work: Work,
  announcement: Announcement,
  now: string,
): Promise<z.output<typeof AnnouncementSchema>> {
  const { askedFrom: _from, sendingAt, sentAt, ...rest } = announcement;
  const subject = subjectOf(announcement);
  const running = isRunning(announcement, now);
  return {
    ...rest,
    label: named(work, subject).label,
    shown: announcementReply(announcement, now).text,
    byName: (await work.people.agents.byId(announcement.by))?.name ?? null,
    running,
    sending: sendingAt === null ? 'no' : sentAt === null && running ? 'under-way' : 'done',
    ...(await work.store.reached(announcement)),
  };
}

/** The entry that a subject belongs to, and what people call it. */
function named({ knowledge }: Work, { kind, key }: Subject): { readonly entry: number | null; readonly label: string } {
  const entries = [...(knowledge()?.entries().values() ?? [])];
  if (kind === 'entry') {
    return { entry: Number(key), label: entries.find(({ number }) => number === Number(key))?.label ?? `第 ${key} 条` };
  }
  return { entry: entries.find(({ errors }) => errors.includes(key))?.number ?? null, label: key };
}
