import { type Kysely, sql } from 'kysely';
import type { RadarStore } from '../../bot/radar-store.ts';
import type { Incident } from '../../handoff/radar.ts';
import { announcements } from './announcements.ts';
import { asksOf } from './asks-of.ts';
import type { IncidentsTable } from './radar-tables.ts';
import type { Tables } from './tables.ts';

/** More incidents than two weeks have. */
const MOST = 1_000;

/** What many people ask at once, and what they are told. */
export function radar(db: Kysely<Tables>): RadarStore {
  return {
    async asksFrom(from) {
      return db
        .selectFrom('asked')
        .select(['talk', 'entry', 'error', ({ fn }) => fn.min<string>('at').as('at')])
        .where('at', '>=', from)
        .where(({ eb, or }) => or([eb('entry', 'is not', null), eb('error', 'is not', null)]))
        .groupBy(['talk', 'entry', 'error'])
        .execute();
    },

    async firstAsk() {
      const row = await db.selectFrom('asked').select('at').orderBy('at').limit(1).executeTakeFirst();
      return row?.at;
    },

    async quarters(subject, from) {
      const rows = await asksOf(db, subject, from)
        .select([
          sql<string>`substr(asked.at, 1, 13)`.as('hour'),
          sql<number>`cast(substr(asked.at, 15, 2) as integer) / 15`.as('quarter'),
          sql<number>`count(distinct asked.talk)`.as('talks'),
        ])
        .groupBy(['hour', 'quarter'])
        .execute();
      return rows.map(({ hour, quarter, talks }) => ({
        at: `${hour}:${String(quarter * 15).padStart(2, '0')}:00.000Z`,
        talks: Number(talks),
      }));
    },

    async incidents(endedFrom) {
      const rows = await db
        .selectFrom('incidents')
        .selectAll()
        .where(({ eb, or }) => or([eb('ended_at', 'is', null), eb('ended_at', '>=', endedFrom)]))
        .orderBy('began_at', 'desc')
        .orderBy('id')
        .limit(MOST)
        .execute();
      return rows.map(incidentOf);
    },

    async incident(id) {
      const row = await db.selectFrom('incidents').selectAll().where('id', '=', id).executeTakeFirst();
      return row && incidentOf(row);
    },

    async beginIncident(incident) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('incidents')
        .values(incidentToRow(incident))
        .onConflict((again) => again.doNothing())
        .executeTakeFirst();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },

    async countIncident({ id, latest, peak, loudAt, endedAt }) {
      await db
        .updateTable('incidents')
        .set({ latest, peak, loud_at: loudAt, ended_at: endedAt })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .execute();
    },

    async askers(subject, from) {
      const rows = await asksOf(db, subject, from)
        .innerJoin('talks', 'talks.id', 'asked.talk')
        .where('talks.blocked_at', 'is', null)
        .select(['talks.channel', sql<number>`count(distinct asked.talk)`.as('talks')])
        .groupBy('talks.channel')
        .orderBy('talks.channel')
        .execute();
      return rows.map(({ channel, talks }) => ({ channel, talks: Number(talks) }));
    },

    ...announcements(db),
  };
}

function incidentOf({ began_at, ended_at, loud_at, ...row }: IncidentsTable): Incident {
  return { ...row, beganAt: began_at, endedAt: ended_at, loudAt: loud_at };
}

function incidentToRow({ beganAt, endedAt, loudAt, ...rest }: Incident): IncidentsTable {
  return { ...rest, began_at: beganAt, ended_at: endedAt, loud_at: loudAt };
}
