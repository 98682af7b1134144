import type { Kysely } from 'kysely';
import type { Seal } from '../../bot/ports.ts';
import type { Tables } from '../store/tables.ts';
import { VaultError } from './vault-error.ts';

/** Under this name lies what tells one key from another, and nothing of the key itself. */
export const KEY_MARK = 'vault:key';

/** What a database remembers of its key. */
export function markOf(seal: Pick<Seal, 'digest'>): string {
  return seal.digest(KEY_MARK);
}

/**
 * The first instance of a database leaves a mark of its key there. Throws a VaultError for another key: what one instance
 * seals the others could not open. `seal` makes digests with the key itself.
 */
export async function checkSameKey(db: Kysely<Tables>, seal: Pick<Seal, 'digest'>): Promise<void> {
  const value = markOf(seal);
  await db
    .insertInto('vendor_memory')
    .values({ name: KEY_MARK, value, until: null, held_until: null })
    .onConflict((again) => again.column('name').doNothing())
    .execute();
  const mark = await db
    .selectFrom('vendor_memory')
    .select('value')
    .where('name', '=', KEY_MARK)
    .executeTakeFirstOrThrow();
  if (mark.value === value) return;
  throw new VaultError(
    'key',
    '这个数据库里的内容是用另一把密钥加密的：请把 VAULT_KEY 设成原来的那一把（第一个实例的 VAULT_KEY，或它的 DATA_DIR 下 vault.key 里的那一行），各实例要一样。',
  );
}
