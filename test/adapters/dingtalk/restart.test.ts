import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { sqliteStore } from '../../../src/adapters/store/sqlite.ts';
import { vaultSeal } from '../../../src/adapters/vault/seal.ts';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { trainedKnowledge } from '../../trained.ts';
import { allSent, linesOf, openRobotDesk } from './robot-desk.ts';

let knowledge: Knowledge;

beforeAll(async () => {
  knowledge = await trainedKnowledge();
});
afterAll(() => knowledge.close());

async function durable() {
  const folder = await mkdtemp(join(tmpdir(), 'beian-dingtalk-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const seal = vaultSeal(randomBytes(32));
  return openRobotDesk(knowledge, { seal, openStore: () => sqliteStore(join(folder, 'desk.sqlite')) });
}

it('a restart in the middle keeps the conversation, its way back, its token, and what was heard before', async () => {
  const first = await durable();
  const { ctl } = first.sim;
  await ctl.connected(2);
  ctl.set({ redeliver60s: 'always' });
  const push = ctl.robotMessage({ user: 'u1', text: '提示非法参数怎么办' });
  const before = (await allSent(first, 'u1')).length;
  const talk = await first.desk.store.byTalk({ channel: 'dingtalk', room: 'u1', user: 'u1' });

  const second = await first.again();
  await ctl.connected(2);
  await second.pass(61_000);
  await push.answered();
  expect(push.attempts).toHaveLength(2);
  expect((await linesOf(second, 'u1')).filter(({ by }) => by === 'user')).toHaveLength(1);
  const agent = await second.desk.agent('小周');
  await agent.call('POST', `/talks/${talk?.id}/messages`, { id: 'a1', text: '我来看看。' });
  const seen = await allSent(second, 'u1');
  expect(seen.slice(before).map(({ via }) => via)).toEqual(['session', 'session']);
  expect(ctl.violations).toEqual([]);
  await second.close();
}, 60_000);

it('what was taken and not yet worked on when the service stopped is answered after it started', async () => {
  const first = await durable();
  const { ctl } = first.sim;
  await ctl.connected(2);
  for (const text of ['第一句', '第二句', '第三句']) {
    await ctl.robotMessage({ user: 'u1', text }).answered();
    await first.clock.advance(1);
  }
  const second = await first.again();
  await expect
    .poll(async () => (await linesOf(second, 'u1')).filter(({ by }) => by === 'user').map(({ text }) => text), {
      timeout: 15_000,
    })
    .toEqual(['第一句', '第二句', '第三句']);
  await allSent(second, 'u1');
  await second.close();
}, 60_000);
