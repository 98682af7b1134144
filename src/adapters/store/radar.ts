import { type Kysely, sql } from 'kysely';
import { type Announcement, type RadarStore, subjectOf } from '../../bot/announcement.ts';
import type { Subject } from '../../handoff/radar.ts';
import { compiledOnce } from './compiled-once.ts';
import type { Tables } from './tables.ts';

const ANNOUNCEMENT = [
  ...(['id', 'incident', 'entry', 'error', 'said as text', 'author as by', 'announcements.at', 'until'] as const),
  ...(['ended_at as endedAt', 'asked_from as askedFrom', 'sending_at as sendingAt', 'sent_at as sentAt'] as const),
] as const;

/** What many people ask at once, what they are told, and who was told. */
export function radar(db: Kysely<Tables>): RadarStore {
  const untold = compiledOnce(db, ({ talk, at }: { readonly talk: string; readonly at: string }) =>
    db
      .selectFrom('announcements')
      .select(ANNOUNCEMENT)
      .where('ended_at', 'is', null)
      .where('until', '>', at)
      .where('announcements.at', '<=', at)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('announced')
              .select('talk')
              .whereRef('announcement', '=', 'announcements.id')
              .where('talk', '=', talk),
          ),
        ),
      )
      .orderBy('announcements.at')
      .orderBy('id'),
  );

  return {
    async counts(from) {
      const rows = await db
        .selectFrom('asked')
        .select([
          'error',
          sql<number | null>`case when error is null then entry end`.as('alone'),
          sql<number>`count(distinct talk)`.as('talks'),
          sql<string>`min(at)`.as('since'),
        ])
        .where('at', '>=', from)
        .where(({ eb, or }) => or([eb('entry', 'is not', null), eb('error', 'is not', null)]))
        .groupBy(['error', 'alone'])
        .execute();
      return rows.map(({ error, alone, talks, since }) => {
        return { ...subjectOf({ entry: alone, error }), talks: Number(talks), since };
      });
    },

    async firstAsk() {
      const row = await db.selectFrom('asked').select('at').orderBy('at').limit(1).executeTakeFirst();
      return row?.at;
    },

    async history(subject, { from, to }) {
      const begin = to.slice(11);
      const end = new Date(Date.parse(to) + 3_600_000).toISOString().slice(11);
      const time = sql`substr(asked.at, 12)`;
      // From 23:20 to 00:20 is later than the one or earlier than the other.
      const isThisTime =
        begin < end ? sql`${time} >= ${begin} and ${time} < ${end}` : sql`(${time} >= ${begin} or ${time} < ${end})`;
      const asks = asksOf(db, subject, from).where('asked.at', '<', to);
      const { talks, thisTime } = await (subject.kind === 'entry' ? asks.where('error', 'is', null) : asks)
        .select([
          sql<number>`count(distinct asked.talk || substr(asked.at, 1, 13))`.as('talks'),
          sql<number>`count(distinct case when ${isThisTime} then asked.talk || substr(asked.at, 1, 10) end)`.as(
            'thisTime',
          ),
        ])
        .executeTakeFirstOrThrow();
      return { from, to, talks: Number(talks), thisTime: Number(thisTime) };
    },

    async incidents(endedFrom) {
      return db
        .selectFrom('incidents')
        .select(['id', 'kind', 'key', 'began_at as beganAt', 'ended_at as endedAt', 'latest', 'peak', 'usual'])
        .where(({ eb, or }) => or([eb('ended_at', 'is', null), eb('ended_at', '>=', endedFrom)]))
        .orderBy('began_at', 'desc')
        .orderBy('id')
        .execute();
    },

    async beginIncident({ beganAt, endedAt, ...rest }) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('incidents')
        .values({ ...rest, began_at: beganAt, ended_at: endedAt, calm: 0, loud_at: beganAt })
        .onConflict((again) => again.doNothing())
        .executeTakeFirst();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },

    async countIncident({ id, latest, peak, usual, endedAt }) {
      await db
        .updateTable('incidents')
        .set({ latest, peak, usual, ended_at: endedAt })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .execute();
    },

    async askers(subject, from) {
      const { talks } = await asksOf(db, subject, from)
        .innerJoin('talks', 'talks.id', 'asked.talk')
        .where('talks.blocked_at', 'is', null)
        .select(sql<number>`count(distinct asked.talk)`.as('talks'))
        .executeTakeFirstOrThrow();
      return Number(talks);
    },

    async announce({ text, by, endedAt, askedFrom, sendingAt, sentAt, ...rest }) {
      const { entry, error, at } = rest;
      await db.transaction().execute(async (transaction) => {
        await transaction
          .updateTable('announcements')
          .set({ ended_at: at })
          .where('ended_at', 'is', null)
          .where('until', '>', at)
          .where(({ eb }) => (entry === null ? eb('error', '=', error) : eb('entry', '=', entry)))
          .execute();
        const times = { ended_at: endedAt, asked_from: askedFrom, sending_at: sendingAt, sent_at: sentAt };
        await transaction
          .insertInto('announcements')
          .values({ ...rest, said: text, author: by, ...times })
          .execute();
      });
    },

    async announcements(over) {
      return db
        .selectFrom('announcements')
        .select(ANNOUNCEMENT)
        .where('until', '>=', over)
        .where(({ eb, or }) => or([eb('ended_at', 'is', null), eb('ended_at', '>=', over)]))
        .orderBy('announcements.at', 'desc')
        .orderBy('id')
        .execute();
    },

    untold: (talk, at) => untold({ talk, at }),

    async toBeTold(announcement, limit) {
      const rows = await untoldAskers(db, announcement)
        .select('asked.talk')
        .distinct()
        .orderBy('asked.talk')
        .limit(limit)
        .execute();
      return rows.map(({ talk }) => talk);
    },

    async reached(announcement) {
      const told = await db
        .selectFrom('announced')
        .select(['sent', ({ fn }) => fn.countAll().as('talks')])
        .where('announcement', '=', announcement.id)
        .groupBy('sent')
        .execute();
      const left = await untoldAskers(db, announcement)
        .select(sql<number>`count(distinct asked.talk)`.as('talks'))
        .executeTakeFirstOrThrow();
      const talks = (sent: number): number => Number(told.find((row) => row.sent === sent)?.talks ?? 0);
      return { answered: talks(0), sent: talks(1), left: Number(left.talks) };
    },

    async markAnnouncement(id, mark, at) {
      const column = `${mark}_at` as const;
      await db
        .updateTable('announcements')
        .set({ [column]: at })
        .where('id', '=', id)
        .where(column, 'is', null)
        .execute();
    },
  };
}

/** What was asked for a subject from a moment on. */
function asksOf(db: Kysely<Tables>, { kind, key }: Subject, from: string) {
  const all = db.selectFrom('asked').where('asked.at', '>=', from);
  return kind === 'entry' ? all.where('asked.entry', '=', Number(key)) : all.where('asked.error', '=', key);
}

/** Who asked for it while it mattered, is not blocked and was not told. */
function untoldAskers(db: Kysely<Tables>, announcement: Announcement) {
  const { id, askedFrom, until, endedAt } = announcement;
  return asksOf(db, subjectOf(announcement), askedFrom)
    .innerJoin('talks', 'talks.id', 'asked.talk')
    .where('talks.blocked_at', 'is', null)
    .where('asked.at', '<', endedAt ?? until)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('announced')
            .select('announced.talk')
            .where('announced.announcement', '=', id)
            .whereRef('announced.talk', '=', 'asked.talk'),
        ),
      ),
    );
}
