import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { fingerprint } from './fingerprint.ts';
import { digestKeyOf, type VaultSeal, vaultSeal } from './seal.ts';
import { VaultError } from './vault-error.ts';

/** Under this name lies what tells one key from another, and nothing of the key itself; two of them while the key is being changed. */
export const KEY_MARK = 'vault:key';
/** Under this name lies, sealed, what digests are made with since the key was changed. */
const DIGEST_KEY = 'vault:digest-key';

/**
 * The seal over a database: with its key, and with the digests that it had from the beginning, so that links that
 * were given out and people who were recognised stay so when the key changes. The first instance leaves a mark of its
 * key. Throws a VaultError for another key, whose sealing the others could not open, and while a change of the key is not finished.
 */
export async function openSeal(db: Kysely<Tables>, key: Uint8Array): Promise<VaultSeal> {
  await remember(db, KEY_MARK, markOf(key));
  checkMark(await remembered(db, KEY_MARK), key);
  const kept = await remembered(db, DIGEST_KEY);
  return vaultSeal(key, kept === undefined ? undefined : Buffer.from(vaultSeal(key).open(kept), 'base64url'));
}

/** Throws a VaultError where the mark is not this key's. Without one, nothing was ever sealed. */
export function checkMark(mark: string | undefined, key: Uint8Array): void {
  if (mark === undefined || mark === markOf(key)) return;
  throw new VaultError(
    'key',
    mark.includes('>')
      ? '密钥换到一半：请再运行一次 npm run rotate-key（设置和上次一样），做完再继续。已经加密的内容都还在。'
      : `这个数据库里的内容是用另一把密钥加密的，不是指纹为 ${fingerprint(key)} 的这一把：请把 VAULT_KEY 设成原来的那一把（第一个实例的 VAULT_KEY，或它的 DATA_DIR 下 vault.key 里的那一行），各实例要一样。`,
  );
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

/**
 * Notes that one key gives way to another: no service starts until `endChange`. Digests stay as they are, or are
 * forgotten (`leaked`). Throws a VaultError where neither key is the database's, or another change was begun.
 */
export async function beginChange(db: Kysely<Tables>, key: Uint8Array, next: Uint8Array, leaked: boolean) {
  const between = `${markOf(key)}>${markOf(next)}`;
  const mark = await remembered(db, KEY_MARK);
  if (mark === undefined || markOf(key) === markOf(next) || ![markOf(key), between, markOf(next)].includes(mark)) {
    throw new VaultError(
      'key',
      `现在的密钥（指纹 ${fingerprint(key)}）不是这个数据库的，或者和新的一样，或者上次换到一半用的是另一把新的：请核对 VAULT_KEY（或密钥文件）和 VAULT_KEY_NEXT。什么都没有改。`,
    );
  }
  await db.transaction().execute(async (transaction) => {
    if (leaked) {
      for (const names of [DIGEST_KEY, ...BY_DIGEST]) {
        await transaction.deleteFrom('vendor_memory').where('name', 'like', names).execute();
      }
      await transaction.updateTable('talks').set({ identity: null }).where('identity', 'is not', null).execute();
    } else if (mark === markOf(key)) {
      // Of an earlier change it is there, sealed with what is now the old key.
      const kept = vaultSeal(next).seal(Buffer.from(digestKeyOf(key)).toString('base64url'));
      await remember(transaction, DIGEST_KEY, kept);
    }
    if (mark === markOf(key)) await setMark(transaction, between);
  });
}

/** From now on the next key is the database's. */
export async function endChange(db: Kysely<Tables>, next: Uint8Array): Promise<void> {
  await setMark(db, markOf(next));
}

/** What a database remembers of its key. */
function markOf(key: Uint8Array): string {
  return vaultSeal(key).digest(KEY_MARK);
}

async function setMark(db: Kysely<Tables>, value: string): Promise<void> {
  await db.updateTable('vendor_memory').set({ value }).where('name', '=', KEY_MARK).execute();
}

/** Once: what is there under that name stays. */
async function remember(db: Kysely<Tables>, name: string, value: string): Promise<void> {
  await db
    .insertInto('vendor_memory')
    .values({ name, value, until: null, held_until: null })
    .onConflict((again) => again.column('name').doNothing())
    .execute();
}

async function remembered(db: Kysely<Tables>, name: string): Promise<string | undefined> {
  const row = await db.selectFrom('vendor_memory').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value ?? undefined;
}
