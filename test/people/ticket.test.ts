import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { Mailer } from '../../src/adapters/mail/mailer.ts';
import { smtpMailer } from '../../src/adapters/mail/smtp-mailer.ts';
import { sqliteStore } from '../../src/adapters/store/sqlite.ts';
import { vaultSeal } from '../../src/adapters/vault/seal.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { mailServer } from '../adapters/mail/mail-server.ts';
import { freshFolder } from '../adapters/store/stores.ts';
import { trainedKnowledge } from '../trained.ts';
import { openPeopleDesk, type PeopleDesk, type PeopleDeskOptions } from './people-desk.ts';

const HOUR = 3_600_000;
const PUBLIC_URL = 'https://beian.example.com';
const LEFT = '邮箱 li.lei@example.com，核验一直不过';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await trainedKnowledge();
});
afterAll(() => knowledge.close());

async function opened(options: PeopleDeskOptions, file = ':memory:'): Promise<PeopleDesk> {
  const desk = await openPeopleDesk(knowledge, () => sqliteStore(file), options);
  onTestFinished(() => desk.close());
  return desk;
}

function smtp(url: string): Mailer {
  const mailer = smtpMailer({ url, from: 'no-reply@beian.example.com' });
  onTestFinished(() => mailer.close());
  return mailer;
}

/** Somebody who finds nobody on duty in the evening, and leaves a 留言. */
async function leave(desk: PeopleDesk, text = LEFT) {
  const user = await desk.visitor();
  await user.say('转人工');
  const { body } = await user.say(text);
  return { user, told: body.messages[0].text as string };
}

async function answer(desk: PeopleDesk, talk: string, text = '请换一台手机再扫。') {
  const agent = await desk.agent('小周');
  const said = await agent.call('POST', `/talks/${talk}/messages`, { id: 'a1', text });
  return { agent, said };
}

it('a 留言 by night is answered in the morning, and arrives by e-mail', async () => {
  const server = await mailServer();
  const desk = await opened({ mailer: smtp(server.url), publicUrl: PUBLIC_URL });
  const { user, told } = await leave(desk);
  const link = /https:\S+(?=\))/.exec(told)?.[0];
  expect(link).toMatch(/^https:\/\/beian\.example\.com\/liuyan\/L-TEST-1#[\w-]{43}$/);

  await desk.wait(10 * HOUR);
  const { agent, said } = await answer(desk, user.talk);
  expect(said.body.messages.at(-1)).toMatchObject({
    by: 'agent',
    delivery: [
      { way: 'channel', state: 'sent' },
      { way: 'mail', state: 'under-way' },
      { way: 'link', state: 'sent' },
    ],
  });
  const before = await agent.call('GET', `/talks/${user.talk}`);
  expect(before.body.tickets).toMatchObject([{ id: 'L-TEST-1', doneAt: '2026-03-02T16:00:00.000Z' }]);

  await desk.wait(1_000);
  await desk.mailed();
  await desk.wait(HOUR);
  await desk.mailed();
  expect(server.received).toHaveLength(1);
  expect(server.received[0]).toMatchObject({ to: 'li.lei@example.com', subject: '留言 L-TEST-1 的回答' });
  const mail = server.received[0]?.text;
  expect(mail).toContain('核验一直不过');
  expect(mail).toContain('客服 01 的回答：\n请换一台手机再扫。');
  expect(mail).toContain(link);
  expect(mail).not.toContain('li.lei');

  const after = await agent.call('GET', `/talks/${user.talk}`);
  expect(after.body.messages.at(-1).delivery).toContainEqual({ way: 'mail', state: 'sent' });
  const again = await agent.call('POST', `/talks/${user.talk}/messages`, { id: 'a1', text: '请换一台手机再扫。' });
  expect(again.body.messages.at(-1).delivery).toEqual(after.body.messages.at(-1).delivery);
  expect((await user.lines()).at(-1)).toBe('客服 01: 请换一台手机再扫。');
  expect(desk.faults).toEqual([]);
});

it('arrives once, also where the service ends between sending and writing it down', async () => {
  const server = await mailServer();
  const seal = vaultSeal(randomBytes(32));
  const file = join(await freshFolder(), 'beian.sqlite');
  const inner = smtp(server.url);
  let sent = (): void => {};
  let release = (): void => {};
  const handed = new Promise<void>((resolve) => {
    sent = resolve;
  });
  const end = new Promise<void>((resolve) => {
    release = resolve;
  });
  // What it would do next, it never does: to the store this is a process that is gone.
  const dying: Mailer = {
    async send(mail) {
      await inner.send(mail);
      sent();
      await end;
    },
  };
  const first = await opened({ mailer: dying, seal }, file);
  const { user } = await leave(first);
  await answer(first, user.talk);
  await first.round();
  await handed;
  await first.round();

  const second = await opened({ mailer: inner, seal }, file);
  await second.round();
  await second.mailed();
  expect(server.received).toHaveLength(1);
  await second.wait(HOUR);
  await second.mailed();
  await second.wait(HOUR);
  await second.mailed();
  expect(server.received).toHaveLength(2);
  expect(server.mailbox).toHaveLength(1);
  expect(await second.store.sendings(user.talk)).toMatchObject([{ way: 'mail', settled: 'sent' }]);
  release();
});

