import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SimClock, settle, steppedClock } from '../clock.ts';
import { testSeed } from '../test-seed.ts';
import { type BareBot, bareBot } from './bare-bot.ts';
import { type DingTalkSim, dingtalkSim } from './dingtalk-sim.ts';

const app = { appKey: 'ding1', appSecret: 's', robotCode: 'ding1' };

let clock: SimClock;
let sim: DingTalkSim;
const bots: BareBot[] = [];

beforeEach(async () => {
  clock = steppedClock();
  sim = await dingtalkSim({ clock, seed: testSeed(), ...app });
});
afterEach(async () => {
  for (const bot of bots.splice(0)) bot.close();
  await sim.close();
});

const join = async (options?: Parameters<typeof bareBot>[2]): Promise<BareBot> => {
  const bot = await bareBot(sim.url, app, options);
  bots.push(bot);
  return bot;
};
const say = (text: string) => sim.ctl.robotMessage({ user: 'u1', text });
const texts = (bot: BareBot): unknown[] => bot.messages().map(({ text }) => (text as { content?: unknown })?.content);

describe('robot messages over Stream', () => {
  it('carries each kind of message in its own shape', async () => {
    const bot = await join();
    const { ctl } = sim;
    ctl.robotMessage({ user: 'u1', type: 'picture' });
    ctl.robotMessage({ user: 'u1', type: 'richText', parts: ['看图', {}, '就是这里'] });
    ctl.robotMessage({ user: 'u1', type: 'audio', text: '你好' });
    ctl.robotMessage({ user: 'u1', type: 'video' });
    ctl.robotMessage({ user: 'u1', type: 'file', fileName: '核验单.pdf' });
    ctl.robotMessage({ user: 'u1', group: 'cid1', text: '在吗' });
    await settle();
    const code = expect.stringMatching(/^\w{64}$/);
    expect(bot.messages().map(({ msgtype, content, text }) => [msgtype, content ?? text])).toEqual([
      ['picture', { downloadCode: code }],
      ['richText', { richText: [{ text: '看图' }, { type: 'picture', downloadCode: code }, { text: '就是这里' }] }],
      ['audio', { downloadCode: code, duration: 4_000, recognition: '你好' }],
      ['video', { downloadCode: code, duration: 8_000, videoType: 'mp4' }],
      ['file', { downloadCode: code, fileName: '核验单.pdf' }],
      ['text', { content: ' 在吗' }],
    ]);
    expect(bot.messages().at(-1)).toMatchObject({ conversationType: '2', conversationId: 'cid1', isInAtList: true });
  });

  it('brings from groups only what mentions the robot, and no sound, film or file', async () => {
    const bot = await join();
    sim.ctl.robotMessage({ user: 'u1', group: 'cid1', text: '闲聊', at: false });
    for (const type of ['audio', 'video', 'file'] as const) sim.ctl.robotMessage({ user: 'u1', group: 'cid1', type });
    await settle();
    expect(bot.frames).toEqual([]);
    expect(sim.ctl.lost).toHaveLength(4);
  });

  it('has the odd bodies: outsider, quota used up, JSON cut off, text in content', async () => {
    const bot = await join();
    const { ctl } = sim;
    ctl.robotMessage({ user: 'u1', text: '外部', outsider: true });
    ctl.robotMessage({ user: 'u1', text: '超额', quotaExceeded: true });
    ctl.set({ quotaWords: 'errMsg', textAt: 'content' });
    ctl.robotMessage({ user: 'u1', text: '超额', quotaExceeded: true });
    ctl.robotMessage({ user: 'u1', text: '别处' });
    await settle();
    const [outsider, quota, quotaToo, elsewhere] = bot.messages();
    expect(outsider).not.toHaveProperty('senderStaffId');
    expect(quota).toMatchObject({ errorCode: '20001', errorMessage: expect.any(String) });
    expect(quotaToo).toMatchObject({ errCode: '20001', errMsg: expect.any(String) });
    expect(quota).not.toHaveProperty('text');
    expect(elsewhere).toMatchObject({ content: '别处' });
    ctl.robotMessage({ user: 'u1', text: '坏', badJson: true });
    await settle();
    expect(() => bot.messages()).toThrow(SyntaxError);
  });

  it('doubles messages and changes their order when told to', async () => {
    const bot = await join();
    sim.ctl.set({ duplicate: 3 });
    const push = say('一');
    await push.answered();
    expect(new Set(bot.messages().map(({ msgId }) => msgId))).toEqual(new Set([push.id]));
    expect(new Set(bot.frames.map(({ headers }) => headers.messageId)).size).toBe(3);
    sim.ctl.set({ duplicate: 1, outOfOrder: 8 });
    const words = Array.from('甲乙丙丁戊己庚辛');
    for (const word of words.slice(0, 7)) say(word);
    await settle();
    expect(bot.frames).toHaveLength(3);
    say('辛');
    say('壬');
    sim.ctl.set({ outOfOrder: 0 });
    await settle();
    expect(texts(bot).slice(3, 11)).not.toEqual(words);
    expect(texts(bot).slice(3, 11).sort()).toEqual([...words].sort());
    expect(texts(bot).at(-1)).toBe('壬');
  });

  it.each([
    ['never', false, 1],
    ['unacked', false, 2],
    ['unacked', true, 1],
    ['always', true, 2],
  ] as const)('with redelivery %s and acked %s arrives in %i frames', async (redeliver60s, acks, frames) => {
    const bot = await join({ acks });
    sim.ctl.set({ redeliver60s });
    say('一');
    await clock.advance(59_999);
    expect(bot.frames).toHaveLength(1);
    await clock.advance(1);
    expect(bot.frames).toHaveLength(frames);
    expect(sim.ctl.violations).toHaveLength(acks ? 0 : 1);
  });

  it('counts acks of a wrong shape, twice, or for nothing as violations', async () => {
    const bot = await join({ acks: false });
    const push = say('一');
    await settle();
    const [frame] = bot.frames;
    if (!frame) throw new Error('no frame came');
    const up = { contentType: 'application/json', messageId: push.attempts[0]?.id };
    bot.raw('{');
    bot.raw(JSON.stringify({ code: 200, data: '{}' }));
    bot.raw(JSON.stringify({ code: 200, headers: up, data: {} }));
    bot.raw(JSON.stringify({ code: 200, headers: { ...up, messageId: 'none' }, data: '{}' }));
    bot.ack(frame);
    bot.ack(frame);
    await settle();
    expect(sim.ctl.violations).toEqual([
      'an ack that is no JSON',
      'an ack without headers.messageId',
      `ack ${up.messageId}: data is not text`,
      'ack none: no frame waits for it',
      `ack ${up.messageId}: a second one`,
    ]);
  });
});

