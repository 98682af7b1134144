import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import { sqliteStore } from '../../../src/adapters/store/sqlite.ts';
import { vaultSeal } from '../../../src/adapters/vault/seal.ts';
import type { WecomConfig } from '../../../src/adapters/vendor/channel-configs.ts';
import { checkWecom } from '../../../src/adapters/wecom/check-wecom.ts';
import { createWecomApi, type WecomApi } from '../../../src/adapters/wecom/wecom-api.ts';
import { steppedClock } from '../../sim/clock.ts';
import { testSeed } from '../../sim/test-seed.ts';
import type { WecomSim } from '../../sim/wecom/ctl.ts';
import { wecomSim } from '../../sim/wecom/wecom-sim.ts';
import { CORP } from './kf-desk.ts';

let sim: WecomSim;
let store: SqlStore;
let config: WecomConfig;
let api: WecomApi;

beforeEach(async () => {
  const clock = steppedClock();
  sim = await wecomSim({ ...CORP, clock, seed: testSeed(), servicers: ['zhang'] });
  store = await sqliteStore(':memory:');
  const { corpId, secret, token, aesKey } = CORP;
  config = { corpId, secret, token, aesKey, desk: 'platform', apiBase: sim.url };
  const time = { now: () => new Date(clock.now()), after: clock.after };
  api = createWecomApi(config, { store, seal: vaultSeal(randomBytes(32)), time });
});
afterEach(async () => {
  await sim.close();
  await store.close();
});

const fetches = (): number => sim.ctl.log.filter(({ path }) => path.endsWith('gettoken')).length;
const list = () => api.call('kf/account/list', {});

describe('the access token', () => {
  it('is fetched once for 50 calls at a time, and once more when it is over', async () => {
    await Promise.all(Array.from({ length: 50 }, list));
    expect(fetches()).toBe(1);
    sim.ctl.expireTokens();
    await Promise.all(Array.from({ length: 50 }, list));
    expect(fetches()).toBe(2);
    expect(sim.ctl.tokensIssued()).toBe(2);
  });

  it('is renewed once only for a call that is refused again', async () => {
    sim.ctl.refuse('account/list', 40014, 2);
    await expect(list()).rejects.toMatchObject({ errcode: 40014, fault: 'busy' });
    await expect(list()).resolves.toHaveProperty('account_list');
  });

  it('is kept sealed', async () => {
    await list();
    const kept = JSON.stringify(await store.db.selectFrom('vendor_memory').selectAll().execute());
    for (const { query } of sim.ctl.log) {
      const token = query.get('access_token');
      if (token) expect(kept).not.toContain(token);
    }
  });
});

it('a picture that is gone never comes', async () => {
  await expect(api.download('gone')).rejects.toMatchObject({ fault: 'refused', errcode: 40007 });
});

describe('the doctor', () => {
  it('finds nothing wrong where all is right', async () => {
    const checks = await checkWecom(config);
    expect(checks.map(({ name, ok }) => [name, ok])).toEqual([
      ['企业微信凭证', true],
      ['客服帐号', true],
      ['接待人员（备案咨询）', true],
    ]);
  });

  it.each([
    [{ secret: 'another' }, '企业微信凭证', 'WECOM_SECRET'],
    [{ corpId: 'ww0' }, '企业微信凭证', 'WECOM_CORP_ID'],
    [{ apiBase: 'http://127.0.0.1:9' }, '企业微信凭证', '连不上'],
  ])('tells what %o does', async (wrong, name, words) => {
    const checks = await checkWecom({ ...config, ...wrong });
    expect(checks).toMatchObject([{ name, ok: false }]);
    expect(`${checks[0]?.what}${checks[0]?.todo}`).toContain(words);
  });

  it('tells that the API has no permission, and that nobody receives', async () => {
    sim.ctl.refuse('account/list', 48002);
    expect((await checkWecom(config)).at(-1)).toMatchObject({ ok: false, todo: expect.stringContaining('可调用接口') });
    sim.ctl.agent.status('zhang', 2, 'lost');
    expect((await checkWecom(config)).at(-1)).toMatchObject({ ok: false, todo: expect.stringContaining('WECOM_DESK') });
  });
});
