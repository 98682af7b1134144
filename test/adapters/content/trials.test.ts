import { expect, it } from 'vitest';
import type { Proposal } from '../../../src/adapters/content/proposal.ts';
import { setContent } from '../../../src/adapters/content/set-content.ts';
import { type SharedTrials, sharedTrials } from '../../../src/adapters/content/shared-trials.ts';
import { trials } from '../../../src/adapters/content/trials.ts';
import { sqliteStore } from '../../../src/adapters/store/sqlite.ts';
import { later } from '../../../src/handoff/later.ts';
import { trainedKnowledge } from '../../trained.ts';

const ACT = { at: '2026-03-02T06:00:00.000Z', by: 'a' };
const proposal: Proposal = { subject: 'similar', entry: 12, texts: ['红头纸哪里来'], remove: [] };

it('one is under way, three wait, and more are not taken; one that fails says why and lets the next begin', async () => {
  const knowledge = await trainedKnowledge();
  const broken: ((error: Error) => void)[] = [];
  const faults: unknown[] = [];
  const tried = trials({
    // Learning that ends when the test says so.
    knowledge: () => ({ ...knowledge, trial: () => new Promise((_, reject) => broken.push(reject)) }),
    assistantOver: () => Promise.reject(new Error('not reached')),
    sets: async () => ({ sets: [], noise: 0 }),
    evaluated: new Map(),
    published: { now: () => setContent([]), refresh: async () => {} },
    revisions: { newest: async () => 7 },
    onError: (error) => faults.push(error),
  });
  const begun = [tried.begin(proposal, ACT)];
  await expect.poll(() => broken.length).toBe(1);
  begun.push(...Array.from({ length: 4 }, () => tried.begin(proposal, ACT)));
  expect(begun.map((trial) => trial !== undefined)).toEqual([true, true, true, true, false]);
  const states = () => begun.slice(0, 4).map((trial) => tried.byId(trial?.id ?? '')?.state);
  expect(states()).toEqual(['running', 'queued', 'queued', 'queued']);

  broken[0]?.(new Error('文件坏了'));
  await expect.poll(states).toEqual(['failed', 'running', 'queued', 'queued']);
  expect(tried.byId(begun[0]?.id ?? '')).toMatchObject({ fault: '文件坏了', base: 7 });
  expect(faults).toEqual([new Error('文件坏了')]);
  await tried.close();
  broken[1]?.(new Error('late'));
  await expect.poll(states).toEqual(['failed', 'failed', 'queued', 'queued']);
  expect(faults).toHaveLength(1);
  await knowledge.close();
});

it('can be looked at and marked as published from another instance, unless its own dies before the end', async () => {
  const knowledge = await trainedKnowledge();
  const store = await sqliteStore(':memory:');
  let now = ACT.at;
  const shared = sharedTrials(store.vendor, () => new Date(now));
  let broken: (error: Error) => void = () => {};
  const instance = (given: SharedTrials) =>
    trials({
      knowledge: () => ({
        ...knowledge,
        trial: () =>
          new Promise((_, reject) => {
            broken = reject;
          }),
      }),
      assistantOver: () => Promise.reject(new Error('not reached')),
      sets: async () => ({ sets: [], noise: 0 }),
      evaluated: new Map(),
      published: { now: () => setContent([]), refresh: async () => {} },
      revisions: { newest: async () => 7 },
      shared: given,
      onError() {},
    });
  const [one, other] = [instance(shared), instance(shared)];
  const { id } = one.begin(proposal, ACT) ?? { id: '' };
  await one.told();
  expect(other.byId(id)).toBeUndefined();
  expect(await other.find(id)).toMatchObject({ proposal, by: 'a' });
  expect(await other.find('another')).toBeUndefined();

  now = later(ACT.at, 30_000);
  expect(await other.find(id)).toBeUndefined();

  now = ACT.at;
  await expect.poll(() => one.byId(id)?.state).toBe('running');
  broken(new Error('文件坏了'));
  await expect.poll(async () => (await other.find(id))?.fault).toBe('文件坏了');
  now = later(ACT.at, 3_600_000);
  await other.publishedAs(id, 8);
  expect(await shared.recall(id)).toMatchObject({ published: 8, state: 'failed' });
  await one.close();
  await other.close();
  await store.close();
  await knowledge.close();
});
