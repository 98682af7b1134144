import { expect, it } from 'vitest';
import { openSeal } from '../../../src/adapters/vault/open-seal.ts';
import { opened, places } from '../store/stores.ts';

it.each(Object.entries(places))('lets instances over %s begin with the first one’s key alone', async (_name, place) => {
  const { db } = await opened(await place());
  const [key, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  await Promise.all([openSeal(db, key), openSeal(db, key)]);
  await expect(openSeal(db, other)).rejects.toMatchObject({
    code: 'key',
    message: expect.stringContaining('VAULT_KEY'),
  });
  await openSeal(db, key);
});
