import type { Kysely } from 'kysely';
import type { Windows } from '../../bot/channel-store.ts';
import type { Tables } from './tables.ts';

/** How much channels may still be written to. */
export function windows(db: Kysely<Tables>): Windows {
  return {
    async openWindow(talk, { until, left }) {
      await db
        .insertInto('windows')
        .values({ talk, until, messages: left })
        .onConflict((again) => again.column('talk').doUpdateSet({ until, messages: left }))
        .execute();
    },

    async windowOf(talk) {
      const row = await db
        .selectFrom('windows')
        .select(['until', 'messages'])
        .where('talk', '=', talk)
        .executeTakeFirst();
      return row && { until: row.until, left: row.messages };
    },

    async spend(talk, now) {
      const { numUpdatedRows } = await db
        .updateTable('windows')
        .set(({ eb }) => ({ messages: eb('messages', '-', 1) }))
        .where('talk', '=', talk)
        .where('until', '>', now)
        .where(({ eb, or }) => or([eb('messages', 'is', null), eb('messages', '>', 0)]))
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async refund(talk) {
      await db
        .updateTable('windows')
        .set(({ eb }) => ({ messages: eb('messages', '+', 1) }))
        .where('talk', '=', talk)
        .execute();
    },
  };
}
