import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Channel } from '../../src/bot/ports.ts';
import { account } from './crash/account.ts';
import { type BusyDesk, openBusyDesk } from './crash/busy-desk.ts';

let folder: string;
let desk: BusyDesk;
let answer: () => void;
const begun: string[] = [];

/** A vendor that takes a line and does not answer until it is told to. */
const hanging: Channel = {
  name: 'wechat',
  async open() {},
  send({ lines }) {
    begun.push(...lines.map(({ text }) => text));
    return new Promise<void>((resolve) => {
      answer = resolve;
    });
  },
  async close() {},
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beian-vendor-'));
  const onFault = (error: unknown): never => {
    throw error;
  };
  desk = await openBusyDesk({ folder, clock: () => new Date(), every: 10, heartbeat: 1_000, push: hanging, onFault });
});
afterEach(async () => {
  answer();
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

it('a vendor that never answers keeps nobody from being rung at, and is handed a line once', async () => {
  const { store, receive } = desk;
  const at = new Date().toISOString();
  const talk = { channel: 'wechat', room: '推', user: '推' } as const;
  await store.open({ id: 'push', talk, at, tokenHash: null, welcome: [] });
  await receive({ id: 'm1', at, talk, text: '扫码进不去' });
  const both = ['收到：扫码进不去', '还有别的吗？（扫码进不去）'];
  await expect.poll(() => begun).toEqual(both);

  const { id } = await account(store, '周', new Date());
  await store.setPresence({ agent: id, available: true, capacity: 3, seenAt: new Date().toISOString() });
  const other = { channel: 'web', room: '网', user: '网' } as const;
  await store.open({ id: 'web', talk: other, at, tokenHash: null, welcome: [] });
  await receive({ id: 'm1', at, talk: other, text: '转人工' });
  await expect.poll(async () => (await store.byId('web'))?.case.ringing?.agent).toBe(id);
  expect(begun).toEqual(both);

  answer();
  await receive({ id: 'm2', at: new Date().toISOString(), talk, text: '好的' });
  await expect.poll(() => begun).toHaveLength(4);
});
