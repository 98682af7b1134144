import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkDingtalk } from '../../../src/adapters/dingtalk/check-dingtalk.ts';
import type { DingtalkConfig } from '../../../src/adapters/vendor/channel-configs.ts';
import { steppedClock } from '../../sim/clock.ts';
import { type DingTalkSim, dingtalkSim } from '../../sim/dingtalk/dingtalk-sim.ts';
import { testSeed } from '../../sim/test-seed.ts';

let sim: DingTalkSim;
const config = (rest: Partial<DingtalkConfig> = {}): DingtalkConfig => ({
  ...{ clientId: 'ding1', clientSecret: 'SECabc123', mode: 'stream', cardTemplateId: undefined, agentGroup: undefined },
  ...{ apiBase: sim.url, oapiBase: sim.oapiUrl },
  ...rest,
});

beforeEach(async () => {
  const app = { appKey: 'ding1', appSecret: 'SECabc123', robotCode: 'ding1' };
  sim = await dingtalkSim({ clock: steppedClock(), seed: testSeed(), ...app });
});
afterEach(() => sim.close());

it('finds that all is well, and writes to nobody', async () => {
  const checks = await checkDingtalk(config());
  expect(checks.map(({ name, ok }) => [name, ok])).toEqual([
    ['钉钉凭证', true],
    ['钉钉机器人', true],
    ['钉钉消息接收', true],
  ]);
  expect(sim.ctl.log.filter(({ path }) => /send|Send/.test(path))).toEqual([]);
});

it('says which setting is wrong', async () => {
  const [keys, ...others] = await checkDingtalk(config({ clientSecret: 'SECwrong' }));
  expect(keys).toMatchObject({ ok: false, todo: expect.stringContaining('DINGTALK_CLIENT_SECRET') });
  expect(others).toEqual([]);
  expect(JSON.stringify(keys)).not.toContain('SECwrong');
});

it('says that there is no robot, and that DingTalk cannot be reached', async () => {
  sim.ctl.fault({ match: 'connections/open', kind: 'http500' });
  const checks = await checkDingtalk(config());
  expect(checks.map(({ ok }) => ok)).toEqual([true, true, false]);
  const apiBase = 'http://127.0.0.1:1';
  expect(await checkDingtalk(config({ apiBase }))).toMatchObject([
    { ok: false, what: '连不上 127.0.0.1:1/v1.0/oauth2/accessToken。' },
  ]);
});