it('keeps a round from waiting for a mail server that hangs', async () => {
  let began = 0;
  let release = (): void => {};
  const hanging: Mailer = {
    send() {
      began += 1;
      return new Promise<void>((resolve) => {
        release = resolve;
      });
    },
  };
  const desk = await opened({ mailer: hanging });
  const { user } = await leave(desk);
  const { agent } = await answer(desk, user.talk);
  for (let round = 0; round < 3; round++) await desk.wait(1_000);
  const { body } = await agent.call('GET', `/talks/${user.talk}`);
  expect(body.messages.at(-1).delivery).toEqual([
    { way: 'channel', state: 'sent' },
    { way: 'mail', state: 'under-way' },
  ]);
  release();
  await desk.mailed();
  expect(began).toBe(1);
});

it('shows agents what could not be delivered', async () => {
  const server = await mailServer();
  server.refuse({ code: 550, text: '<li.lei@example.com> unknown' });
  const desk = await opened({ mailer: smtp(server.url) });
  const { user } = await leave(desk);
  const { agent } = await answer(desk, user.talk);
  await desk.round();
  await desk.mailed();
  const { body } = await agent.call('GET', `/talks/${user.talk}`);
  expect(body.messages.at(-1).delivery).toContainEqual({ way: 'mail', state: 'dead' });
  expect(body.notes.at(-1)).toMatchObject({ kind: 'event', body: { what: 'mail-not-delivered', ticket: 'L-TEST-1' } });
  expect(JSON.stringify(body)).not.toContain('li.lei');
});

it('mails nothing without a mail server, an address or an open 留言', async () => {
  const server = await mailServer();
  const without = await opened({});
  const first = await leave(without);
  expect(first.told).not.toContain('http');
  const { agent, said } = await answer(without, first.user.talk);
  expect(said.body.messages.at(-1).delivery).toEqual([{ way: 'channel', state: 'sent' }]);
  expect((await agent.call('GET', `/talks/${first.user.talk}`)).body.tickets[0].doneAt).not.toBeNull();

  const desk = await opened({ mailer: smtp(server.url), publicUrl: PUBLIC_URL });
  const second = await leave(desk, '手机 13900000000，核验一直不过');
  const { agent: other } = await answer(desk, second.user.talk);
  await other.call('POST', `/talks/${second.user.talk}/messages`, { id: 'a2', text: '还可以试试 5G。' });
  await desk.round();
  await desk.mailed();
  expect(server.received).toEqual([]);
});

it('mails what an agent adds, once each and in order, until they close the talk', async () => {
  const server = await mailServer();
  const desk = await opened({ mailer: smtp(server.url) });
  const { user } = await leave(desk);
  const { agent } = await answer(desk, user.talk);
  const say = (id: string, text: string) => agent.call('POST', `/talks/${user.talk}/messages`, { id, text });
  await say('a2', '还可以试试 5G。');
  await say('a2', '还可以试试 5G。');
  for (let round = 0; round < 4; round++) {
    await desk.wait(1_000);
    await desk.mailed();
  }
  await user.say('5G 也不行');
  const said = await say('a3', '那就改天再试。');
  expect(said.body.messages.at(-1).delivery).toContainEqual({ way: 'mail', state: 'under-way' });
  await agent.call('POST', `/talks/${user.talk}/close`, { code: 'advised' });
  await say('a4', '又想起一件事。');
  for (let round = 0; round < 4; round++) {
    await desk.wait(1_000);
    await desk.mailed();
  }
  expect(server.received.map(({ text }) => /的回答：\n(.*)/.exec(text)?.[1])).toEqual([
    '请换一台手机再扫。',
    '还可以试试 5G。',
    '那就改天再试。',
  ]);
  expect(new Set(server.received.map(({ to }) => to))).toEqual(new Set(['li.lei@example.com']));
});

it('goes on mailing where a colleague takes the talk over, and not once the assistant had it again', async () => {
  const server = await mailServer();
  const desk = await opened({ mailer: smtp(server.url) });
  const { user } = await leave(desk);
  const { agent } = await answer(desk, user.talk);
  const other = await desk.agent('小吴');
  await agent.call('POST', `/talks/${user.talk}/transfer`, { to: other.id });
  const added = await other.call('POST', `/talks/${user.talk}/messages`, { id: 'b1', text: '我接着看。' });
  expect(added.body.messages.at(-1).delivery).toContainEqual({ way: 'mail', state: 'under-way' });
  await other.call('POST', `/talks/${user.talk}/return`, { summary: '' });
  await other.available();
  await user.say('转人工');
  const later = await other.call('POST', `/talks/${user.talk}/messages`, { id: 'b2', text: '我又来了。' });
  expect(later.body.messages.at(-1).delivery).toEqual([{ way: 'channel', state: 'sent' }]);
});

it('mails a second answer only to a second 留言', async () => {
  const server = await mailServer();
  const desk = await opened({ mailer: smtp(server.url) });
  const { user } = await leave(desk);
  const { agent } = await answer(desk, user.talk);
  await user.call('POST', '/ticket', { text: '还是不行', contact: '请发到 han.mei@example.com' });
  await desk.wait(1_000);
  await desk.mailed();
  await agent.call('POST', `/talks/${user.talk}/messages`, { id: 'a3', text: '那就改天再试。' });
  await desk.wait(1_000);
  await desk.mailed();
  expect(server.received.map(({ to }) => to)).toEqual(['li.lei@example.com', 'han.mei@example.com']);
  expect(server.received[1]?.text).toContain('> 还是不行');
  expect(server.mailbox).toHaveLength(2);
});
