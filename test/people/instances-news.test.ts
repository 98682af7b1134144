import { expect, it, onTestFinished } from 'vitest';
import { memoryBus } from '../../src/adapters/bus/memory-bus.ts';
import { deskFeed } from '../../src/adapters/console/work/desk-feed.ts';
import type { Work } from '../../src/adapters/console/work/work.ts';
import { openPublished } from '../../src/adapters/content/published.ts';
import { newCase } from '../../src/handoff/case.ts';
import { later } from '../../src/handoff/later.ts';
import { AT, newTalk, turnOf } from '../adapters/store/samples.ts';
import { opened, places } from '../adapters/store/stores.ts';

it('consoles hear of what moved elsewhere while news was missed', async () => {
  const store = await opened(await places.SQLite());
  const bus = memoryBus();
  for (const id of ['before', 'moved']) await store.open(newTalk(id));
  const work = { store, bus, clock: () => new Date(later(AT, 600_000)), heartbeat: 60_000, knowledge: () => undefined };
  const feed = deskFeed(work as unknown as Work, (error) => {
    throw error;
  });
  const told: string[] = [];
  onTestFinished(feed.subscribe(({ key }) => told.push(key)));
  const handedOver = { ...newCase(AT), epoch: 1 };
  await store.commit(turnOf('moved', 1, { case: handedOver }));
  bus.wake();
  await expect.poll(() => told).toContain('talk moved');
  expect(told).toContain('radar');
  expect(told).not.toContain('talk before');
});

it('what was published elsewhere while news was missed is applied', async () => {
  const store = await opened(await places.SQLite());
  const bus = memoryBus();
  let reloads = 0;
  const learner = {
    async reload() {
      reloads += 1;
    },
  };
  const published = await openPublished({
    ...{ revisions: store.revisions, bus },
    onError(error) {
      throw error;
    },
  });
  published.attach({ knowledge: learner, checks: learner });
  await store.revisions.change({ at: AT, who: 'a', subject: 'similar', name: '1', after: { texts: ['扫不了码'] } });
  bus.wake();
  await expect.poll(() => reloads).toBe(1);
  await published.close();
});
