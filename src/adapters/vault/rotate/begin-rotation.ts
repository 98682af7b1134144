import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import { DIGEST_KEY, ROTATION } from '../open-seal.ts';
import { KEY_MARK, markOf } from '../same-key.ts';
import { digestKeyOf, vaultSeal } from '../seal.ts';

/**
 * Notes that the key is being changed, so that the service does not start meanwhile, and keeps what digests are made
 * with, sealed with the new key. `newDigests`: they are made with the new key from now on, and what rests on old ones is forgotten.
 */
export async function beginRotation(
  db: Kysely<Tables>,
  {
    current,
    next,
    newDigests,
  }: { readonly current: Uint8Array; readonly next: Uint8Array; readonly newDigests: boolean },
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    if (newDigests) await forgetDigests(transaction);
    // Of an earlier change it is there, sealed with what is now the old key.
    else
      await put(transaction, DIGEST_KEY, vaultSeal(next).seal(Buffer.from(digestKeyOf(current)).toString('base64url')));
    await put(transaction, KEY_MARK, markOf(vaultSeal(current)));
    await put(transaction, ROTATION, markOf(vaultSeal(next)));
  });
}

/** From now on the new key is the database's. */
export async function markRotated(db: Kysely<Tables>, next: Uint8Array): Promise<void> {
  await db
    .updateTable('vendor_memory')
    .set({ value: markOf(vaultSeal(next)) })
    .where('name', '=', KEY_MARK)
    .execute();
}

/** The service may start again. */
export async function endRotation(db: Kysely<Tables>): Promise<void> {
  await db.deleteFrom('vendor_memory').where('name', '=', ROTATION).execute();
}

/** Names of what is found by a digest of somebody's account. */
const BY_DIGEST = [
  'dingtalk:session:%',
  'wecom:identity:%',
  'wechat-identity:%',
  '%:agent-of:%',
  '%:account-of:%',
  '%:link-%',
];

async function forgetDigests(db: Kysely<Tables>): Promise<void> {
  await db.deleteFrom('vendor_memory').where('name', '=', DIGEST_KEY).execute();
  for (const names of BY_DIGEST) await db.deleteFrom('vendor_memory').where('name', 'like', names).execute();
  await sql`update talks set identity = null where identity is not null`.execute(db);
}

async function put(db: Kysely<Tables>, name: string, value: string): Promise<void> {
  await db
    .insertInto('vendor_memory')
    .values({ name, value, until: null, held_until: null })
    .onConflict((again) => again.column('name').doNothing())
    .execute();
}
