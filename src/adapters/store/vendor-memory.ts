import type { Kysely } from 'kysely';
import type { VendorMemory } from '../../bot/channel-store.ts';
import type { Tables } from './tables.ts';

/** What adapters remember across restarts and instances. */
export function vendorMemory(db: Kysely<Tables>): VendorMemory {
  return {
    async recall(name, now) {
      const row = await db
        .selectFrom('vendor_memory')
        .select(['value', 'until'])
        .where('name', '=', name)
        .executeTakeFirst();
      if (!row || row.value === null || (row.until !== null && row.until <= now)) return undefined;
      return row.value;
    },

    async remember(name, value, until, now) {
      await db.deleteFrom('vendor_memory').where('until', '<=', now).where('name', '<>', name).execute();
      await db
        .insertInto('vendor_memory')
        .values({ name, value, until, held_until: null })
        .onConflict((again) => again.column('name').doUpdateSet({ value, until }))
        .execute();
    },

    async hold(name, now, until) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('vendor_memory')
        .values({ name, value: null, until: null, held_until: until })
        .onConflict((again) =>
          again
            .column('name')
            .doUpdateSet({ held_until: until })
            .where(({ eb, or }) =>
              or([eb('vendor_memory.held_until', 'is', null), eb('vendor_memory.held_until', '<=', now)]),
            ),
        )
        .executeTakeFirst();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },

    async letGo(name) {
      await db.updateTable('vendor_memory').set({ held_until: null }).where('name', '=', name).execute();
    },
  };
}
