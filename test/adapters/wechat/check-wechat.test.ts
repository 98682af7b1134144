import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WechatConfig } from '../../../src/adapters/vendor/channel-configs.ts';
import { checkWechat } from '../../../src/adapters/wechat/check-wechat.ts';
import { steppedClock } from '../../sim/clock.ts';
import type { WechatSim } from '../../sim/wechat/ctl.ts';
import { wechatSim } from '../../sim/wechat/wechat-sim.ts';
import { SECRETS } from './account.ts';

let sim: WechatSim;
const start = async (verified: boolean): Promise<void> => {
  sim = await wechatSim({ ...SECRETS, clock: steppedClock(), seed: 1, verified });
};
beforeEach(() => start(true));
afterEach(() => sim.close());

const check = (config: Partial<WechatConfig> = {}) =>
  checkWechat({
    ...{ appId: SECRETS.appId, appSecret: SECRETS.appSecret, token: SECRETS.token, aesKey: SECRETS.aesKey },
    ...{ previousAesKey: undefined, verified: true, desk: 'own', apiBase: sim.url },
    ...config,
  });

describe('an account', () => {
  it('that is set up well', async () => {
    expect((await check()).map(({ name, ok }) => [name, ok])).toEqual([
      ['微信消息加密', true],
      ['微信凭证和 IP 白名单', true],
      ['微信认证', true],
    ]);
  });

  it('with a wrong secret', async () => {
    expect((await check({ appSecret: 'wrong-one' })).at(-1)).toMatchObject({
      ok: false,
      todo: expect.stringContaining('WECHAT_APP_SECRET'),
    });
  });

  it('from an address that is not listed', async () => {
    sim.ctl.rule({ allowedIps: [] });
    expect((await check()).at(-1)).toMatchObject({ ok: false, todo: expect.stringContaining('IP 白名单') });
  });

  it('that cannot be reached', async () => {
    expect((await check({ apiBase: 'http://127.0.0.1:9' })).at(-1)).toMatchObject({
      ok: false,
      what: expect.stringContaining('连不上 127.0.0.1:9'),
    });
  });

  it('that is not verified, though it is said to be, or the other way round', async () => {
    expect((await check({ verified: false })).at(-1)).toMatchObject({
      ok: true,
      todo: expect.stringContaining('WECHAT_VERIFIED=true'),
    });
    await sim.close();
    await start(false);
    expect((await check()).at(-1)).toMatchObject({ ok: false, todo: expect.stringContaining('WECHAT_VERIFIED=false') });
    expect((await check({ verified: false })).at(-1)).toMatchObject({ ok: true });
  });

  it('without a key, or with the same twice', async () => {
    expect((await check({ aesKey: undefined }))[0]).toMatchObject({
      ok: true,
      todo: expect.stringContaining('安全模式'),
    });
    expect((await check({ previousAesKey: SECRETS.aesKey }))[0]).toMatchObject({ ok: false });
  });
});
