import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SimClock, settle, steppedClock } from '../clock.ts';
import { testSeed } from '../test-seed.ts';
import { callApi } from './bare-api.ts';
import { type BareBot, bareBot } from './bare-bot.ts';
import { type DingTalkSim, dingtalkSim } from './dingtalk-sim.ts';

const app = { appKey: 'ding1', appSecret: 's', robotCode: 'ding1' };

let clock: SimClock;
let sim: DingTalkSim;
let bot: BareBot;

beforeEach(async () => {
  clock = steppedClock();
  sim = await dingtalkSim({ clock, seed: testSeed(), ...app });
  bot = await bareBot(sim.url, app);
});
afterEach(async () => {
  bot.close();
  await sim.close();
});

const webhook = async (group?: string): Promise<string> => {
  const to = group === undefined ? {} : { group };
  await sim.ctl.robotMessage({ user: 'u1', text: '在吗', ...to }).answered();
  return String(bot.messages().at(-1)?.sessionWebhook);
};
const hello = { msgtype: 'text', text: { content: '您好' } };

describe('a session webhook', () => {
  it('answers into its own chat, with mentions', async () => {
    const markdown = { msgtype: 'markdown', markdown: { title: '回答', text: '**您好**' }, at: { atUserIds: ['u1'] } };
    expect((await callApi(await webhook('cid1'), markdown)).json).toMatchObject({ errcode: 0, errmsg: 'ok' });
    expect((await callApi(await webhook(), hello)).json.errcode).toBe(0);
    const line = { via: 'session', kind: 'markdown', text: '**您好**', mentions: ['u1'] };
    expect(await sim.ctl.waitSent('cid1', 1)).toMatchObject([line]);
    expect(sim.ctl.sent('u1')).toMatchObject([{ kind: 'text', text: '您好', mentions: [] }]);
    expect(sim.ctl.violations).toEqual([]);
  });

  it('tells a waiting test when a line arrives', async () => {
    const address = await webhook();
    let lines = 0;
    const waited = sim.ctl.waitSent('u1', 2).then((seen) => {
      lines = seen.length;
    });
    await callApi(address, hello);
    await settle();
    expect(lines).toBe(0);
    await callApi(address, hello);
    await waited;
    expect(lines).toBe(2);
  });

  it('expires 90 minutes after the message', async () => {
    const address = await webhook();
    await clock.advance(5_399_999);
    expect((await callApi(address, hello)).json.errcode).toBe(0);
    await clock.advance(1);
    expect((await callApi(address, hello)).json).toMatchObject({ errcode: 310000, errmsg: 'session.expired' });
    const unknown = await callApi(`${sim.oapiUrl}/robot/sendBySession?session=x`, hello);
    expect(unknown.json).toMatchObject({ errcode: 310000, errmsg: 'session.notExisted' });
  });

  it('takes 20 messages a minute, then none for ten minutes', async () => {
    const address = await webhook();
    const codes = async (count: number) => {
      const all: number[] = [];
      for (let at = 0; at < count; at += 1) all.push((await callApi(address, hello)).json.errcode);
      return all;
    };
    expect(await codes(21)).toEqual([...Array(20).fill(0), 410100]);
    await clock.advance(599_999);
    sim.ctl.set({ webhookBusyCode: 130101 });
    expect(await codes(1)).toEqual([130101]);
    await clock.advance(1);
    expect(await codes(1)).toEqual([0]);
    expect(sim.ctl.sent('u1')).toHaveLength(21);
  });

  it('refuses malformed messages, disbanded groups, and single chats if told to', async () => {
    const address = await webhook('cid1');
    expect((await callApi(address, { msgtype: 'sampleText' })).json.errcode).toBe(400105);
    expect((await callApi(address, { msgtype: 'text', text: '您好' })).json.errcode).toBe(40035);
    expect(sim.ctl.violations).toHaveLength(2);
    sim.ctl.group('cid1', 'disbanded');
    expect((await callApi(address, hello)).json.errcode).toBe(400013);
    sim.ctl.set({ webhookInSingle: false });
    expect((await callApi(await webhook(), hello)).json.errcode).toBe(310000);
    expect(sim.ctl.sent('u1')).toEqual([]);
  });

  it('delivers although the caller sees the connection break', async () => {
    const address = await webhook();
    sim.ctl.fault({ match: 'sendBySession', kind: 'reset' });
    await expect(callApi(address, hello)).rejects.toThrow();
    expect(sim.ctl.sent('u1')).toHaveLength(1);
  });
});
