import Fastify from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { memoryBus } from '../../src/adapters/bus/memory-bus.ts';
import { keepDesk } from '../../src/adapters/delivery/keep-desk.ts';
import type { Http } from '../../src/adapters/http.ts';
import { countLimits, limit } from '../../src/adapters/http-limit.ts';
import type { Rates } from '../../src/adapters/store/rates.ts';
import { opened, places } from './store/stores.ts';

const BEGUN = Date.parse('2026-03-02T06:00:00.000Z');

/** An instance with two limited routes; `ask` gives the status and what is left of the limit. */
async function instance(rates: Rates | undefined, clock: () => Date) {
  const app = Fastify() as unknown as Http;
  onTestFinished(() => app.close());
  await countLimits(app, { rates, clock });
  const told = (seconds: number): string => `请等 ${seconds} 秒`;
  const config = limit({ max: 3, key: (request) => String(request.headers.who), told });
  for (const path of ['/a', '/b']) app.get(path, { config }, async () => 'yes');
  return async (path: string, who: string): Promise<string> => {
    const { statusCode, headers, body } = await app.inject({ url: path, headers: { who } });
    return `${statusCode} ${statusCode === 200 ? headers['x-ratelimit-remaining'] : JSON.parse(body).message}`;
  };
}

describe.each(Object.entries(places))('limits of instances over %s', (_name, place) => {
  it('are counted together, each route and each key for itself, until the window is over', async () => {
    const { rates } = await opened(await place());
    let now = BEGUN;
    const clock = () => new Date(now);
    const [one, other] = [await instance(rates, clock), await instance(rates, clock)];
    expect([await one('/a', 'x'), await other('/a', 'x'), await one('/a', 'x')]).toEqual(['200 2', '200 1', '200 0']);
    now += 20_000;
    expect([await other('/a', 'x'), await one('/a', 'x')]).toEqual(['429 请等 40 秒', '429 请等 40 秒']);
    expect([await one('/b', 'x'), await one('/a', 'y')]).toEqual(['200 2', '200 2']);
    now = BEGUN + 60_000;
    expect([await one('/a', 'x'), await other('/a', 'x')]).toEqual(['200 2', '200 1']);
  });
});

it.each(Object.entries(places))('the keeper forgets the windows over %s that are over', async (_name, place) => {
  const store = await opened(await place());
  await store.rates.count('over', 60_000, BEGUN - 60_000);
  await store.rates.count('running', 60_000, BEGUN - 59_999);
  const keeper = keepDesk({
    ...{ store, rates: store.rates, bus: memoryBus(), vault: { erase: async () => 0 }, channels: new Map() },
    clock: () => new Date(BEGUN),
    every: 2 ** 30,
    onFault() {},
    onError(error) {
      throw error;
    },
  });
  await keeper.round();
  await keeper.stop();
  expect(await store.db.selectFrom('asked_rates').select('key').execute()).toEqual([{ key: 'running' }]);
});

it('refuses whoever is beyond a limit without asking the database again', async () => {
  let asked = 0;
  let hits = 0;
  const rates: Rates = {
    async count() {
      asked += 1;
      hits += 1;
      return { hits, ttl: 30_000 };
    },
    async forget() {},
  };
  let now = BEGUN;
  const ask = await instance(rates, () => new Date(now));
  for (let nth = 0; nth < 50; nth++) await ask('/a', 'x');
  expect(asked).toBe(4);
  expect(await ask('/a', 'x')).toBe('429 请等 30 秒');
  now += 30_000;
  hits = 0;
  expect(await ask('/a', 'x')).toBe('200 2');
});

it('refuses nobody where the database cannot be asked', async () => {
  const rates: Rates = { count: () => Promise.reject(new Error('gone')), async forget() {} };
  const ask = await instance(rates, () => new Date(BEGUN));
  for (let nth = 0; nth < 5; nth++) expect(await ask('/a', 'x')).toBe('200 3');
});

it('counts for itself where an instance is alone', async () => {
  const clock = () => new Date(BEGUN);
  const [one, other] = [await instance(undefined, clock), await instance(undefined, clock)];
  for (let nth = 0; nth < 3; nth++) await one('/a', 'x');
  expect([await one('/a', 'x'), await other('/a', 'x')]).toEqual(['429 请等 60 秒', '200 2']);
});
