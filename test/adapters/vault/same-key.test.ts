import { expect, it } from 'vitest';
import { checkSameKey } from '../../../src/adapters/vault/same-key.ts';
import { vaultSeal } from '../../../src/adapters/vault/seal.ts';
import { opened, places } from '../store/stores.ts';

it.each(Object.entries(places))('lets instances over %s begin with the first one’s key alone', async (_name, place) => {
  const { db } = await opened(await place());
  const [key, other] = [vaultSeal(Buffer.alloc(32, 1)), vaultSeal(Buffer.alloc(32, 2))];
  await Promise.all([checkSameKey(db, key), checkSameKey(db, key)]);
  await expect(checkSameKey(db, other)).rejects.toMatchObject({
    code: 'key',
    message: expect.stringContaining('VAULT_KEY'),
  });
  await checkSameKey(db, key);
});
