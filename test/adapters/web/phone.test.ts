import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageLink } from '../../../src/adapters/vendor/page-link.ts';
import { newTalk } from '../store/samples.ts';
import { opened, places } from '../store/stores.ts';
import { type Desk, echo, NOW, openDesk } from './desk.ts';
import { problemIn, type Visitor, visit } from './visitor.ts';

/** Three minutes. */
const LASTS = 3 * 60_000;

let desk: Desk;
let now = NOW;
beforeAll(async () => {
  desk = await openDesk({
    clock: () => now,
    answer: (message) => ({ ...echo(message), erase: message.text === '删除我的数据' }),
  });
});
afterAll(() => desk.close());

async function codeOf({ post }: Visitor): Promise<{ code: string; until: string }> {
  now = NOW;
  const answer = await post('phone', {});
  expect(answer.status).toBe(200);
  return (await answer.json()) as { code: string; until: string };
}

function take(code: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(`${desk.url}/api/phone`, { method: 'POST', headers, body: JSON.stringify({ code }) });
}

const USED = { what: '404 not-found', message: '这个二维码已经用过或者过期了，请在电脑上再打开一次。' };

it('hands the same conversation to another device, once', async () => {
  const person = await visit(desk.url);
  const { code, until } = await codeOf(person);
  expect([code.length > 20, until]).toEqual([true, new Date(NOW.getTime() + LASTS).toISOString()]);
  const first = await take(code);
  expect([first.status, await first.json()]).toEqual([200, { talk: person.talk, token: person.token }]);
  expect(await problemIn(await take(code))).toEqual(USED);
});

it('gives it to one of several who ask at the same time', async () => {
  const { code } = await codeOf(await visit(desk.url));
  const answers = await Promise.all(Array.from({ length: 5 }, () => take(code)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404, 404]);
});

it('is over after three minutes, and a wrong code looks the same', async () => {
  const person = await visit(desk.url);
  const [inTime, late] = [await codeOf(person), await codeOf(person)];
  now = new Date(NOW.getTime() + LASTS - 1);
  expect((await take(inTime.code)).status).toBe(200);
  now = new Date(NOW.getTime() + LASTS);
  expect(await problemIn(await take(late.code))).toEqual(USED);
  expect(await problemIn(await take('nothing'))).toEqual(USED);
});

it('goes with what is erased: the conversation, or everything said in it', async () => {
  const [gone, emptied] = [await visit(desk.url), await visit(desk.url)];
  const codes = [await codeOf(gone), await codeOf(emptied)];
  expect((await gone.call('', { method: 'DELETE' })).status).toBe(200);
  await emptied.say('删除我的数据');
  for (const { code } of codes) expect(await problemIn(await take(code))).toEqual(USED);
});

it.each([5, undefined, 'x'.repeat(101)])('refuses %j as a code', async (code) => {
  expect(await problemIn(await take(code))).toEqual({
    what: '400 bad-request',
    message: 'code 要是二维码里的那一段。',
  });
});

it('asks for the token of the conversation', async () => {
  const { talk } = await visit(desk.url);
  expect((await fetch(`${desk.url}/api/talks/${talk}/phone`, { method: 'POST' })).status).toBe(401);
});

describe.each(Object.entries(places))('codes in %s', (_name, place) => {
  const at = '2026-03-02T06:00:00.000Z';
  const until = '2026-03-02T06:03:00.000Z';
  const codeFor = (talk: string, hash = `hash-${talk}`) => ({ hash, talk, sealed: `sealed ${hash}`, until });

  it('are taken once, also of several at the same time, and not when they are over', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a'));
    await store.keepCode(codeFor('a'), at);
    const taken = await Promise.all(Array.from({ length: 4 }, () => store.takeCode('hash-a', at)));
    expect(taken.filter(Boolean)).toEqual(['sealed hash-a']);
    await store.keepCode(codeFor('a', 'late'), at);
    expect(await store.takeCode('late', until)).toBeUndefined();
    expect(await store.takeCode('never', at)).toBeUndefined();
  });

  it('that are over are forgotten when another is made', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a'));
    await store.keepCode(codeFor('a', 'old'), at);
    await store.keepCode({ ...codeFor('a', 'new'), until: '2026-03-02T07:00:00.000Z' }, until);
    expect(await store.takeCode('old', at)).toBeUndefined();
    expect(await store.takeCode('new', until)).toBe('sealed new');
  });

  it('go with their conversation alone', async () => {
    const store = await opened(await place());
    for (const id of ['a', 'b']) {
      await store.open(newTalk(id));
      await store.keepCode(codeFor(id), at);
    }
    await store.erase('a');
    expect(await store.takeCode('hash-a', at)).toBeUndefined();
    expect(await store.takeCode('hash-b', at)).toBe('sealed hash-b');
  });
});

it('opens a conversation of a messenger in a browser, whose answers are read there and not sent', async () => {
  now = NOW;
  const talk = { channel: 'wechat', room: 'gh_1', user: 'o1' } as const;
  await desk.store.open({ id: 'in-wechat', talk, at: NOW.toISOString(), tokenHash: null, welcome: [] });
  const seal = { seal: (plain: string) => desk.seal.seal(plain) };
  const parts = { store: desk.store, seal, clock: () => now };
  expect(await pageLink({ ...parts, publicUrl: undefined }, 'in-wechat')).toBeUndefined();
  const link = await pageLink({ ...parts, publicUrl: 'https://beian.example.com' }, 'in-wechat');
  const code = /^https:\/\/beian\.example\.com\/#phone=([\w-]{22})$/.exec(link ?? '')?.[1];
  now = new Date(NOW.getTime() + 30 * 60_000 - 1);
  const { talk: id, token } = (await (await take(code)).json()) as { talk: string; token: string };
  expect([id, token.length > 40]).toEqual(['in-wechat', true]);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ id: 'm1', text: '扫码进不去' });
  const answer = await fetch(`${desk.url}/api/talks/${id}/messages`, { method: 'POST', headers, body });
  expect(answer.status).toBe(200);
  expect(await desk.store.underWay(id)).toEqual([]);
});
