import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

interface Rate {
  readonly hits: number;
  /** Milliseconds until the window ends. */
  readonly ttl: number;
}

/** Counts what is limited, over all instances. */
export interface Rates {
  /** Counts one more of `key` in its window of so many milliseconds; `now` since 1970. */
  count(key: string, windowMs: number, now: number): Promise<Rate>;
  /** Forgets the windows that are over. */
  forget(now: number): Promise<void>;
}

export function rates(db: Kysely<Tables>): Rates {
  return {
    async count(key, windowMs, now) {
      const ends = now + windowMs;
      const row = await db
        .insertInto('asked_rates')
        .values({ key, hits: 1, ends })
        .onConflict((again) =>
          again.column('key').doUpdateSet({
            hits: sql<number>`case when asked_rates.ends <= ${now} then 1 else asked_rates.hits + 1 end`,
            ends: sql<number>`case when asked_rates.ends <= ${now} then ${ends} else asked_rates.ends end`,
          }),
        )
        .returning(['hits', 'ends'])
        .executeTakeFirstOrThrow();
      return { hits: Number(row.hits), ttl: Math.max(0, Number(row.ends) - now) };
    },

    async forget(now) {
      await db.deleteFrom('asked_rates').where('ends', '<=', now).execute();
    },
  };
}
