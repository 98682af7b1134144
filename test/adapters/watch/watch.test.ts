import { expect, it, onTestFinished } from 'vitest';
import { memoryBus } from '../../../src/adapters/bus/memory-bus.ts';
import { deliver } from '../../../src/adapters/delivery/deliver.ts';
import { sqliteStore } from '../../../src/adapters/store/sqlite.ts';
import { together } from '../../../src/adapters/watch/watch.ts';
import { watchChannels } from '../../../src/adapters/watch/watch-channels.ts';
import { watchStore } from '../../../src/adapters/watch/watch-store.ts';
import { ChannelError, type ChannelFault } from '../../../src/bot/channel-error.ts';
import { newCase } from '../../../src/handoff/case.ts';
import { later } from '../../../src/handoff/later.ts';
import { AT, newTalk, turnOf } from '../store/samples.ts';

it('sees what becomes of each line on its way, and of each try to send it', async () => {
  const seen: unknown[] = [];
  const watch = together([
    { sent: ({ channel, result }) => seen.push(`${channel}: ${result}`) },
    { settled: ({ seq, way, result, fault }) => seen.push([seq, way, result, fault ?? '']) },
  ]);
  const store = watchStore(await sqliteStore(':memory:'), watch);
  onTestFinished(() => store.close());
  await store.open(newTalk('a', { talk: { channel: 'wechat', room: 'a', user: 'a' }, tokenHash: null }));
  await store.commit(turnOf('a', 1));
  const faults: ChannelFault[] = ['network', 'window'];
  const wechat = {
    async send() {
      const fault = faults.shift();
      if (fault) throw new ChannelError('wechat', fault, `没有发出去：${fault}`);
    },
  };
  const channels = watchChannels(new Map([['wechat', wechat]]), watch);
  const round = (at: string) => deliver({ store, bus: memoryBus(), channels, onFault: () => {} }, at);
  await round(AT);
  expect(seen).toEqual(['wechat: network', [3, 'channel', 'postponed', '没有发出去：network']]);
  await round(later(AT, 3_600_000));
  expect(seen.slice(2)).toEqual(['wechat: window', [3, 'channel', 'parked', '没有发出去：window']]);
  await store.unpark('a', later(AT, 3_600_000));
  await round(later(AT, 3_600_000));
  expect(seen.slice(4)).toEqual(['wechat: sent', [3, 'channel', 'sent', ''], [4, 'channel', 'sent', '']]);
});

it('sees a case move only once it has, and tells whether somebody waits for a person from now on', async () => {
  const seen: unknown[] = [];
  const watch = together([{ moved: ({ from, to, reason, handsOver }) => seen.push([from, to, reason, handsOver]) }]);
  const store = watchStore(await sqliteStore(':memory:'), watch);
  onTestFinished(() => store.close());
  await store.open(newTalk('a'));
  const was = newCase(AT);
  const queued = { ...was, state: 'queued', reason: 'complaint', waitingSince: AT, epoch: 1 } as const;
  expect(await store.commit(turnOf('a', 9, { was, case: queued }))).toBeUndefined();
  expect(await store.commit(turnOf('a', 1, { was, case: was }))).toBeDefined();
  expect(seen).toEqual([]);
  await store.commit(turnOf('a', 4, { was, case: queued, turn: { id: 'm2', digest: 'd' } }));
  const ringing = { ...queued, state: 'ringing', ringing: { agent: 'b', until: AT }, epoch: 2 } as const;
  const move = { id: 'a', at: AT, by: 'system', wasTold: {}, told: {}, lines: [], notes: [] };
  await store.move({ ...move, was: queued, next: ringing });
  expect(await store.move({ ...move, was: queued, next: ringing })).toBeUndefined();
  expect(seen).toEqual([
    ['bot', 'queued', 'complaint', true],
    ['queued', 'ringing', 'complaint', false],
  ]);
});
