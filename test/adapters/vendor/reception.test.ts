import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import { sqliteStore } from '../../../src/adapters/store/sqlite.ts';
import { vaultSeal } from '../../../src/adapters/vault/seal.ts';
import { createReception, type Reception } from '../../../src/adapters/vendor/reception.ts';
import { type Answered, outcome } from '../../../src/bot/message.ts';

interface Heard {
  readonly text: string;
}

const seal = vaultSeal(randomBytes(32));
const ANSWERED: Answered = { messages: [], outcome: outcome('silent') };

interface Bench {
  readonly reception: Reception<Heard>;
  readonly worked: string[];
  readonly faults: unknown[];
  pass(ms: number): void;
  say(id: string, text: string, key?: string): ReturnType<Reception<Heard>['take']>;
}

async function bench(
  store: SqlStore,
  work: (text: string, last: boolean) => Promise<void> = async () => {},
): Promise<Bench> {
  const worked: string[] = [];
  const faults: unknown[] = [];
  let now = Date.parse('2026-03-02T08:00:00.000Z');
  const clock = (): Date => new Date(now);
  const reception = createReception<Heard>({
    ...{ channel: 'dingtalk', inbox: store.inbox, seal, clock, every: 2 ** 30 },
    onFault: (error) => faults.push(error),
  });
  await reception.begin(async ({ text }, last) => {
    await work(text, last);
    worked.push(text);
    return ANSWERED;
  });
  return {
    ...{ reception, worked, faults },
    pass: (ms) => {
      now += ms;
    },
    say: (id, text, key = 'a') => reception.take({ id, key, at: clock().toISOString(), event: { text } }),
  };
}

it('works on each event once, whoever sends it again, also while the first is still running', async () => {
  const { say, worked, reception } = await bench(await sqliteStore(':memory:'));
  const [first, again] = await Promise.all([say('m1', '扫码进不去'), say('m1', '扫码进不去')]);
  expect([first.fresh, again.fresh]).toEqual([true, false]);
  expect(await Promise.all([first.answered, again.answered])).toEqual([ANSWERED, ANSWERED]);
  const late = await say('m1', '扫码进不去');
  expect([late.fresh, await late.answered, worked]).toEqual([false, undefined, ['扫码进不去']]);
  await reception.close();
});

it.each(['m\u0000', '\ud800', 'm\udc00<'])('answers an event whose id no store keeps as it is (%j)', async (id) => {
  const { say, worked, reception } = await bench(await sqliteStore(':memory:'));
  expect(await (await say(id, '扫码进不去')).answered).toBe(ANSWERED);
  expect([(await say(id, '扫码进不去')).fresh, worked]).toEqual([false, ['扫码进不去']]);
  await reception.close();
});

it('keeps a hundred of one person in order beside a hundred of another', async () => {
  const { say, worked, reception } = await bench(await sqliteStore(':memory:'), () => new Promise(setImmediate));
  const taken = [];
  for (let at = 0; at < 100; at++) {
    taken.push(await say(`a${at}`, `a${at}`, 'a'), await say(`b${at}`, `b${at}`, 'b'));
  }
  await Promise.all(taken.map(({ answered }) => answered));
  for (const who of ['a', 'b']) {
    expect(worked.filter((text) => text.startsWith(who))).toEqual(
      Array.from({ length: 100 }, (_, at) => `${who}${at}`),
    );
  }
  await reception.close();
});

it('tries again what went wrong, holding up what was said after it, and gives it up in the end', async () => {
  const tries: boolean[] = [];
  const desk = await bench(await sqliteStore(':memory:'), async (text, last) => {
    if (text !== '坏') return;
    tries.push(last);
    throw new Error('no');
  });
  const bad = await desk.say('m1', '坏');
  const good = await desk.say('m2', '好');
  await expect.poll(() => desk.faults.length).toBe(1);
  for (const [at, ms] of [1_000, 5_000, 20_000].entries()) {
    expect(desk.worked).toEqual([]);
    desk.pass(ms);
    await expect.poll(() => desk.reception.look().then(() => tries.length)).toBe(at + 2);
  }
  expect(await bad.answered).toBeUndefined();
  expect(await good.answered).toEqual(ANSWERED);
  expect(tries).toEqual([false, false, false, true]);
  expect(desk.worked).toEqual(['好']);
  await desk.reception.close();
});

it('goes on with what a process left that died in the middle', async () => {
  const store = await sqliteStore(':memory:');
  let begun = false;
  const dead = await bench(store, () => {
    begun = true;
    return new Promise(() => {});
  });
  await dead.say('m1', '扫码进不去');
  await dead.say('m2', '还是不行');
  await expect.poll(() => begun).toBe(true);
  const next = await bench(store);
  await next.reception.look();
  expect(next.worked).toEqual([]);
  next.pass(60_000);
  await next.reception.look();
  expect(next.worked).toEqual(['扫码进不去', '还是不行']);
  expect((await next.say('m1', '扫码进不去')).fresh).toBe(false);
  await next.reception.close();
});

it('writes down nothing that can be read', async () => {
  const store = await sqliteStore(':memory:');
  const { say, reception } = await bench(store, () => new Promise(() => {}));
  await say('m1', '身份证 11010519491231002X');
  const rows = await store.db.selectFrom('inbox').selectAll().execute();
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain('11010519491231002X');
  void reception.close();
});

it('only keeps what comes before it begins', async () => {
  const store = await sqliteStore(':memory:');
  const worked: string[] = [];
  const reception = createReception<Heard>({
    ...{ channel: 'dingtalk', inbox: store.inbox, seal, clock: () => new Date(), every: 5 },
    onFault() {},
  });
  const { answered } = await reception.take({
    id: 'm1',
    key: 'a',
    at: '2026-03-02T08:00:00.000Z',
    event: { text: '早' },
  });
  expect(worked).toEqual([]);
  await reception.begin(async ({ text }) => {
    worked.push(text);
    return ANSWERED;
  });
  expect([await answered, worked]).toEqual([ANSWERED, ['早']]);
  await reception.close();
});

it('works on what is older first, where both come while nothing else gets its turn', async () => {
  const { reception, worked, pass } = await bench(await sqliteStore(':memory:'));
  const taken = [];
  for (const [text, second] of [
    ['后说的', 1],
    ['先说的', 0],
  ] as const) {
    const at = `2026-03-02T08:00:0${second}.000Z`;
    taken.push(await reception.take({ id: text, key: 'a', at, event: { text } }));
  }
  pass(2_000);
  await Promise.all(taken.map(({ answered }) => answered));
  expect(worked).toEqual(['先说的', '后说的']);
  await reception.close();
});
