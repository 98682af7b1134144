import { createHmac, randomUUID } from 'node:crypto';
import { expect, vi } from 'vitest';
import { formOf } from '../adapters/web/form.ts';
import { IDENTITY_SECRET, type PeopleDesk } from '../people/people-desk.ts';
import { person } from '../pictures/fictional.ts';
import { idFront } from '../pictures/id-front.ts';
import { photoOf } from '../pictures/photo-of.ts';
import { screenshot } from '../pictures/screenshot.ts';
import { settle } from '../sim/clock.ts';
import type { Secrets } from './secrets.ts';
import type { Vendors } from './vendors.ts';

/** Sends JSON to a desk that listens; fails the test where it is refused. */
export type Tell = (method: string, path: string, body?: object) => Promise<unknown>;

/** A card as a phone takes it; its name and number are secrets, and so is the picture. */
async function cardOf(seed: number, where: string, secret: Secrets): Promise<Buffer> {
  const { name, number } = person(seed);
  secret.words(`姓名 on ${where}`, `${name}`);
  secret.words(`身份证号 on ${where}`, number);
  return secret.bytes(`the picture of ${where}`, await photoOf(await idFront({ seed })));
}

/** Somebody at the web who tells everything, wherever there is room for it. */
export async function tellAtWeb(url: string, visitor: { talk: string; token: string }, secret: Secrets): Promise<void> {
  const at = `${url}/api/talks/${visitor.talk}`;
  const authorization = `Bearer ${visitor.token}`;
  const tell: Tell = async (method, path, body) => {
    const headers = { authorization, ...(body && { 'content-type': 'application/json' }) };
    const answer = await fetch(`${at}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    const text = await answer.text();
    expect([path, answer.status, answer.ok ? '' : text]).toEqual([path, answer.status, '']);
    return JSON.parse(text);
  };
  const say = (text: string) => tell('POST', '/messages', { id: randomUUID(), text });
  const show = async (name: string, bytes: Buffer) => {
    const body = formOf({
      ...{ id: randomUUID(), text: secret.said('the words beside a picture'), consent: 'yes' },
      pictures: [{ name, bytes: new Uint8Array(bytes) }],
    });
    const answer = await fetch(`${at}/messages`, { method: 'POST', headers: { authorization }, body });
    expect(answer.status).toBe(200);
  };

  const user = secret.identity('the signed user');
  await tell('POST', '/context', {
    page: `https://shop.example/order?phone=${encodeURIComponent(secret.phone('the address of the page'))}&mail=${secret.email('the address of the page')}`,
    device: { title: secret.said('the title of the page'), note: secret.phone('a device') },
    locale: 'zh-CN',
    user,
    signature: createHmac('sha256', IDENTITY_SECRET).update(user).digest('hex'),
  });
  await say(`扫码进不去上传页面，${secret.said('a message')}`);
  await say(`备案多久能下来，${secret.said('a question that no entry answers')}`);
  await say(secret.identity('a number to be checked'));
  await say('提示请检查姓名和证件号是否正确');
  await say('核对姓名写法');
  await say(
    `填的是${secret.words('姓名 as it was typed', '欧阳若曦')}，证件上是${secret.words('姓名 as it stands', '欧阳若熙')}`,
  );
  await say('提示请检查姓名和证件号是否正确');
  await say('核对姓名写法');
  await say(secret.words('姓名 alone', '司马长空'));
  const name = `${secret.words('姓名 in a file name', '诸葛云深')}${secret.identity('a file name')}.jpg`;
  await show(name, await cardOf(31, 'a card at the web', secret));
  await say('帮我改好');
  const lines = ['提交失败', `请联系 ${secret.phone('a screenshot').replace(/[-\s]/g, '')}`];
  await show('截图.png', secret.bytes('a screenshot', await screenshot({ lines, kind: 'error' })));
  await tell('PATCH', '/case', { wish: secret.said('a correction of the card') });
  await tell('POST', '/ticket', { text: secret.said('a 留言'), contact: secret.phone('the contact of a 留言') });
  await tell('POST', '/ticket', { text: '请发邮件', contact: secret.email('the contact of a 留言') });
  await tell('POST', '/rating', { score: 2, text: secret.said('a rating') });
  await say('转人工');
  await say(
    `资料传不上去，${secret.phone('a 留言 in the conversation')}，微信号 ${secret.words('微信号 in a 留言', 'ruoxi_8891')}`,
  );
}

/** An agent who repeats everything, wherever there is room for it. */
export async function tellAtConsole(tell: Tell, talk: string, secret: Secrets): Promise<void> {
  const at = `/talks/${talk}`;
  await tell('POST', `${at}/claim`);
  await tell('POST', `${at}/messages`, { id: randomUUID(), text: secret.said('an answer of an agent') });
  await tell('POST', `${at}/note`, { text: secret.said('a note') });
  await tell('PATCH', `${at}/case`, { wish: secret.said('a correction by an agent') });
  const { tickets } = (await tell('GET', at)) as { tickets: readonly { id: string }[] };
  await tell('POST', `${at}/reveal`, {
    item: `contact:${tickets[0]?.id}`,
    reason: secret.said('the reason of a reveal'),
  });
  await tell('POST', `${at}/return`, { summary: secret.said('a summary') });
  await tell('POST', '/radar/announcements', { entry: 1, text: secret.said('an announcement') });
}

/** The same through messengers, where pictures come with it too. */
export async function tellByVendors({ dingtalk, wechat, wecom, clock }: Vendors, desk: PeopleDesk, secret: Secrets) {
  await dingtalk.ctl.connected(2);
  const nick = secret.words('the name at DingTalk', '慕容惊鸿');
  dingtalk.ctl.robotMessage({ user: 'u1', nick, text: `扫码进不去，${secret.said('DingTalk')}` });
  await said(desk, 'dingtalk', 2);
  dingtalk.ctl.robotMessage({
    ...{ user: 'u1', nick, type: 'picture' },
    file: { bytes: await cardOf(32, 'a card at DingTalk', secret) },
  });
  await said(desk, 'dingtalk', 4);
  dingtalk.ctl.robotMessage({ user: 'u1', nick, text: '同意' });
  await said(desk, 'dingtalk', 6);
  const from = 'oUser000000000000000000000001';
  await wechat.ctl.push({ is: 'text', from, text: `扫码进不去，${secret.said('WeChat')}` });
  await wechat.ctl.push({ is: 'image', from, bytes: await cardOf(33, 'a card at WeChat, without consent', secret) });
  await wecom.ctl.say({ from: 'wmUser', is: 'text', text: `扫码进不去，${secret.said('WeCom')}` }).rings;
  await said(desk, 'wecom', 2);
  await clock.advance(5_000);
  await desk.round();
  await settle();
}

/** Resolves once so many lines stand in the conversation of a channel. */
async function said(desk: PeopleDesk, channel: string, lines: number): Promise<void> {
  const count = async () =>
    (
      await desk.store.db
        .selectFrom('lines')
        .innerJoin('talks', 'talks.id', 'lines.talk')
        .select('lines.seq')
        .where('channel', '=', channel)
        .execute()
    ).length;
  const enough = async () => {
    if ((await count()) < lines) throw new Error(`${channel} has fewer than ${lines} lines`);
  };
  await vi.waitFor(enough, { timeout: 30_000, interval: 50 });
}
