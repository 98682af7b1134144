import { describe, expect, it } from 'vitest';
import type { PeopleDesk } from '../../people/people-desk.ts';
import { settle } from '../../sim/clock.ts';
import { SECRETS, USER } from './account.ts';
import { accounts } from './accounts.ts';

const { open, told } = accounts();
const QUESTION = '提示非法参数怎么办';
const saidIn = async (desk: PeopleDesk, talk: string): Promise<readonly string[]> =>
  (await desk.store.lines(talk, 0, 1_000)).filter(({ by }) => by === 'user').map(({ text }) => text);
const ask = { is: 'text', from: USER, text: QUESTION } as const;

describe('a question', () => {
  it.each([
    ['safe', 'xml'],
    ['safe', 'json'],
    ['compat', 'xml'],
    ['compat', 'json'],
  ] as const)('is answered in the answer to its push, in %s mode and %s', async (mode, format) => {
    const { ctl, texts, desk } = await open();
    expect(await ctl.push(ask, { mode, format })).toMatchObject({
      is: 'replied',
      reply: { via: 'passive', type: 'text', text: expect.stringMatching(/依据：.+ · 2023-03-24/) },
    });
    await desk.round();
    expect(texts()).toHaveLength(1);
    expect(ctl.quotaLeft(USER)).toBe(5);
  });

  it('is answered in plain mode where no key is set', async () => {
    const { ctl } = await open({ config: { aesKey: undefined } });
    for (const format of ['xml', 'json'] as const) {
      expect(await ctl.push(ask, { mode: 'plain', format })).toMatchObject({ is: 'replied' });
    }
  });

  it('is answered with the key before, where the platform still uses it', async () => {
    const aesKey = 'Bbcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
    const { ctl } = await open({ config: { previousAesKey: aesKey } });
    expect(await ctl.push(ask, { aesKey })).toMatchObject({ is: 'replied' });
    expect(await ctl.push(ask)).toMatchObject({ is: 'replied' });
  });

  it('that comes again is answered once, with the same bytes', async () => {
    const { ctl, texts, desk, talk } = await open({ config: { aesKey: undefined } });
    const { msgId } = await ctl.push(ask, { mode: 'plain' });
    const [second, third] = [await ctl.replay(msgId), await ctl.replay(msgId)];
    if (second.is !== 'answered' || third.is !== 'answered') throw new Error('not answered');
    expect(second.body.toString()).toContain(texts()[0]);
    expect(third.body).toEqual(second.body);
    await desk.round();
    expect(texts()).toHaveLength(1);
    expect(await saidIn(desk, await talk())).toEqual([QUESTION]);
  });

  it('that comes again while it is still being answered is answered once', async () => {
    const { ctl, clock, answersAfter, say, desk, talk } = await open();
    answersAfter(2_000);
    const first = say(QUESTION);
    await settle();
    const second = ctl.replay();
    await clock.advance(2_000);
    expect(await first).toMatchObject({ is: 'replied' });
    const again = await second;
    expect(again.is === 'answered' && again.body.length).toBeGreaterThan(500);
    await desk.round();
    expect(ctl.sent(USER)).toHaveLength(1);
    expect(await saidIn(desk, await talk())).toEqual([QUESTION]);
  });

  it('is answered later, once, where the answer is not ready in time', async () => {
    const { ctl, clock, answersAfter, say, pass, sees } = await open();
    answersAfter(4_900);
    const inTime = say(QUESTION);
    await clock.advance(1_100);
    expect(ctl.typing(USER)).toBe(true);
    await clock.advance(3_800);
    expect(await inTime).toMatchObject({ is: 'replied', deliveries: [{ took: 4_900 }] });

    answersAfter(5_100);
    const late = say('域名证书一直上传中');
    await clock.advance(4_950);
    expect(await late).toMatchObject({ is: 'accepted', deliveries: [{ took: 4_950 }] });
    await pass(1_000);
    expect(ctl.sent(USER)).toHaveLength(1);
    await pass(1_000);
    expect((await sees(2)).map(({ via }) => via)).toEqual(['passive', 'custom']);
    await pass(60_000);
    expect(ctl.sent(USER)).toHaveLength(2);
    expect(ctl.quotaLeft(USER)).toBe(4);
  });

  it('of a hundred in one go are answered in order', async () => {
    const { desk, ctl, talk, pass } = await open();
    const texts = Array.from({ length: 100 }, (_, at) => `第${at + 1}句：${QUESTION}`);
    const results = await Promise.all(texts.map((text) => ctl.push({ is: 'text', from: USER, text })));
    await pass(10_000);
    expect(await saidIn(desk, await talk())).toEqual(texts);
    expect(results.every(({ is }) => is === 'replied' || is === 'accepted')).toBe(true);
  }, 60_000);
});

describe('choices', () => {
  it('are numbered in an answer, and picked by number', async () => {
    const { ctl, say, texts } = await open();
    await ctl.push({ is: 'subscribe', from: USER });
    expect(texts()[0]).toMatch(/回复 1 到 \d+ 选择：\n1 /);
    const first = /\n1 (.+)/.exec(texts()[0] ?? '')?.[1] ?? '';
    const picked = await say('1');
    const other = await say(first, 'oAnother');
    expect(picked.is === 'replied' && picked.reply.text).toBe(other.is === 'replied' && other.reply.text);
  });

  it('are a menu where the answer is sent', async () => {
    const { ctl, clock, answersAfter, say, pass, sees } = await open();
    answersAfter(5_000);
    const push = say('公司年报在哪里交');
    await clock.advance(4_950);
    await push;
    await pass(2_000);
    const [menu] = await sees(1);
    expect(menu).toMatchObject({ via: 'custom', type: 'msgmenu' });
    const shown = menu?.body.msgmenu as { readonly list: readonly { readonly content: string }[] } | undefined;
    answersAfter(0);
    const text = shown?.list[0]?.content ?? '';
    expect(await ctl.push({ is: 'text', from: USER, text, menuId: '1' })).toMatchObject({ is: 'replied' });
  });
});

