import type { Kysely } from 'kysely';
import type { OpinionStore } from '../../bot/opinions.ts';
import { addAudit } from './audit.ts';
import type { Tables } from './tables.ts';

/** What people thought, read again for themselves, and that they took it along. */
export function opinions(db: Kysely<Tables>): OpinionStore {
  return {
    async opinionsOf(talk) {
      const votes = await db
        .selectFrom('feedback')
        .select(['seq', 'at', 'helpful'])
        .where('talk', '=', talk)
        .orderBy('seq')
        .execute();
      const rating = await db
        .selectFrom('ratings')
        .select(['score', 'said', 'at'])
        .where('talk', '=', talk)
        .executeTakeFirst();
      return {
        votes: votes.map(({ helpful, ...vote }) => ({ ...vote, helpful: helpful === 1 })),
        rating: rating ?? null,
      };
    },

    tookData: (talk, at) => addAudit(db, { at, who: 'user', what: 'export', talk, detail: { what: 'own-data' } }),
  };
}