describe('several connections', () => {
  it('gives each message to one of them, and both get some', async () => {
    const [one, other] = [await join(), await join()];
    for (let count = 0; count < 40; count += 1) say(String(count));
    await settle();
    expect(texts(one).length + texts(other).length).toBe(40);
    expect(Math.min(texts(one).length, texts(other).length)).toBeGreaterThan(0);
  });

  it('leaves a zombie without messages and without a word', async () => {
    const [one, other] = [await join(), await join()];
    sim.ctl.zombie();
    for (let count = 0; count < 10; count += 1) say(String(count));
    await clock.advance(60_000);
    expect([one.frames.length, other.frames.length]).toEqual([0, 10]);
    expect(sim.ctl.lines().map(({ state }) => state)).toEqual(['zombie', 'live']);
  });

  it('drops the TCP connection it is told to', async () => {
    const [one, other] = [await join(), await join()];
    const [, second] = sim.ctl.lines();
    sim.ctl.drop(second?.id);
    await other.closed;
    await say('还在').answered();
    expect(texts(one)).toEqual(['还在']);
  });

  it('holds everything back while the network stands still', async () => {
    const bot = await join();
    const goOn = sim.ctl.pauseTcp();
    const push = say('等等');
    await clock.advance(40_000);
    expect(bot.frames).toEqual([]);
    expect(push.attempts[0]?.answer).toBeUndefined();
    goOn();
    await push.answered();
    expect(texts(bot)).toEqual(['等等']);
    expect(sim.ctl.violations).toEqual([]);
  });

  it('delivers nothing to a connection that did not subscribe to it', async () => {
    const bot = await join({ topics: ['/v1.0/card/instances/callback'] });
    say('一');
    await settle();
    expect(bot.frames).toEqual([]);
    expect(sim.ctl.lost).toHaveLength(1);
  });

  it('refuses connections as long as a fault says so', async () => {
    const goOn = sim.ctl.fault({ match: 'GET /connect', times: Number.POSITIVE_INFINITY, kind: 'http500' });
    await expect(join()).rejects.toThrow('500');
    goOn();
    await join();
    expect(sim.ctl.lines()).toHaveLength(1);
  });
});
