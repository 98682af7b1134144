import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Announcement, announcementReply, isRunning, subjectOf } from '../../../bot/announcement.ts';
import { storedText } from '../../../bot/stored-text.ts';
import { later } from '../../../handoff/later.ts';
import { hourBefore, type Incident, type Subject } from '../../../handoff/radar.ts';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { HttpError } from '../../http-error.ts';
import { allow } from '../allow.ts';
import { agentOf } from '../authenticate-agent.ts';
import { AnnouncementSchema, type IncidentSchema, NewAnnouncement, RadarSchema } from './radar-schema.ts';
import { RADAR, type Work } from './work.ts';

/** How long incidents and announcements that are over are still shown, in milliseconds. */
const RECENT = 24 * 3_600_000;
const One = z.object({ announcement: AnnouncementSchema });
const Params = z.object({ announcement: z.string() });

/** What many people ask at once; what supervisors tell them of it. */
export function radarRoutes(scope: Http, work: Work): void {
  const { store, bus, people, clock } = work;
  const own = { tags: ['console'], security: WITH_SESSION };

  scope.get(
    '/radar',
    {
      schema: {
        ...own,
        summary: '突发：最近 1 小时里问同一件事的人远多于平时；正在用的公告',
        response: { 200: RadarSchema, ...problems(401, 403) },
      },
    },
    async () => {
      const now = clock().toISOString();
      const recent = later(now, -RECENT);
      const incidents = await Promise.all((await store.incidents(recent)).map((one) => incidentView(work, one)));
      const told = await store.announcements(recent);
      const announcements = await Promise.all(told.map((one) => announcementView(work, one, now)));
      return { incidents, announcements, heading: announcementReply({ at: now, text: '' }, now).text.trim() };
    },
  );

  scope.post(
    '/radar/announcements',
    {
      onRequest: allow('supervisor'),
      schema: {
        ...own,
        summary: '发布公告：放在这一条的回答前面；同一件事原来的公告就此结束',
        body: NewAnnouncement,
        response: { 200: One, ...problems(400, 401, 403, 404) },
      },
    },
    async (request) => {
      const at = clock().toISOString();
      const { text, minutes } = request.body;
      const announcement: Announcement = {
        ...(await aboutOf(request.body, at)),
        id: randomUUID(),
        text: storedText(text),
        by: agentOf(request).id,
        at,
        until: later(at, minutes * 60_000),
        endedAt: null,
        sendingAt: null,
        sentAt: null,
      };
      await store.announce(announcement);
      await done(announcement, agentOf(request).id, 'publish', at);
      return { announcement: await announcementView(work, announcement, at) };
    },
  );

  step('send', '补发给问过、还没看到公告的人；每个对话一次', async (announcement, at) => {
    if (!isRunning(announcement, at)) throw new HttpError(409, 'ended', '这条公告已经结束，不能再发。可以写一条新的。');
    if (announcement.sendingAt === null) await store.markAnnouncement(announcement.id, 'sending', at);
    return announcement.sendingAt === null;
  });
  step('end', '提前结束公告', async (announcement, at) => {
    const runs = isRunning(announcement, at);
    if (runs) await store.markAnnouncement(announcement.id, 'ended', at);
    return runs;
  });

  /** Asked again, it changes nothing more. */
  function step(
    name: 'send' | 'end',
    summary: string,
    take: (announcement: Announcement, at: string) => Promise<boolean>,
  ): void {
    scope.post(
      `/radar/announcements/:announcement/${name}`,
      {
        onRequest: allow('supervisor'),
        schema: { ...own, summary, params: Params, response: { 200: One, ...problems(401, 403, 404, 409) } },
      },
      async (request) => {
        const at = clock().toISOString();
        const announcement = await found(request.params.announcement, at);
        if (await take(announcement, at)) await done(announcement, agentOf(request).id, name, at);
        return { announcement: await announcementView(work, await found(announcement.id, at), at) };
      },
    );
  }

  async function found(id: string, at: string): Promise<Announcement> {
    const announcement = (await store.announcements(later(at, -RECENT))).find((one) => one.id === id);
    if (!announcement) throw new HttpError(404, 'no-announcement', '没有这条公告，请刷新后再看。');
    return announcement;
  }

  async function done({ id, entry, error }: Announcement, who: string, act: string, at: string): Promise<void> {
    await people.audit.add({ at, who, what: 'announcement', detail: { announcement: id, act, entry, error } });
    bus.publish(RADAR);
  }

  /** What it is about, and since when people asked for it. */
  async function aboutOf(
    { incident: id, entry, error }: z.output<typeof NewAnnouncement>,
    at: string,
  ): Promise<Pick<Announcement, 'incident' | 'entry' | 'error' | 'askedFrom'>> {
    if (id !== undefined) {
      const incident = (await store.incidents(later(at, -RECENT))).find((one) => one.id === id);
      if (!incident) throw new HttpError(404, 'no-incident', '没有这次突发，请刷新后再看。');
      const { kind, key, beganAt } = incident;
      const isEntry = kind === 'entry';
      return { incident: id, entry: isEntry ? Number(key) : null, error: isEntry ? null : key, askedFrom: beganAt };
    }
    const entries = [...(work.knowledge()?.entries().values() ?? [])];
    const exists = entries.some((one) => one.number === entry || one.errors.includes(error ?? ''));
    if (!exists) throw new HttpError(404, 'no-entry', '没有这个条目或提示，请核对编号或原文。');
    return { incident: null, entry: entry ?? null, error: error ?? null, askedFrom: hourBefore(at) };
  }
}

async function incidentView(work: Work, incident: Incident): Promise<z.output<typeof IncidentSchema>> {
  const { id, kind, key, latest: count, peak, usual, beganAt: since, endedAt } = incident;
  const askers = await work.store.askers(incident, since);
  const error = kind === 'error' ? key : null;
  return { id, kind, ...named(work, incident), error, count, peak, usual, since, endedAt, askers };
}

async function announcementView(
  work: Work,
  announcement: Announcement,
  now: string,
): Promise<z.output<typeof AnnouncementSchema>> {
  const { askedFrom: _from, sendingAt, sentAt, ...rest } = announcement;
  const running = isRunning(announcement, now);
  return {
    ...rest,
    label: named(work, subjectOf(announcement)).label,
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
