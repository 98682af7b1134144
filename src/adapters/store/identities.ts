import { type Kysely, sql } from 'kysely';
import type { Store } from '../../bot/ports.ts';
import { RECORD_COLUMNS, recordOf } from './record.ts';
import type { Tables } from './tables.ts';

/** Who people are, and their other conversations. */
export function identities(db: Kysely<Tables>): Pick<Store, 'setIdentity' | 'othersOf'> {
  return {
    async setIdentity(id, digest) {
      await db
        .updateTable('talks')
        .set({ identity: digest })
        .where('id', '=', id)
        // Told with every message of a messenger: where nothing changes, nothing is written.
        .where(({ eb, or }) =>
          digest === null
            ? eb('identity', 'is not', null)
            : or([eb('identity', 'is', null), eb('identity', '<>', digest)]),
        )
        .execute();
    },

    async othersOf(id, limit) {
      const own = await db
        .selectFrom('talks')
        .select(['channel', 'person', 'identity'])
        .where('id', '=', id)
        .executeTakeFirst();
      if (!own) return [];
      const wanted = db
        .selectFrom('talks')
        .select([...RECORD_COLUMNS])
        .where('talks.id', '<>', id)
        .orderBy('opened_at', 'desc')
        .limit(limit);
      const same = own.identity === null ? [] : await wanted.where('identity', '=', own.identity).execute();
      // As the index has it, so that it is used.
      const ofPerson = wanted.where('person', '=', own.person).where('channel', '=', own.channel);
      const here = own.channel === 'web' ? [] : await ofPerson.where(sql<boolean>`channel <> 'web'`).execute();
      const found = new Map([...same, ...here].map((row) => [row.id, recordOf(row)]));
      return [...found.values()].sort((a, b) => (a.openedAt > b.openedAt ? -1 : 1)).slice(0, limit);
    },
  };
}
