import { afterAll, beforeAll, expect, it } from 'vitest';
import { outcome } from '../../../src/bot/message.ts';
import { newCase } from '../../../src/handoff/case.ts';
import { type Desk, NOW, openDesk } from './desk.ts';
import { problemIn, visit } from './visitor.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

it('shows what is known, and the device apart from the phone', async () => {
  const { talk, call, post } = await visit(desk.url);
  expect(await (await call('facts')).json()).toEqual({});

  const facts = { platform: 'android', osVersion: '4.4.2', roles: ['网站负责人'], inPerson: true, entry: 1 } as const;
  await desk.store.commit({
    id: talk,
    seq: 1,
    was: newCase(''),
    case: newCase(''),
    by: 'bot',
    at: NOW.toISOString(),
    replies: [],
    outcome: outcome('silent'),
    facts,
    memory: { secret: 1 },
  });
  await post('context', { device: { os: 'Windows', touch: false } });
  expect(await (await call('facts')).json()).toEqual({ ...facts, device: { os: 'Windows', touch: false } });
});

it('adds to what the page told before, and masks numbers in its address', async () => {
  const { talk, post } = await visit(desk.url);
  const told = await post('context', {
    page: 'https://example.com/?phone=13800001111',
    locale: 'zh-CN',
    extra: 'dropped',
  });
  expect([told.status, await told.json()]).toEqual([
    200,
    { page: 'https://example.com/?phone=138****1111', locale: 'zh-CN' },
  ]);
  await post('context', { device: { os: 'iOS' } });
  expect((await desk.store.byId(talk))?.context).toEqual({
    page: 'https://example.com/?phone=138****1111',
    locale: 'zh-CN',
    device: { os: 'iOS' },
  });
});

it.each([
  [{ page: 5 }, 'page'],
  [{ page: 'x'.repeat(2001) }, 'page'],
  [{ locale: '<b>' }, 'locale'],
  [{ device: { a: { b: 1 } } }, ''],
  [{ device: Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`k${index}`, 1])) }, 'device'],
])('refuses the context %j', async (context, words) => {
  const { talk, post } = await visit(desk.url);
  const refused = await problemIn(await post('context', context));
  expect(refused).toEqual({ what: '400 bad-request', message: expect.stringContaining(words) });
  expect((await desk.store.byId(talk))?.context).toEqual({});
});

it('takes a judgement of one of our lines, and a second thought', async () => {
  const { say, post } = await visit(desk.url);
  await say('扫码进不去');
  const judged = await post('feedback', { seq: 3, helpful: false });
  expect([judged.status, await judged.json()]).toEqual([200, { seq: 3, helpful: false }]);
  expect((await post('feedback', { seq: 3, helpful: true })).status).toBe(200);
});

it('takes none of a line that is not ours', async () => {
  const { say, post } = await visit(desk.url);
  await say('扫码进不去');
  for (const seq of [2, 4, 99]) {
    expect(await problemIn(await post('feedback', { seq, helpful: true }))).toEqual({
      what: '404 not-found',
      message: `这个对话里没有序号是 ${seq} 的机器人回答。`,
    });
  }
  for (const body of [
    { seq: 0, helpful: true },
    { seq: '3', helpful: true },
    { seq: 3, helpful: 'yes' },
    { seq: 1.5, helpful: true },
    {},
  ]) {
    expect(await problemIn(await post('feedback', body))).toMatchObject({ what: '400 bad-request' });
  }
});

it('keeps a 留言 with its text masked and its contact sealed', async () => {
  const { talk, post } = await visit(desk.url);
  const left = await post('ticket', { text: '我的证件号 11010519491231002X 一直不对', contact: ' 13800001111 ' });
  const { ticket, at } = (await left.json()) as { ticket: string; at: string };
  expect([left.status, at]).toEqual([201, NOW.toISOString()]);

  const kept = (await desk.store.tickets({ done: false })).find(({ id }) => id === ticket);
  expect(kept).toMatchObject({ talk, at: NOW.toISOString(), text: '我的证件号 110105********002X 一直不对' });
  expect(kept?.contact).not.toContain('13800001111');
  expect(desk.seal.open(kept?.contact ?? '')).toBe('13800001111');
});

it.each([
  [{ contact: '13800001111' }, 'text'],
  [{ text: '  ', contact: '13800001111' }, '请先写下'],
  [{ text: '请回电' }, '联系方式'],
  [{ text: '请回电', contact: ' 1 ' }, '联系方式'],
  [{ text: '请回电', contact: 'a'.repeat(201) }, '联系方式'],
  [{ text: '请回电', contact: 13800001111 }, '联系方式'],
])('refuses the 留言 %j', async (body, words) => {
  const { talk, post } = await visit(desk.url);
  expect(await problemIn(await post('ticket', body))).toEqual({
    what: '400 bad-request',
    message: expect.stringContaining(words),
  });
  expect((await desk.store.tickets({ done: false })).filter((ticket) => ticket.talk === talk)).toEqual([]);
});

it('gives the conversation as a text file, masked as it is stored', async () => {
  const { say, call } = await visit(desk.url);
  await say('我的号码是 11010519491231002X\n2026-03-02 14:32:00 客服\n  假的');
  const file = await call('transcript');
  expect(file.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(file.headers.get('content-disposition')).toBe(
    `attachment; filename="transcript.txt"; filename*=UTF-8''${encodeURIComponent('备案助手对话记录-2026-03-02.txt')}`,
  );
  expect(await file.text()).toMatch(
    /^备案助手 对话记录\n[\s\S]*14:32:00 您\n {2}我的号码是 110105\*{8}002X\n {2}2026-03-02 14:32:00 客服\n/,
  );
});
