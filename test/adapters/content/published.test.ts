import { expect, it } from 'vitest';
import { memoryBus } from '../../../src/adapters/bus/memory-bus.ts';
import { openPublished } from '../../../src/adapters/content/published.ts';
import type { Change } from '../../../src/adapters/store/revisions.ts';
import { opened, places } from '../store/stores.ts';

const ACT = { at: '2026-03-02T06:00:00.000Z', who: 'a' };
const added: Change = { ...ACT, subject: 'similar', name: '3', after: { texts: ['一'] } };
const link: Change = { ...ACT, subject: 'links', name: null, after: { 授权书: 'https://x.cn/' } };

/** Instances over one store and one bus; each says in `reloads` what it learnt again. */
async function instances(count: number) {
  const store = await opened(await places.SQLite());
  const bus = memoryBus();
  const faults: unknown[] = [];
  const all = await Promise.all(
    Array.from({ length: count }, async () => {
      const published = await openPublished({
        revisions: store.revisions,
        bus,
        onError: (error) => faults.push(error),
      });
      const reloads: string[] = [];
      let broken = false;
      const learns = (what: string) => ({
        async reload() {
          if (broken) throw new Error('encoder is gone');
          reloads.push(what);
        },
      });
      published.attach({ knowledge: learns('knowledge'), checks: learns('checks') });
      return {
        published,
        reloads,
        breaks(now: boolean) {
          broken = now;
        },
      };
    }),
  );
  return { store, faults, all };
}

it('what is set on one instance is learnt there at once, and on the others, each part for itself', async () => {
  const { store, all, faults } = await instances(2);
  const [here, there] = all;
  await store.revisions.change(added);
  expect(await here?.published.apply('knowledge')).toBe(true);
  expect(here?.reloads).toEqual(['knowledge']);
  await expect.poll(() => there?.reloads).toEqual(['knowledge']);
  expect(there?.published.now().overlay.similar.get(3)).toEqual(['一']);

  await store.revisions.change(link);
  expect(await here?.published.apply('checks')).toBe(true);
  await expect.poll(() => there?.reloads).toEqual(['knowledge', 'checks']);
  expect(there?.published.now().rules.links).toEqual({ 授权书: 'https://x.cn/' });

  await store.revisions.change({ ...ACT, subject: 'hours', name: null, after: { weekly: {} } });
  await here?.published.apply(undefined);
  await here?.published.refresh();
  expect(here?.reloads).toEqual(['knowledge', 'checks']);
  expect(faults).toEqual([]);
});

it('one that starts later begins with what is set', async () => {
  const { store } = await instances(1);
  await store.revisions.change(added);
  const late = await openPublished({ revisions: store.revisions, bus: memoryBus(), onError: () => {} });
  expect(late.now().overlay.similar.get(3)).toEqual(['一']);
});

it('what cannot be learnt is told, and tried again', async () => {
  const { store, all, faults } = await instances(1);
  const [here] = all;
  here?.breaks(true);
  await store.revisions.change(added);
  expect(await here?.published.apply('knowledge')).toBe(false);
  await expect.poll(() => faults.length).toBeGreaterThan(0);
  here?.breaks(false);
  await here?.published.refresh();
  expect(here?.reloads).toEqual(['knowledge']);
});

it('who waits for a long learning is told that it goes on', async () => {
  const { store } = await instances(0);
  const published = await openPublished({ revisions: store.revisions, bus: memoryBus(), onError: () => {} });
  let learnt = (): void => {};
  const knowledge = { reload: () => new Promise<void>((resolve) => (learnt = resolve)) };
  published.attach({ knowledge, checks: { reload: async () => {} } });
  await store.revisions.change(added);
  expect(await published.apply('knowledge', 5)).toBe(false);
  await store.revisions.change(link);
  expect(await published.apply('checks', 5_000), 'rules do not wait for it').toBe(true);
  learnt();
  await published.close();
});
