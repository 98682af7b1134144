import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { outcome } from '../../../src/bot/message.ts';
import { type Desk, NOW, openDesk, WELCOME } from './desk.ts';
import { problemIn, visit } from './visitor.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

it('opens a talk with a welcome and topics', async () => {
  const { talk, token, messages } = await visit(desk.url);
  expect(talk).toMatch(/^[\w-]{22}$/);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(messages).toEqual([{ seq: 1, at: NOW.toISOString(), by: 'bot', ...WELCOME[0] }]);
});

it('opens a talk for a client that sends the JSON header and nothing else', async () => {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' } };
  expect((await fetch(`${desk.url}/api/talks`, init)).status).toBe(201);
});

it('shows how a talk would begin without opening one', async () => {
  const answer = await fetch(`${desk.url}/api/welcome`);
  expect([answer.status, await answer.json()]).toEqual([200, { messages: WELCOME }]);
});

it('keeps only the hash of a token', async () => {
  const { talk, token } = await visit(desk.url);
  expect(await desk.store.byToken(talk, token)).toBeUndefined();
  expect(await desk.store.byToken(talk, createHash('sha256').update(token).digest('hex'))).toMatchObject({ id: talk });
});

const ROUTES = [
  ['GET', '/messages'],
  ['POST', '/messages'],
  ['GET', '/events'],
  ['GET', '/facts'],
  ['POST', '/feedback'],
  ['POST', '/context'],
  ['GET', '/transcript'],
  ['GET', '/data'],
  ['GET', '/files/a'],
  ['POST', '/ticket'],
  ['DELETE', ''],
] as const;

it.each(ROUTES)(
  'refuses %s %s without the talk’s own token, and never tells whether the talk exists',
  async (method, path) => {
    const mine = await visit(desk.url);
    const other = await visit(desk.url);
    const attempt = async (talk: string, authorization?: string) => {
      const answer = await desk.app.inject({
        method,
        url: `/api/talks/${talk}${path}`,
        headers: authorization === undefined ? {} : { authorization },
      });
      return { status: answer.statusCode, body: answer.body, challenge: answer.headers['www-authenticate'] };
    };

    const missing = await attempt(mine.talk);
    expect(missing).toMatchObject({ status: 401, challenge: 'Bearer' });
    expect(JSON.parse(missing.body).error).toEqual({ code: 'unauthorized', message: expect.stringContaining('凭证') });
    for (const [talk, authorization] of [
      [mine.talk, `Bearer ${other.token}`],
      [mine.talk, `Bearer ${mine.token}x`],
      [mine.talk, `Basic ${mine.token}`],
      [mine.talk, mine.token],
      ['no-such-talk', `Bearer ${mine.token}`],
      ['%00', `Bearer ${mine.token}`],
    ] as const) {
      expect(await attempt(talk, authorization)).toEqual(missing);
    }
  },
);

it('takes no token from the address', async () => {
  const { talk, token } = await visit(desk.url);
  expect((await fetch(`${desk.url}/api/talks/${talk}/messages?token=${token}&access_token=${token}`)).status).toBe(401);
});

it('erases everything and answers with a receipt', async () => {
  const visitor = await visit(desk.url);
  await visitor.say('扫码进不去');
  await visitor.post('ticket', { text: '请回电', contact: '13800001111' });

  const receipt = await visitor.call('', { method: 'DELETE' });
  expect([receipt.status, await receipt.json()]).toEqual([
    200,
    { erased: { messages: 3, pictures: 0, cases: 1 }, at: NOW.toISOString() },
  ]);
  expect(await desk.store.byId(visitor.talk)).toBeUndefined();
  expect(await desk.store.lines(visitor.talk, 0, 10)).toEqual([]);
  expect((await desk.store.tickets({ done: false })).filter(({ talk }) => talk === visitor.talk)).toEqual([]);
  expect((await visitor.call('messages')).status).toBe(401);
  expect((await visitor.call('', { method: 'DELETE' })).status).toBe(401);
});

it('erases after the turn under way, not in the middle of it', async () => {
  let finish = () => {};
  const slow = await openDesk({
    async answer({ text }) {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return { replies: [{ text }], outcome: outcome('smalltalk') };
    },
  });
  try {
    const visitor = await visit(slow.url);
    const answer = visitor.post('messages', { id: 'a', text: '在吗' });
    await expect.poll(() => slow.asked.length).toBe(1);
    const receipt = visitor.call('', { method: 'DELETE' });
    const late = visitor.post('messages', { id: 'b', text: '还在吗' });
    await expect.poll(() => slow.jobs).toBe(3);
    finish();

    expect((await answer).status).toBe(200);
    expect(await (await receipt).json()).toMatchObject({ erased: { messages: 3 } });
    expect(await problemIn(await late)).toMatchObject({ what: '401 unauthorized' });
    expect(await slow.store.byId(visitor.talk)).toBeUndefined();
  } finally {
    await slow.close();
  }
});
