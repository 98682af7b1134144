import { findVaultKey, type KeyPlace, keyFile } from '../adapters/vault/key.ts';
import { VaultError } from '../adapters/vault/vault-error.ts';

/** The key of the settings. Throws a VaultError where there is none: a new one would open nothing. */
export async function keyThere(place: KeyPlace): Promise<Uint8Array> {
  const key = await findVaultKey(place);
  if (key) return key;
  const file = keyFile(place.dataDir);
  throw new VaultError('key', `没有密钥：VAULT_KEY 没有设置，${file} 也没有。请先把密钥放回来，再运行一次。`);
}
