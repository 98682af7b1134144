import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHttp } from '../../../src/adapters/http.ts';
import { webChannel } from '../../../src/adapters/web/channel.ts';
import { outcome } from '../../../src/bot/message.ts';
import { type Desk, NOW, openDesk } from './desk.ts';
import { problemIn, visit } from './visitor.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

it('answers with our lines and the outcome, without the person’s own', async () => {
  const { post } = await visit(desk.url);
  const answer = await post('messages', { id: 'm-1', text: '扫码进不去' });
  const expected = outcome('answer', { entry: 1, confidence: 0.9 });
  expect([answer.status, await answer.json()]).toEqual([
    200,
    {
      messages: [
        {
          seq: 3,
          at: NOW.toISOString(),
          by: 'bot',
          text: '收到：扫码进不去',
          sources: [{ entry: 1, title: '扫码进不去上传页面', date: '2023-03-24' }],
          outcome: expected,
        },
      ],
      outcome: expected,
    },
  ]);
});

it('answers a repeated id byte for byte and changes nothing', async () => {
  const { talk, post } = await visit(desk.url);
  const ask = async () => (await post('messages', { id: 'same', text: '人脸核验不一致' })).text();
  const first = await ask();
  const before = await desk.store.lines(talk, 0, 100);
  const asked = desk.asked.length;

  expect(await ask()).toBe(first);
  expect(await desk.store.lines(talk, 0, 100)).toEqual(before);
  expect(desk.asked.length).toBe(asked);
});

it('answers a repeated id once while the first is still running', async () => {
  const { talk, post } = await visit(desk.url);
  const bodies = await Promise.all(
    Array.from({ length: 10 }, async () => (await post('messages', { id: 'twin', text: '域名证书上传中' })).text()),
  );
  expect(new Set(bodies).size).toBe(1);
  expect(await desk.store.lines(talk, 0, 100)).toHaveLength(3);
});

it('refuses an id that was used with another text', async () => {
  const { talk, post, say } = await visit(desk.url);
  await say('一');
  const refused = await post('messages', { id: 'say-1', text: '二' });
  expect(await problemIn(refused)).toEqual({ what: '409 id-reused', message: expect.stringMatching(/编号.*。$/) });
  expect(await desk.store.lines(talk, 0, 100)).toHaveLength(3);
});

it('keeps the ids of two talks apart', async () => {
  const [one, two] = [await visit(desk.url), await visit(desk.url)];
  await one.post('messages', { id: 'a', text: '一' });
  const answer = await two.post('messages', { id: 'a', text: '二' });
  expect(await answer.json()).toMatchObject({ messages: [{ text: '收到：二' }] });
});

const jsonType = { 'content-type': 'application/json' };

it.each([
  ['not JSON', '{"id":"a","text":', jsonType, '400 not-json', 'JSON'],
  ['nothing', '', jsonType, '400 bad-request', 'JSON 对象'],
  ['a list', '[]', jsonType, '400 bad-request', 'JSON 对象'],
  ['no id', '{"text":"a"}', jsonType, '400 bad-request', '缺少 id'],
  ['a number as id', '{"id":1,"text":"a"}', jsonType, '400 bad-request', '缺少 id'],
  ['an id with a blank', '{"id":"a b","text":"a"}', jsonType, '400 bad-request', '1 到 64 个'],
  ['an id of 65 characters', `{"id":"${'a'.repeat(65)}","text":"a"}`, jsonType, '400 bad-request', '1 到 64 个'],
  ['no text', '{"id":"a"}', jsonType, '400 bad-request', 'text 要是一段文字'],
  ['a number as text', '{"id":"a","text":42}', jsonType, '400 bad-request', 'text 要是一段文字'],
  ['null as text', '{"id":"a","text":null}', jsonType, '400 bad-request', 'text 要是一段文字'],
  ['an empty text', '{"id":"a","text":""}', jsonType, '400 bad-request', '请先写下您的问题'],
  ['white space only', '{"id":"a","text":" \\n\\t\\u3000\\ufeff"}', jsonType, '400 bad-request', '请先写下您的问题'],
  [
    '2 001 characters',
    `{"id":"a","text":"${'字'.repeat(2001)}"}`,
    jsonType,
    '400 bad-request',
    '您写了 2001 个字，一条最多 2000 个字',
  ],
  ['100 kB', `{"id":"a","text":"${'a'.repeat(100_000)}"}`, jsonType, '413 too-large', '64 kB'],
  ['plain text', '你好', { 'content-type': 'text/plain' }, '415 unsupported-type', 'application/json'],
  [
    'a form',
    'id=a&text=b',
    { 'content-type': 'application/x-www-form-urlencoded' },
    '415 unsupported-type',
    'application/json',
  ],
  ['a bare picture', 'PNG', { 'content-type': 'image/png' }, '415 unsupported-type', 'multipart/form-data'],
  [
    'another multipart type',
    '--x--',
    { 'content-type': 'multipart/mixed; boundary=x' },
    '415 unsupported-type',
    'multipart/form-data',
  ],
])('refuses %s in a clear sentence and stores nothing', async (_what, body, headers, what, words) => {
  const { talk, call } = await visit(desk.url);
  const before = await desk.store.byId(talk);
  const refused = await call('messages', { method: 'POST', headers, body });
  expect(await problemIn(refused)).toEqual({ what, message: expect.stringContaining(words) });
  expect(await desk.store.byId(talk)).toEqual(before);
  expect(await desk.store.lines(talk, 0, 100)).toHaveLength(1);
});

