import type { Kysely } from 'kysely';
import type { Inbox } from '../../bot/channel-store.ts';
import type { Tables } from './tables.ts';

const ORIGIN = performance.timeOrigin;

/** What came from vendors and is to be worked on. */
export function inbox(db: Kysely<Tables>): Inbox {
  return {
    async take({ channel, id, key, at, sealed }, now) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('inbox')
        .values({ channel, id, key, nth: arrivedAt(), at, sealed, tries: 0, free_at: now, done_at: null })
        .onConflict((again) => again.columns(['channel', 'id']).doNothing())
        .executeTakeFirst();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },

    async begin(channel, key, now, until) {
      const first = await db
        .selectFrom('inbox')
        .select(['id', 'at', 'sealed', 'tries', 'free_at'])
        .where('channel', '=', channel)
        .where('key', '=', key)
        .where('done_at', 'is', null)
        .orderBy('at')
        .orderBy('nth')
        .limit(1)
        .executeTakeFirst();
      if (!first || first.sealed === null || first.free_at > now) return undefined;
      const { id, at, sealed, tries, free_at } = first;
      const { numUpdatedRows } = await db
        .updateTable('inbox')
        .set({ free_at: until, tries: tries + 1 })
        .where('channel', '=', channel)
        .where('id', '=', id)
        .where('done_at', 'is', null)
        .where('tries', '=', tries)
        .where('free_at', '=', free_at)
        .executeTakeFirst();
      return numUpdatedRows > 0n ? { channel, id, key, at, sealed, tries } : undefined;
    },

    async finish({ channel, id }, now) {
      await db
        .updateTable('inbox')
        // Whose it was is known by nobody any more: the key names a person at their channel.
        .set({ done_at: now, sealed: null, key: '' })
        .where('channel', '=', channel)
        .where('id', '=', id)
        .execute();
    },

    async putBack({ channel, id }, until) {
      await db
        .updateTable('inbox')
        .set({ free_at: until })
        .where('channel', '=', channel)
        .where('id', '=', id)
        .where('done_at', 'is', null)
        .execute();
    },

    async waiting(channel, now) {
      const rows = await db
        .selectFrom('inbox')
        .select('key')
        .distinct()
        .where('channel', '=', channel)
        .where('done_at', 'is', null)
        .where('free_at', '<=', now)
        .execute();
      return rows.map(({ key }) => key);
    },

    async forget(before) {
      await db.deleteFrom('inbox').where('done_at', '<', before).execute();
    },
  };
}

/** Microseconds since 1970, as near as a clock tells, never the same twice in one process. */
let last = 0;
function arrivedAt(): number {
  last = Math.max(last + 1, Math.round((ORIGIN + performance.now()) * 1_000));
  return last;
}
