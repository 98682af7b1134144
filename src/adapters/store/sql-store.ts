import { type Kysely, sql } from 'kysely';
import type { Store } from '../../bot/ports.ts';
import { erasure } from './erasure.ts';
import { gaps } from './gaps.ts';
import { lines } from './lines.ts';
import { givenStorable } from './storable.ts';
import type { Tables } from './tables.ts';
import { talks } from './talks.ts';
import { tickets } from './tickets.ts';
import { turns } from './turns.ts';

/**
 * The store over a migrated database of either kind. `erased` runs after
 * something was deleted: there a database removes what it still holds of it.
 */
export function sqlStore(db: Kysely<Tables>, erased: () => Promise<void> = async () => {}): Store {
  return givenStorable<Store>({
    ...talks(db),
    ...turns(db, erased),
    ...lines(db),
    ...tickets(db),
    ...gaps(db),
    ...erasure(db, erased),
    async ping() {
      await sql`select 1`.execute(db);
    },
    close: () => db.destroy(),
  });
}
