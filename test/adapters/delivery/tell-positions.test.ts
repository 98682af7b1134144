import { expect, it, onTestFinished } from 'vitest';
import { memoryBus } from '../../../src/adapters/bus/memory-bus.ts';
import { keepDesk } from '../../../src/adapters/delivery/keep-desk.ts';
import type { Store } from '../../../src/bot/ports.ts';
import { after } from '../../../src/handoff/after.ts';
import type { Step } from '../../../src/handoff/step.ts';
import { memoryVault } from '../../memory-vault.ts';
import { newTalk } from '../store/samples.ts';
import { opened, places } from '../store/stores.ts';

const AT = '2026-03-02T06:00:00.000Z';

async function step(store: Store, id: string, taken: Step): Promise<void> {
  const record = await store.byId(id);
  const next = record && after(record.case, taken);
  if (!record || !next) throw new Error(`${id} cannot ${taken.is}`);
  const { case: was, told } = record;
  await store.move({ id, at: AT, was, next, wasTold: told, told, by: 'system', lines: [], notes: [] });
}

it('those who wait hear of their new place when somebody leaves the queue, not with the next round', async () => {
  const [place] = Object.values(places);
  if (!place) throw new Error('There is no store');
  const store = await opened(await place());
  for (const id of ['a', 'b']) {
    await store.open(newTalk(id, { talk: { channel: 'web', room: id, user: id } }));
    await step(store, id, { is: 'hand-over', reason: 'user_asked', at: AT });
  }
  const bus = memoryBus();
  const faults: unknown[] = [];
  const keeper = keepDesk({
    ...{ store, bus, vault: memoryVault(), channels: new Map(), clock: () => new Date(AT), every: 2 ** 30 },
    onFault: (error) => faults.push(error),
    onError: (error) => faults.push(error),
  });
  onTestFinished(() => keeper.stop());
  await keeper.round();
  const heard = new Promise((resolve) => bus.subscribe('b', resolve));
  await step(store, 'a', { is: 'claim', agent: 'zhou', at: AT });
  bus.publish('a');
  await heard;
  expect(faults).toEqual([]);
});
