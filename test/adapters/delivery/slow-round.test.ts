import { expect, it, onTestFinished } from 'vitest';
import { memoryBus } from '../../../src/adapters/bus/memory-bus.ts';
import { keepDesk } from '../../../src/adapters/delivery/keep-desk.ts';
import { LEASE } from '../../../src/adapters/delivery/take-lines.ts';
import { sqliteStore } from '../../../src/adapters/store/sqlite.ts';
import type { Store } from '../../../src/bot/ports.ts';
import { memoryVault } from '../../memory-vault.ts';
import { AT, newTalk, turnOf } from '../store/samples.ts';

it('a round that takes longer than a lease sends nothing that somebody else sends meanwhile', async () => {
  const store = await sqliteStore(':memory:');
  onTestFinished(() => store.close());
  await store.open(
    newTalk('a', { talk: { channel: 'wechat', room: 'gh_1', user: 'o1' }, welcome: [], tokenHash: null }),
  );
  await store.commit(turnOf('a', 0));
  let now = Date.parse(AT);
  const slow: Store = {
    ...store,
    due(...given) {
      now += LEASE + 1_000;
      return store.due(...given);
    },
  };
  const bus = memoryBus();
  const sent: number[] = [];
  const send = async ({ lines }: { readonly lines: readonly { readonly seq: number }[] }): Promise<void> => {
    sent.push(...lines.map(({ seq }) => seq));
    // Something else is to be sent, and is looked for before the vendor has answered.
    bus.publish('a');
    await new Promise((resolve) => setImmediate(resolve));
    await store.underWay('a');
  };
  const faults: unknown[] = [];
  const keeper = keepDesk({
    ...{ store: slow, bus, vault: memoryVault(), every: 2 ** 30, clock: () => new Date(now) },
    channels: new Map([['wechat', { send }] as const]),
    onFault: (error) => faults.push(error),
    onError: (error) => faults.push(error),
  });
  onTestFinished(() => keeper.stop());
  await keeper.round();
  expect([sent, faults]).toEqual([[2, 3], []]);
});