it('counts characters, not UTF-16 units', async () => {
  const { post } = await visit(desk.url);
  expect((await post('messages', { id: 'a', text: '𠮷'.repeat(2000) })).status).toBe(200);
  expect((await post('messages', { id: 'b', text: '𠮷'.repeat(2001) })).status).toBe(400);
});

it('refuses a message without any body or type', async () => {
  const { call } = await visit(desk.url);
  expect(await problemIn(await call('messages', { method: 'POST' }))).toMatchObject({ what: '400 bad-request' });
});

it.each([
  ['markup', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['Markdown', '[点我](javascript:alert(1)) **粗** `x`\n\n# 标题'],
  ['right-to-left marks', 'abc\u202egnp.exe\u2066\u200f'],
  ['control characters', 'a\u0001b\u0007c\u001b[31m\u0085'],
  ['a line separator', 'a\u2028b\u2029c'],
  ['quotes and backslashes', `'; drop table lines; -- "\\`],
])('answers %s like any question and gives it back as text', async (_what, text) => {
  const { post, call } = await visit(desk.url);
  const answer = await post('messages', { id: 'a', text });
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(await answer.json()).toMatchObject({ messages: [{ text: `收到：${text}` }] });
  const history = (await (await call('messages?after=1')).json()) as { messages: object[] };
  expect(history.messages[0]).toEqual({ seq: 2, at: NOW.toISOString(), by: 'user', text });
});

it.each([
  ['a lone surrogate', 'a\ud800b'],
  ['U+0000', 'a\u0000b'],
])('answers %s, which no database keeps, and gives back a replacement', async (_what, text) => {
  const { post, call } = await visit(desk.url);
  const first = await (await post('messages', { id: 'a', text })).text();
  expect(JSON.parse(first)).toMatchObject({ messages: [{ text: '收到：a\ufffdb' }] });
  expect(await (await post('messages', { id: 'a', text })).text()).toBe(first);
  expect(await (await call('messages?after=1')).json()).toMatchObject({ messages: [{ text: 'a\ufffdb' }, {}] });
});

it('gives the history after a line', async () => {
  const { call, say } = await visit(desk.url);
  await say('一');
  await say('二');
  const seqs = async (query: string) =>
    ((await (await call(`messages${query}`)).json()) as { messages: { seq: number }[] }).messages.map(({ seq }) => seq);
  expect(await seqs('')).toEqual([1, 2, 3, 4, 5]);
  expect(await seqs('?after=3')).toEqual([4, 5]);
  expect(await seqs('?after=99')).toEqual([]);
  expect(await problemIn(await call('messages?after=-1'))).toMatchObject({ what: '400 bad-request' });
});

it('never lets a conversation be cached', async () => {
  const { call } = await visit(desk.url);
  expect((await call('messages')).headers.get('cache-control')).toBe('no-store');
});

it('answers what was sent while it was starting, and says so where that takes too long', async () => {
  const app = await createHttp({
    logLevel: 'silent',
    trustProxy: false,
    widgetOrigins: [],
    readiness: async () => ({ ready: false }),
  });
  const { store, bus, seal, vault } = desk;
  const parts = {
    app,
    store,
    bus,
    seal,
    vault,
    lock: { run: <T>(_key: string, job: () => Promise<T>) => job() },
    clock: () => NOW,
    knowledge: () => undefined,
    corrections: () => undefined,
    links: { publicUrl: undefined, seal },
    rateLimit: null,
  };
  const channel = webChannel({ ...parts, welcome: () => [], startsWithin: 50 });
  const { talk, token } = (await app.inject({ method: 'POST', url: '/api/talks' })).json();
  const answer = await app.inject({
    method: 'POST',
    url: `/api/talks/${talk}/messages`,
    headers: { authorization: `Bearer ${token}` },
    payload: { id: 'a', text: '在吗' },
  });
  expect([answer.statusCode, answer.json().error.code, answer.headers['retry-after']]).toEqual([503, 'starting', '3']);
  const early = app.inject({
    method: 'POST',
    url: `/api/talks/${talk}/messages`,
    headers: { authorization: `Bearer ${token}` },
    payload: { id: 'b', text: '在吗' },
  });
  await channel.open(async () => ({ messages: [], outcome: outcome('smalltalk') }));
  expect((await early).statusCode).toBe(200);
  await app.close();
});
