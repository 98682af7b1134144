import { type Kysely, sql } from 'kysely';
import type { Store } from '../../bot/ports.ts';
import { lineFromRow } from './line-row.ts';
import type { Tables } from './tables.ts';

/** What was said, and what people thought of it. */
export function lines(db: Kysely<Tables>): Pick<Store, 'lines' | 'judge'> {
  return {
    async lines(id, after, limit) {
      const rows = await db
        .selectFrom('lines')
        .select(['seq', 'at', 'speaker', 'said', 'choices', 'sources', 'files', 'outcome', 'name'])
        .where('talk', '=', id)
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(limit)
        .execute();
      return rows.map(lineFromRow);
    },

    async judge(id, seq, helpful, at) {
      const judgement = { at, helpful: helpful ? 1 : 0 };
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('feedback')
        .columns(['talk', 'seq', 'at', 'helpful'])
        .expression(({ selectFrom }) =>
          selectFrom('lines')
            .select([
              'talk',
              'seq',
              sql<string>`cast(${judgement.at} as text)`.as('at'),
              sql<number>`cast(${judgement.helpful} as integer)`.as('helpful'),
            ])
            .where('talk', '=', id)
            .where('seq', '=', seq)
            .where('speaker', '=', 'bot'),
        )
        .onConflict((again) => again.columns(['talk', 'seq']).doUpdateSet(judgement))
        .executeTakeFirst();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
  };
}
