import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** What only one instance does at a time. */
export interface Leases {
  /** Takes a lease, or keeps it, until a moment; false where another instance has it. Times are ISO 8601. */
  lead(name: string, holder: string, now: string, until: string): Promise<boolean>;
  /** Gives it up, so that another need not wait. */
  stepDown(name: string, holder: string): Promise<void>;
}

export function leases(db: Kysely<Tables>): Leases {
  return {
    async lead(name, holder, now, until) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('leases')
        .values({ name, holder, until })
        .onConflict((again) =>
          again
            .column('name')
            .doUpdateSet({ holder, until })
            .where(({ eb, or }) => or([eb('leases.holder', '=', holder), eb('leases.until', '<=', now)])),
        )
        .executeTakeFirst();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },

    async stepDown(name, holder) {
      await db.deleteFrom('leases').where('name', '=', name).where('holder', '=', holder).execute();
    },
  };
}
