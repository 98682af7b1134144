import { describe, expect, it } from 'vitest';
import { sqliteStore } from '../../../src/adapters/store/sqlite.ts';
import { vaultSeal } from '../../../src/adapters/vault/seal.ts';
import type { AtConsole } from '../../people/people-desk.ts';
import { freshFolder } from '../store/stores.ts';
import { type Account, USER } from './account.ts';
import { accounts } from './accounts.ts';

const { open, told } = accounts();
const QUESTION = '提示非法参数怎么办';
const SEND = '/cgi-bin/message/custom/send';
const sends = ({ ctl }: Account): number => ctl.log.filter(({ path }) => path === SEND).length;
const notes = async ({ desk, talk }: Account, what: string) =>
  (await desk.store.notes(await talk())).filter(({ body }) => body.what === what);

/** An agent who has the user's conversation. */
async function serving(
  account: Account,
  from?: string,
): Promise<{ agent: AtConsole; tell(text: string): Promise<void> }> {
  await account.say(QUESTION, from);
  const agent = await account.desk.agent('小周');
  let count = 0;
  return {
    agent,
    async tell(text) {
      count += 1;
      const path = `/talks/${await account.talk(from)}/messages`;
      await agent.call('POST', path, { id: `a${count}`, text });
      await account.pass(1_000);
    },
  };
}

describe('an agent', () => {
  it('is heard, and hears what is written back', async () => {
    const account = await open();
    const { tell } = await serving(account);
    await tell('您好，请换一台手机再扫。');
    expect(account.texts().at(-1)).toBe(
      '客服 01 已接入，前面的情况已经看到，不用再讲一遍。\n\n客服 01：您好，请换一台手机再扫。',
    );
    expect(account.ctl.quotaLeft(USER)).toBe(4);
    expect(await account.say('换了，好了')).toMatchObject({ is: 'accepted' });
    const lines = await account.desk.store.lines(await account.talk(), 0, 100);
    expect(lines.at(-1)).toMatchObject({ by: 'user', text: '换了，好了' });
  });

  it('is cut at 2048 bytes, between characters, and nothing is lost', async () => {
    const account = await open();
    const { tell } = await serving(account);
    const text = Array.from({ length: 60 }, (_, at) => `第${at}句：请把身份证放平再拍👨‍👩‍👧。`).join('');
    await tell(text);
    const sent = account.ctl
      .sent(USER)
      .slice(1)
      .map((one) => one.text ?? '');
    expect(sent.length).toBeGreaterThan(1);
    for (const one of sent) expect(Buffer.byteLength(one)).toBeLessThanOrEqual(2_048);
    const said = sent
      .join('')
      .replace(/微信限制了条数.*?再发给您。/gs, '')
      .replaceAll('\n', '');
    expect(said.slice(said.indexOf('第0句'))).toBe(text);
  });

  it('is told when nothing can be sent any more; it goes out when the person writes, and is never tried before', async () => {
    const account = await open();
    const { tell } = await serving(account);
    for (const at of [1, 2, 3, 4, 5, 6, 7]) await tell(`第 ${at} 句`);
    const seen = account.texts().slice(1);
    expect(seen).toHaveLength(5);
    expect(seen[3]).not.toContain('回复任意内容');
    expect(seen[4]).toMatch(/第 5 句[\s\S]*回复任意内容/);
    const tried = sends(account);
    expect(tried).toBe(5);
    for (const _ of [1, 2, 3]) await account.pass(600_000);
    expect(sends(account)).toBe(tried);
    expect(await notes(account, 'waits-for-user')).toHaveLength(1);
    expect(await account.say('继续')).toMatchObject({
      is: 'replied',
      reply: { text: '客服 01：第 6 句\n\n客服 01：第 7 句' },
    });
    expect(account.ctl.quotaLeft(USER)).toBe(5);
  });

  it.each([45047, 45015])('is told when the platform says that nothing is left (%d)', async (code) => {
    const account = await open();
    const { tell } = await serving(account);
    account.ctl.refuse('custom/send', code);
    await tell('请换一台手机再扫。');
    for (const _ of [1, 2, 3]) await account.pass(600_000);
    expect(sends(account)).toBe(1);
    expect(await notes(account, 'waits-for-user')).toHaveLength(1);
    await account.say('在吗');
    expect(account.texts().at(-1)).toContain('请换一台手机再扫。');
  });

  it('is told after 48 hours, too', async () => {
    const account = await open();
    await account.say(QUESTION);
    await account.pass(48 * 3_600_000 - 60_000);
    const { tell } = await serving(account, 'oSomebodyElse');
    const agent = await account.desk.agent('小吴');
    const path = `/talks/${await account.talk()}/messages`;
    await agent.call('POST', path, { id: 'b1', text: '还在吗' });
    await account.pass(1_000);
    expect(account.texts().at(-1)).toContain('还在吗');
    await account.pass(60_000);
    await agent.call('POST', path, { id: 'b2', text: '明天再试一次' });
    await account.pass(1_000);
    expect(sends(account)).toBe(1);
    expect(await notes(account, 'waits-for-user')).toHaveLength(1);
    await tell('您好');
    expect(account.texts('oSomebodyElse').at(-1)).toContain('您好');
  });

  it.each([40003, 43004, 43019, 48002])('is told what never arrives (%d), once', async (code) => {
    const account = await open();
    const { tell } = await serving(account);
    account.ctl.refuse('custom/send', code);
    await tell('您好');
    expect(await notes(account, 'not-delivered')).toHaveLength(1);
    told(String(code));
    await tell('还在吗');
    expect(account.texts().at(-1)).toContain('还在吗');
    expect(account.ctl.quotaLeft(USER)).toBe(3);
  });

  it.each([-1, 45009, 45011])('gets through what passes (%d)', async (code) => {
    const account = await open();
    const { tell } = await serving(account);
    account.ctl.refuse('custom/send', code);
    await tell('请换一台手机再扫。');
    expect(account.texts()).toHaveLength(1);
    await account.pass(700_000);
    expect(account.texts().at(-1)).toContain('请换一台手机再扫。');
    expect(account.ctl.quotaLeft(USER)).toBe(4);
  });

  it('is cut smaller, once, where the platform finds it too long', async () => {
    const account = await open();
    const { tell } = await serving(account);
    account.ctl.refuse('custom/send', 45002);
    await tell('请换一台手机再扫，光线要足。'.repeat(40));
    const sent = account.texts().slice(1);
    expect(sent).toHaveLength(2);
    for (const one of sent) expect(Buffer.byteLength(one)).toBeLessThanOrEqual(1_024);
  });

  it.each([
    [48001, 'WECHAT_VERIFIED=false'],
    [40164, 'IP 白名单'],
    [89503, '管理员确认'],
  ])('waits for the operator (%d), who is told what to do', async (code, what) => {
    const account = await open();
    const { tell } = await serving(account);
    account.ctl.refuse('custom/send', code);
    await tell('您好');
    told(what);
    await account.pass(60_000);
    expect(account.texts().at(-1)).toContain('您好');
  });

  it('sends pictures', async () => {
    const account = await open();
    const { agent } = await serving(account);
    const talk = await account.talk();
    const picture = await account.desk.picture(talk);
    const said = await agent.call('POST', `/talks/${talk}/messages`, {
      id: 'p1',
      text: '像这样拍：',
      pictures: [picture],
    });
    expect(said.status).toBe(200);
    await account.pass(1_000);
    const sent = account.ctl.sent(USER).slice(1);
    expect(sent.map(({ type }) => type)).toEqual(['text', 'image']);
    expect(account.ctl.media(sent[1]?.mediaId ?? '')?.subarray(0, 4)).toEqual(Buffer.from([137, 80, 78, 71]));
  });
});

