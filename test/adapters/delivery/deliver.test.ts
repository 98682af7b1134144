import { expect, it } from 'vitest';
import { memoryBus } from '../../../src/adapters/bus/memory-bus.ts';
import { deliver } from '../../../src/adapters/delivery/deliver.ts';
import { takeLines } from '../../../src/adapters/delivery/take-lines.ts';
import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import { sqliteStore } from '../../../src/adapters/store/sqlite.ts';
import { ChannelError, type ChannelFault } from '../../../src/bot/channel-error.ts';
import type { Shipment } from '../../../src/bot/ports.ts';
import { later } from '../../../src/handoff/later.ts';
import { AT, newTalk, turnOf } from '../store/samples.ts';

const TALK = { channel: 'wechat', room: 'gh_1', user: 'o1' } as const;

interface Bench {
  readonly store: SqlStore;
  /** What arrived, message by message. */
  readonly arrived: string[];
  readonly faults: unknown[];
  /** What the vendor does with the next shipments; all is well once they are used up. */
  readonly next: ((shipment: Shipment) => Promise<void>)[];
  round(at?: string): Promise<void>;
  events(): Promise<readonly unknown[]>;
}

async function bench(commit: Parameters<typeof turnOf>[2] = {}): Promise<Bench> {
  const store = await sqliteStore(':memory:');
  await store.open(newTalk('a', { talk: TALK, welcome: [], tokenHash: null }));
  await store.commit(turnOf('a', 0, commit));
  const arrived: string[] = [];
  const faults: unknown[] = [];
  const next: Bench['next'] = [];
  const channel = {
    async send(shipment: Shipment) {
      const how = next.shift();
      if (how) await how(shipment);
      else arrived.push(shipment.lines.map(({ text }) => text).join(' + '));
    },
  };
  const parts = {
    ...{ store, bus: memoryBus(), channels: new Map([['wechat', channel] as const]) },
    onFault: (error: unknown) => faults.push(error),
  };
  return {
    ...{ store, arrived, faults, next },
    round: (at = AT) => deliver(parts, at),
    events: async () => (await store.notes('a')).map(({ body }) => body),
  };
}

const fails = (fault: ChannelFault, retryAfter?: number) => async (): Promise<void> => {
  throw new ChannelError('wechat', fault, '没有发出去。', { ...(retryAfter !== undefined && { retryAfter }) });
};

const BOTH = '请先**更新**阿里云 APP。 + 还是不行吗？';

it('sends the lines of a talk together and once', async () => {
  const { round, arrived, store } = await bench();
  await Promise.all([round(), round()]);
  await round();
  expect(arrived).toEqual([BOTH]);
  expect(await store.underWay('a')).toEqual([]);
});

it('goes on behind what has arrived where the rest failed', async () => {
  const { round, arrived, next } = await bench();
  next.push(async ({ lines, arrived: there }) => {
    arrived.push(lines[0]?.text ?? '');
    await there(2);
    throw new ChannelError('wechat', 'network', '没有发出去。');
  });
  await round();
  await round(later(AT, 1_999));
  expect(arrived).toEqual(['请先**更新**阿里云 APP。']);
  await round(later(AT, 2_000));
  expect(arrived).toEqual(['请先**更新**阿里云 APP。', '还是不行吗？']);
});

it('knows how many messages of a long line went out before', async () => {
  const { round, next } = await bench();
  const seen: number[] = [];
  next.push(async ({ begun }) => {
    await begun(2, 3);
    throw new Error('the vendor is busy');
  });
  next.push(async ({ lines }) => {
    seen.push(...lines.map(({ parts }) => parts));
  });
  await round();
  await round(later(AT, 2_000));
  expect(seen).toEqual([3, 0]);
});

it('keeps what is still to be sent from others while a long shipment goes on', async () => {
  const { round, arrived, next, store } = await bench();
  next.push(async ({ lines, arrived: there }) => {
    await there(2);
    const [rest] = await store.underWay('a');
    expect(rest?.leasedUntil && rest.leasedUntil > later(AT, 60_000)).toBe(true);
    await round(later(AT, 60_000));
    arrived.push(lines[1]?.text ?? '');
  });
  await round();
  expect(arrived).toEqual(['还是不行吗？']);
  expect(await store.underWay('a')).toEqual([]);
});

it('waits for the person where only they can open the way, tells the desk once, and then goes on in order', async () => {
  const { round, arrived, next, store, events } = await bench();
  next.push(fails('window'));
  await round();
  await round(later(AT, 30 * 24 * 3_600_000));
  expect([arrived, await events()]).toEqual([[], [{ what: 'waits-for-user', seq: 2 }]]);
  await store.unpark('a', later(AT, 60_000));
  await round(later(AT, 60_000));
  expect(arrived).toEqual([BOTH]);
});

it('asks again when the vendor said it would be ready, however often', async () => {
  const { round, arrived, next, events } = await bench();
  let at = AT;
  for (let time = 0; time < 20; time++) {
    next.push(fails('rate', 5_000));
    await round(at);
    at = later(at, 5_000);
  }
  await round(at);
  expect([arrived, await events()]).toEqual([[BOTH], []]);
});

it('gives up at once what will never go, and tells the desk; what is behind it goes', async () => {
  const { round, arrived, next, faults, events } = await bench();
  next.push(fails('refused'));
  await round();
  await round(later(AT, 1));
  expect(arrived).toEqual(['还是不行吗？']);
  expect(await events()).toEqual([{ what: 'not-delivered', seq: 2, fault: '没有发出去。' }]);
  expect(faults).toHaveLength(1);
});

it('tells the operator each time what they have to put right, and keeps trying', async () => {
  const { round, arrived, next, faults } = await bench();
  next.push(fails('config'));
  await round();
  await round(later(AT, 2_000));
  expect([faults.length, arrived]).toEqual([1, [BOTH]]);
});

it('leaves to the channel what it carries back itself, until then', async () => {
  const until = later(AT, 6_000);
  const { round, arrived, store } = await bench({ carriedUntil: until });
  await round(later(AT, 5_999));
  expect(arrived).toEqual([]);
  const taken = await takeLines(store, 'a', AT, { early: true });
  expect(taken?.lines.map(({ line }) => line.seq)).toEqual([2, 3]);
  await round(until);
  expect(arrived).toEqual([]);
  for (const { delivery } of taken?.lines ?? []) await store.release(delivery);
  await round(until);
  expect(arrived).toEqual([BOTH]);
});

it('sends nothing of what somebody fetches', async () => {
  const { round, arrived, store } = await bench({ fetched: true });
  await round(later(AT, 60_000));
  expect([arrived, await store.underWay('a')]).toEqual([[], []]);
});
