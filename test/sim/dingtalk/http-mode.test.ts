import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SimClock, steppedClock } from '../clock.ts';
import type { SimRequest } from '../request.ts';
import { type SimServer, simServer } from '../server.ts';
import { testSeed } from '../test-seed.ts';
import { type DingTalkSim, dingtalkSim } from './dingtalk-sim.ts';
import { cardSign, robotSign } from './sign.ts';

describe('the signatures', () => {
  // Computed with Python's hmac module and OpenSSL from the vendor's formula, not with this code.
  it.each([
    ['1577262236757', 'this is secret', 'hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM='],
    ['1700000000000', 'SECabc123', 'N5P09a4+p1AMJIJWnIvQd2Yxw9+fu/oEBnPrjCcsLXk='],
    ['0', '密钥', '95G//AOaFLWJUU4E6i75QdzEnHeMIHs7riSGRgJYks4='],
  ])('of a robot message at %s with %s', (timestamp, secret, sign) => {
    expect(robotSign(timestamp, secret)).toBe(sign);
  });

  it('of a card callback', () => {
    expect(cardSign('1700000000000', 'ACTION')).toBe('ZDl1TSqcOZvcWEsqqUm1kbBYI8Lv5ssEdzZ3QsjoP9c=');
  });
});

describe('robot messages over HTTP', () => {
  const app = { appKey: 'ding1', appSecret: 'SECabc123', robotCode: 'ding1' };
  const clock: SimClock = steppedClock(1_700_000_000_000);
  let bot: SimServer;
  let sim: DingTalkSim;

  beforeEach(async () => {
    bot = await simServer({ clock, routes: { 'POST /bot': () => ({ body: {} }) }, wording: () => ({}) });
    sim = await dingtalkSim({ clock, seed: testSeed(), ...app, pushTo: `${bot.url}/bot` });
  });
  afterEach(async () => {
    await Promise.all([sim.close(), bot.close()]);
  });
  const signOf = ({ headers }: SimRequest) => [headers.timestamp, headers.sign];

  it('posts the same body with timestamp and sign', async () => {
    const push = sim.ctl.robotMessage({ user: 'u1', text: '你好' });
    await push.answered();
    expect(push.attempts[0]?.answer).toMatchObject({ code: 200, data: '{}' });
    const [call] = bot.log;
    if (!call) throw new Error('no call came');
    expect(JSON.parse(call.body.toString())).toMatchObject({ msgId: push.id, text: { content: '你好' } });
    expect(signOf(call)).toEqual(['1700000000000', 'N5P09a4+p1AMJIJWnIvQd2Yxw9+fu/oEBnPrjCcsLXk=']);
  });

  it('signs badly in each way that is asked for, and replays a call as it was', async () => {
    for (const sign of ['stale', 'wrongSecret', 'urlEncoded', 'missing'] as const) {
      await sim.ctl.robotMessage({ user: 'u1', text: '你好', sign }).answered();
    }
    const good = sim.ctl.robotMessage({ user: 'u1', text: '你好' });
    await good.answered();
    sim.ctl.replay(good);
    await good.answered();
    const right = 'N5P09a4+p1AMJIJWnIvQd2Yxw9+fu/oEBnPrjCcsLXk=';
    const [stale, wrong, encoded, missing, first, again] = bot.log.map(signOf);
    expect(stale).toEqual(['1699996340000', robotSign('1699996340000', app.appSecret)]);
    expect(wrong).toEqual(['1700000000000', expect.not.stringContaining(right)]);
    expect(encoded).toEqual(['1700000000000', encodeURIComponent(right)]);
    expect(missing).toEqual([undefined, undefined]);
    expect(again).toEqual(first);
    expect(bot.log[5]?.body).toEqual(bot.log[4]?.body);
  });

  it('hangs up on a bot that does not answer, and comes again after 60 s if it should', async () => {
    sim.ctl.set({ redeliver60s: 'unacked' });
    bot.faults.add({ match: '/bot', kind: 'timeout' });
    const push = sim.ctl.robotMessage({ user: 'u1', text: '你好' });
    await clock.advance(15_000);
    expect(await push.attempts[0]?.answered).toBeUndefined();
    expect(sim.ctl.violations).toHaveLength(1);
    await clock.advance(45_000);
    await push.answered();
    expect(push.attempts.map(({ answer }) => answer?.code)).toEqual([undefined, 200]);
  });
});
