import { type Kysely, sql } from 'kysely';
import { type Announcement, subjectOf } from '../../bot/announcement.ts';
import type { RadarStore } from '../../bot/radar-store.ts';
import { asksOf } from './asks-of.ts';
import { compiledOnce } from './compiled-once.ts';
import type { AnnouncementsTable } from './radar-tables.ts';
import type { Tables } from './tables.ts';

type OfAnnouncements = Omit<
  RadarStore,
  'asksFrom' | 'firstAsk' | 'quarters' | 'incidents' | 'incident' | 'beginIncident' | 'countIncident' | 'askers'
>;

/** More announcements than a desk looks back at. */
const MOST = 50;

/** What people are told of an entry or an error, and who was told. */
export function announcements(db: Kysely<Tables>): OfAnnouncements {
  const wanted = db.selectFrom('announcements').selectAll('announcements');
  const running = (at: string) =>
    wanted.where('ended_at', 'is', null).where('until', '>', at).where('announcements.at', '<=', at);
  const untold = compiledOnce(db, ({ talk, at }: { readonly talk: string; readonly at: string }) =>
    running(at)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('announced')
              .select('announced.talk')
              .whereRef('announced.announcement', '=', 'announcements.id')
              .where('announced.talk', '=', talk),
          ),
        ),
      )
      .orderBy('announcements.at')
      .orderBy('id'),
  );

  return {
    async announce(announcement) {
      const { entry, error, at } = announcement;
      await db.transaction().execute(async (transaction) => {
        await transaction
          .updateTable('announcements')
          .set({ ended_at: at })
          .where('ended_at', 'is', null)
          .where('until', '>', at)
          .where(({ eb }) => (entry === null ? eb('error', '=', error) : eb('entry', '=', entry)))
          .execute();
        await transaction.insertInto('announcements').values(announcementToRow(announcement)).execute();
      });
    },

    async announcement(id) {
      const row = await wanted.where('id', '=', id).executeTakeFirst();
      return row && announcementOf(row);
    },

    async announcements(over) {
      const rows = await wanted
        .where('until', '>=', over)
        .where(({ eb, or }) => or([eb('ended_at', 'is', null), eb('ended_at', '>=', over)]))
        .orderBy('announcements.at', 'desc')
        .orderBy('id')
        .limit(MOST)
        .execute();
      return rows.map(announcementOf);
    },

    async untold(talk, at) {
      return (await untold({ talk, at })).map(announcementOf);
    },

    async wasTold(announcement, talk) {
      const row = await db
        .selectFrom('announced')
        .select('at')
        .where('announcement', '=', announcement)
        .where('talk', '=', talk)
        .executeTakeFirst();
      return row !== undefined;
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

    async beginSending(id, at) {
      await db
        .updateTable('announcements')
        .set({ sending_at: at })
        .where('id', '=', id)
        .where('sending_at', 'is', null)
        .execute();
    },

    async sending(at) {
      const rows = await running(at).where('sending_at', 'is not', null).where('sent_at', 'is', null).execute();
      return rows.map(announcementOf);
    },

    async toBeTold(announcement, limit) {
      const rows = await untoldAskers(db, announcement)
        .select('asked.talk')
        .distinct()
        .orderBy('asked.talk')
        .limit(limit)
        .execute();
      return rows.map(({ talk }) => talk);
    },

    async endSending(id, at) {
      await db
        .updateTable('announcements')
        .set({ sent_at: at })
        .where('id', '=', id)
        .where('sent_at', 'is', null)
        .execute();
    },

    async endAnnouncement(id, at) {
      await db
        .updateTable('announcements')
        .set({ ended_at: at })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .execute();
    },
  };
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

function announcementOf(row: AnnouncementsTable): Announcement {
  const { said, author, ended_at, asked_from, sending_at, sent_at, ...rest } = row;
  return {
    ...rest,
    text: said,
    by: author,
    endedAt: ended_at,
    askedFrom: asked_from,
    sendingAt: sending_at,
    sentAt: sent_at,
  };
}

function announcementToRow(announcement: Announcement): AnnouncementsTable {
  const { text, by, endedAt, askedFrom, sendingAt, sentAt, ...rest } = announcement;
  return {
    ...rest,
    said: text,
    author: by,
    ended_at: endedAt,
    asked_from: askedFrom,
    sending_at: sendingAt,
    sent_at: sentAt,
  };
}
