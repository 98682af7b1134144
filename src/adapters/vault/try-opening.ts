import type { Kysely } from 'kysely';
import type { Vault } from '../../bot/ports.ts';

import type { Tables } from '../store/tables.ts';
import { placesIn } from './folder-vault.ts';
import type { VaultSeal } from './seal.ts';
import type { Place } from './sealed-file.ts';

/** How many of each are tried: of a table, the newest. */
const MOST = 3;

/** What was opened: how many 留言 and pictures there are to try, at most three of each. Throws for one that does not open. */
export async function tryOpening(
  { db, pictures }: { readonly db: Kysely<Tables>; readonly pictures: string | undefined },
  { seal, vault }: { readonly seal: VaultSeal; readonly vault: Pick<Vault, 'get'> },
): Promise<{ readonly tickets: number; readonly pictures: number }> {
  const tickets = await db.selectFrom('tickets').select('contact').orderBy('at', 'desc').limit(MOST).execute();
  for (const { contact } of tickets) seal.open(contact);
  const places: readonly Place[] =
    pictures === undefined
      ? await db.selectFrom('files').select(['talk', 'id']).orderBy('at', 'desc').limit(MOST).execute()
      : (await placesIn(pictures)).slice(0, MOST);
  for (const { talk, id } of places) await vault.get(talk, id);
  return { tickets: tickets.length, pictures: places.length };
}
