import { expect, it } from 'vitest';
import type { Proposal } from '../../../src/adapters/content/proposal.ts';
import { setContent } from '../../../src/adapters/content/set-content.ts';
import { trials } from '../../../src/adapters/content/trials.ts';
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