describe('an unverified account', () => {
  const unverified = { config: { verified: false }, sim: { verified: false } } as const;

  it('answers the second delivery where the first was too early', async () => {
    const { ctl, clock, answersAfter, say, pass } = await open(unverified);
    answersAfter(7_000);
    const push = say(QUESTION);
    await clock.advance(5_000);
    await clock.advance(2_000);
    expect(await push).toMatchObject({ is: 'replied', deliveries: [{ outcome: 'cut' }, { outcome: 'replied' }] });
    await pass(60_000);
    expect(ctl.sent(USER)).toHaveLength(1);
    expect(ctl.log).toEqual([]);
  });

  it('answers both deliveries that are open at once with one answer', async () => {
    const { ctl, clock, answersAfter, desk, talk } = await open(unverified);
    answersAfter(6_000);
    const push = ctl.push(ask, { overlap: 2_000 });
    await clock.advance(6_000);
    expect(await push).toMatchObject({ is: 'replied' });
    expect(ctl.sent(USER)).toHaveLength(1);
    expect(await saidIn(desk, await talk())).toEqual([QUESTION]);
  });

  it('says how to fetch what took longer than all deliveries; it comes with the next answer, in order', async () => {
    const { ctl, clock, answersAfter, say, pass, texts, desk, talk } = await open(unverified);
    answersAfter(20_000);
    const push = say(QUESTION);
    await clock.advance(5_000);
    await clock.advance(5_000);
    await clock.advance(4_950);
    expect(await push).toMatchObject({ is: 'replied', reply: { text: expect.stringContaining('回复任意内容') } });
    await pass(10_000);
    await pass(60_000);
    expect(texts()).toHaveLength(1);
    const waits = (await desk.store.notes(await talk())).filter(({ body }) => body.what === 'waits-for-user');
    expect(waits).toHaveLength(1);
    answersAfter(0);
    await say('域名证书一直上传中');
    expect(texts()).toHaveLength(2);
    expect(texts()[1]).toMatch(/非法参数[\s\S]*域名/);
    while ((await desk.store.underWay(await talk())).length > 0) {
      expect(texts().at(-1)).toContain('请回复“继续”取回');
      await say('继续');
    }
    expect(texts().at(-1)).not.toContain('请回复“继续”取回');
    expect(await saidIn(desk, await talk())).toEqual([QUESTION, '域名证书一直上传中']);
    expect(ctl.log).toEqual([]);
  });

  it('gives what waits for 继续, which is no question', async () => {
    const { clock, answersAfter, say, pass, texts, desk, talk } = await open(unverified);
    answersAfter(20_000);
    const push = say(QUESTION);
    for (const ms of [5_000, 5_000, 4_950]) await clock.advance(ms);
    await push;
    await pass(10_000);
    answersAfter(0);
    expect(await say('继续')).toMatchObject({ is: 'replied', reply: { text: expect.stringContaining('非法参数') } });
    expect(await saidIn(desk, await talk())).toEqual([QUESTION]);
    expect(texts()).toHaveLength(2);
  });

  it('carries an agent’s words with the next answer', async () => {
    const { say, desk, talk, texts, pass } = await open(unverified);
    await say(QUESTION);
    const agent = await desk.agent('小周');
    await agent.call('POST', `/talks/${await talk()}/messages`, { id: 'a1', text: '请换一台手机再扫。' });
    await pass(1_000);
    await pass(60_000);
    expect(texts()).toHaveLength(1);
    await say('好的');
    expect(texts()[1]).toContain('客服 01：请换一台手机再扫。');
  });
});

it('a desk that is closed lets nobody wait', async () => {
  const { say, answersAfter, desk, clock } = await open();
  answersAfter(60_000);
  const push = say(QUESTION);
  await settle();
  await desk.app.close();
  expect(await push).toMatchObject({ is: 'accepted' });
  await clock.advance(60_000);
});

it('the address check is answered, a forged one is not', async () => {
  const { ctl } = await open();
  expect(await ctl.verifyUrl()).toMatchObject({ ok: true });
  expect(await ctl.verifyUrl({ badSignature: true })).toMatchObject({ ok: false, answer: { status: 403 } });
  told('签名不符：请核对 WECHAT_TOKEN 与公众号后台“服务器配置”中的 Token');
});

it.each([
  'badSignature',
  'badMsgSignature',
  'unsigned',
  'stale',
  'wrongAppId',
  'wrongKey',
  'tampered',
  'badPadding',
  'doctype',
  'megabyte',
  'truncated',
  'plainInSafe',
] as const)('what is not the platform’s is refused (%s)', async (kind) => {
  const { ctl, desk } = await open();
  const answer = await ctl.hostile(kind);
  expect(answer.is === 'answered' ? answer.status : 413).toBeGreaterThanOrEqual(400);
  expect(answer.is === 'answered' ? answer.status : 413).toBeLessThan(500);
  expect(await desk.store.inbox.waiting('wechat', '9999')).toEqual([]);
  const user = 'oHostile0000000000000000000';
  expect(await desk.store.byTalk({ channel: 'wechat', room: SECRETS.appId, user })).toBeUndefined();
  if (kind !== 'megabyte') told('');
});
