import { afterEach, expect, it } from 'vitest';
import { outcome } from '../../../src/bot/message.ts';
import { newCase } from '../../../src/handoff/case.ts';
import { type Desk, type DeskOptions, openDesk } from './desk.ts';
import { type Event, read } from './sse.ts';
import { problemIn, type Visitor, visit } from './visitor.ts';

const desks: Desk[] = [];
afterEach(async () => {
  await Promise.all(desks.splice(0).map((desk) => desk.close()));
});

async function open(options?: DeskOptions): Promise<Desk> {
  const desk = await openDesk(options);
  desks.push(desk);
  return desk;
}

async function follow({ call }: Visitor, query = '', headers: Record<string, string> = {}) {
  const response = await call(`events${query}`, { headers });
  return { response, ...read(response) };
}

/** A stream whose beginning has been read. */
async function following(visitor: Visitor, query = '') {
  const stream = await follow(visitor, query);
  while ((await stream.next())?.event !== 'state');
  return stream;
}

/** The next `count` lines of a stream, as their ids. */
async function lines(stream: { next(): Promise<Event | undefined> }, count: number): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < count) {
    const event = await stream.next();
    if (!event) break;
    if (event.event === 'message') ids.push(event.id ?? 'none');
  }
  return ids;
}

it('begins with the state, then gives what was said and what is being said', async () => {
  const desk = await open();
  const visitor = await visit(desk.url);
  const stream = await follow(visitor);
  expect(stream.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(stream.response.headers.get('cache-control')).toBe('no-store');
  expect(await stream.next()).toEqual({ retry: '2000' });
  expect(await stream.next()).toEqual({ event: 'state', data: '{"state":"bot","from":1}' });
  expect(await lines(stream, 1)).toEqual(['1']);

  const { messages } = await visitor.say('扫码\n进不去');
  const said = await stream.next();
  expect(said).toMatchObject({ event: 'message', id: '2' });
  expect(JSON.parse(said?.data ?? '')).toMatchObject({ seq: 2, by: 'user', text: '扫码\n进不去' });
  const answered = await stream.next();
  expect(answered).toMatchObject({ event: 'message', id: '3' });
  expect(JSON.parse(answered?.data ?? '')).toEqual(messages[0]);
});

it('resumes after the last event by header or by address, without loss or repeats', async () => {
  const desk = await open();
  const visitor = await visit(desk.url);
  const first = await follow(visitor);
  await visitor.say('一');
  expect(await lines(first, 2)).toEqual(['1', '2']);
  await first.close();
  await visitor.say('二');

  const resumed = await follow(visitor, '?after=1', { 'last-event-id': '2' });
  expect(await lines(resumed, 3)).toEqual(['3', '4', '5']);
  const other = await follow(visitor, '?after=4');
  expect(await lines(other, 1)).toEqual(['5']);
  await visitor.say('三');
  expect(await lines(resumed, 2)).toEqual(['6', '7']);
  expect(await lines(other, 2)).toEqual(['6', '7']);
});

it('gives every line once and in order while many are being said', async () => {
  const desk = await open();
  const visitor = await visit(desk.url);
  const saying = Promise.all(Array.from({ length: 60 }, (_, index) => visitor.say(`第 ${index} 句`)));
  const streams = await Promise.all([follow(visitor), follow(visitor, '?after=50'), follow(visitor)]);
  await saying;
  const all = Array.from({ length: 121 }, (_, index) => String(index + 1));
  const [whole, later, again] = await Promise.all([
    lines(streams[0], 121),
    lines(streams[1], 71),
    lines(streams[2], 121),
  ]);
  expect(whole).toEqual(all);
  expect(later).toEqual(all.slice(50));
  expect(again).toEqual(all);
});

it('hears nothing of other talks', async () => {
  const desk = await open();
  const [mine, other] = [await visit(desk.url), await visit(desk.url)];
  const stream = await following(mine, '?after=1');
  await other.say('别人的话');
  await mine.say('我的话');
  expect(JSON.parse((await stream.next())?.data ?? '')).toMatchObject({ text: '我的话' });
});

it('gives a sign of life while nothing is said, and then reads again', async () => {
  const desk = await open({ heartbeat: 15 });
  const visitor = await visit(desk.url);
  const stream = await following(visitor, '?after=1');
  expect(await stream.next()).toEqual({ comment: true });
  expect(await stream.next()).toEqual({ comment: true });
});

it('tells where a conversation begins once its lines were erased by a turn', async () => {
  const desk = await open({
    answer: ({ text }) => ({ replies: [{ text }], outcome: outcome('smalltalk'), erase: text === '删除我的数据' }),
  });
  const visitor = await visit(desk.url);
  await visitor.say('秘密');
  const stream = await following(visitor, '?after=3');
  const { messages } = await visitor.say('删除我的数据');
  const from = messages[0]?.seq;
  expect(await stream.next()).toEqual({ event: 'state', data: JSON.stringify({ state: 'bot', from }) });
  expect(await stream.next()).toMatchObject({ event: 'message', id: String(from) });
});

it('ends when the talk is erased', async () => {
  const desk = await open();
  const visitor = await visit(desk.url);
  const stream = await following(visitor, '?after=1');
  await visitor.call('', { method: 'DELETE' });
  expect(await stream.next()).toBeUndefined();
});

it('ends when the server closes, and does not hold it up', async () => {
  const desk = await openDesk();
  const visitor = await visit(desk.url);
  const streams = await Promise.all([follow(visitor), follow(visitor)]);
  for (const stream of streams) await lines(stream, 1);
  await desk.close();
  expect(await Promise.all(streams.map((stream) => stream.next()))).toEqual([undefined, undefined]);
});

it('holds 20 streams of one talk, and takes a new one when another is closed', async () => {
  const desk = await open();
  const visitor = await visit(desk.url);
  const streams = await Promise.all(Array.from({ length: 20 }, () => follow(visitor)));
  expect(await problemIn(await visitor.call('events'))).toMatchObject({ what: '429 too-many' });
  await streams[0]?.close();
  await expect.poll(async () => (await visitor.call('events')).status).toBe(200);
});

it('wants to know where to begin as a number', async () => {
  const desk = await open();
  const visitor = await visit(desk.url);
  expect(await problemIn(await visitor.call('events?after=x'))).toMatchObject({ what: '400 bad-request' });
  const strange = await visitor.call('events', { headers: { 'last-event-id': 'x' } });
  expect(await problemIn(strange)).toMatchObject({ what: '400 bad-request' });
});

it('tells what was stored by somebody who speaks unasked', async () => {
  const desk = await open();
  const visitor = await visit(desk.url);
  const stream = await following(visitor, '?after=1');
  const record = await desk.store.byId(visitor.talk);
  await desk.store.commit({
    id: visitor.talk,
    seq: 1,
    was: newCase(''),
    case: newCase(''),
    by: 'system',
    at: '2026-03-02T06:40:00.000Z',
    replies: [{ text: '客服回复了您的留言。' }],
    outcome: outcome('silent'),
    facts: {},
    memory: {},
  });
  await desk.channel.send({
    to: record?.talk ?? { channel: 'web', room: '', user: '' },
    talk: visitor.talk,
    lines: [],
    arrived: async () => {},
    begun: async () => {},
  });
  expect(JSON.parse((await stream.next())?.data ?? '')).toMatchObject({ seq: 2, text: '客服回复了您的留言。' });
});
