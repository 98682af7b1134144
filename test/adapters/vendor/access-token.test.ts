import { randomBytes } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import { sqliteStore } from '../../../src/adapters/store/sqlite.ts';
import { vaultSeal } from '../../../src/adapters/vault/seal.ts';
import { type AccessToken, createAccessToken } from '../../../src/adapters/vendor/access-token.ts';

const seal = vaultSeal(randomBytes(32));
let store: SqlStore;
let now: number;
let fetched: number;
beforeEach(async () => {
  store = await sqliteStore(':memory:');
  now = Date.parse('2026-03-02T08:00:00.000Z');
  fetched = 0;
});

/** One instance. */
function instance(fails = false): AccessToken {
  return createAccessToken({
    ...{ name: 'wechat:wx1', vendor: store.vendor, seal, clock: () => new Date(now) },
    async fetch() {
      if (fails) throw new Error('unreachable');
      fetched += 1;
      const token = `token-${fetched}`;
      await new Promise(setImmediate);
      return { token, lasts: 7_200_000 };
    },
  });
}

it('is fetched once for fifty who need it, in two instances', async () => {
  const [one, other] = [instance(), instance()];
  const all = await Promise.all(Array.from({ length: 50 }, (_, at) => (at % 2 ? one : other).current()));
  expect([new Set(all).size, fetched]).toEqual([1, 1]);
});

it('is fetched again once fifty have found out that the vendor takes it no more', async () => {
  const [one, other] = [instance(), instance()];
  const bad = await one.current();
  await other.current();
  const all = await Promise.all(Array.from({ length: 50 }, (_, at) => (at % 2 ? one : other).renew(bad)));
  expect([...new Set(all), fetched]).toEqual(['token-2', 2]);
  expect(await one.renew(bad)).toBe('token-2');
});

it('is fetched anew five minutes before its end', async () => {
  const one = instance();
  await one.current();
  now += 7_200_000 - 300_001;
  expect(await one.current()).toBe('token-1');
  now += 1;
  expect(await one.current()).toBe('token-2');
});

it('survives a restart, and stands nowhere in the clear', async () => {
  await instance().current();
  expect(await instance(true).current()).toBe('token-1');
  expect(JSON.stringify(await store.db.selectFrom('vendor_memory').selectAll().execute())).not.toContain('token-1');
});

it('lets the next one try where it could not be fetched', async () => {
  await expect(instance(true).current()).rejects.toThrow('unreachable');
  expect(await instance().current()).toBe('token-1');
});