describe('the access token', () => {
  it('is fetched once by fifty who find it expired', async () => {
    const account = await open();
    const users = Array.from({ length: 50 }, (_, at) => `oUser${String(at).padStart(4, '0')}`);
    account.answersAfter(5_000);
    const pushes = users.map((user) => account.say(QUESTION, user));
    await account.clock.advance(4_950);
    await Promise.all(pushes);
    const before = account.ctl.tokensIssued();
    expect(before).toBe(1);
    account.ctl.expireTokens();
    await account.pass(3_000);
    await account.pass(10_000);
    expect(users.map((user) => account.texts(user).length)).toEqual(users.map(() => 1));
    expect(account.ctl.tokensIssued()).toBe(before + 1);
    expect(account.ctl.log.filter(({ path }) => path.endsWith('stable_token'))).toHaveLength(2);
  }, 60_000);
});

describe('a desk that starts anew', () => {
  it('knows what it had, and how much may be sent', async () => {
    const file = `${await freshFolder()}/desk.db`;
    const seal = vaultSeal(Buffer.alloc(32, 7));
    const store = () => sqliteStore(file);
    const first = await open({ store, desk: { seal } });
    const { tell } = await serving(first);
    await tell('第 1 句');
    const { msgId } = await first.ctl.push({ is: 'text', from: USER, text: '好的' });
    await tell('第 2 句');
    const world = { clock: first.clock, sim: first.sim };
    await first.desk.close();
    const second = await open({ store, desk: { seal }, world });
    const again = await second.ctl.replay(msgId);
    expect(again.is === 'answered' && again.body.toString()).toBe('success');
    const talk = await second.talk();
    const lines = await second.desk.store.lines(talk, 0, 100);
    expect(lines.filter(({ text }) => text === '好的')).toHaveLength(1);
    expect(await second.desk.store.windows.windowOf(talk)).toMatchObject({ left: 4 });
    expect(second.ctl.quotaLeft(USER)).toBe(4);
    await second.sim.close();
  });
});
