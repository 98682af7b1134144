import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { checkSameKey } from './same-key.ts';
import { type VaultSeal, vaultSeal } from './seal.ts';
import { VaultError } from './vault-error.ts';

/** Under this name lies, sealed, what digests are made with since the key was changed. */
export const DIGEST_KEY = 'vault:digest-key';
/** Under this name lies the mark of the new key while the key is being changed. */
export const ROTATION = 'vault:rotation';

/**
 * The seal over a database: with its key, and with the digests that it had from the beginning, so that links that
 * were given out and people who were recognised stay so when the key changes. Throws a VaultError for another key than
 * the database's, and while a change of the key is not finished.
 */
export async function openSeal(db: Kysely<Tables>, key: Uint8Array): Promise<VaultSeal> {
  if ((await remembered(db, ROTATION)) !== undefined) {
    throw new VaultError(
      'key',
      '密钥换到一半：请再运行一次 npm run rotate-key（设置和上次一样），做完以后再启动服务。已经加密的内容都还在。',
    );
  }
  await checkSameKey(db, vaultSeal(key));
  return sealWith(db, key);
}

/** The same, whatever the marks say. */
async function sealWith(db: Kysely<Tables>, key: Uint8Array): Promise<VaultSeal> {
  const kept = await remembered(db, DIGEST_KEY);
  return vaultSeal(key, kept === undefined ? undefined : Buffer.from(vaultSeal(key).open(kept), 'base64url'));
}

export async function remembered(db: Kysely<Tables>, name: string): Promise<string | undefined> {
  const row = await db.selectFrom('vendor_memory').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value ?? undefined;
}
