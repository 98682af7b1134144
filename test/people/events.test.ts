import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Event, read } from '../adapters/web/sse.ts';
import { type Visitor, visit } from '../adapters/web/visitor.ts';
import { type Account, account } from './crash/account.ts';
import { type BusyDesk, openBusyDesk } from './crash/busy-desk.ts';

/** Milliseconds. */
const HEARTBEAT = 200;

let folder: string;
let desk: BusyDesk;
let url: string;
const faults: unknown[] = [];
const open: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beian-events-'));
  const onFault = (error: unknown): void => void faults.push(error);
  desk = await openBusyDesk({ folder, clock: () => new Date(), every: 20, heartbeat: HEARTBEAT, onFault });
  url = await desk.listen();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((stream) => stream.close()));
  await desk.close();
  await rm(folder, { recursive: true, force: true });
  expect(faults.splice(0)).toEqual([]);
});

/** A call at the console. */
// biome-ignore lint/suspicious/noExplicitAny: the routes' schemas have checked it; a test says what it expects.
async function call({ headers }: Account, method: string, path: string, body?: object): Promise<any> {
  const json = body && { body: JSON.stringify(body), headers: { ...headers, 'content-type': 'application/json' } };
  return (await fetch(`${url}/api/console${path}`, { method, headers, ...json })).json();
}

interface Stream {
  /** The data of the next event of that name that is like this. */
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects.
  until(event: string, like?: (data: any) => boolean): Promise<any>;
  /** The id of the last event that was read. */
  readonly last: string | undefined;
  /** All that was read, by name. */
  readonly names: readonly string[];
  close(): Promise<void>;
}

async function streamOf(response: Response): Promise<Stream> {
  expect(response.status).toBe(200);
  const reading = read(response);
  open.push(reading);
  let last: string | undefined;
  const names: string[] = [];
  return {
    async until(name, like = () => true) {
      for (;;) {
        const event: Event | undefined = await reading.next();
        if (!event) throw new Error(`The stream ended before ${name}`);
        if (event.id !== undefined) last = event.id;
        if (event.event === undefined) continue;
        names.push(event.event);
        const data = JSON.parse(event.data ?? '');
        if (event.event === name && like(data)) return data;
      }
    },
    get last() {
      return last;
    },
    names,
    close: () => reading.close(),
  };
}

async function watch({ headers }: Account, after?: string): Promise<Stream> {
  const resumed = after === undefined ? headers : { ...headers, 'last-event-id': after };
  return streamOf(await fetch(`${url}/api/console/events`, { headers: resumed }));
}

async function follow(visitor: Visitor): Promise<Stream> {
  return streamOf(await visitor.call('events'));
}

function agent(name: string): Promise<Account> {
  return account(desk.store, name, new Date());
}

async function onDuty(name: string): Promise<Account> {
  const one = await agent(name);
  await call(one, 'POST', '/presence', { available: true, capacity: 3 });
  return one;
}

it('an agent hears of a handover: the queue, the talk and who is there', async () => {
  const zhou = await agent('周');
  const stream = await watch(zhou);
  expect(await stream.until('queue')).toEqual({ talks: [] });
  await call(zhou, 'POST', '/presence', { available: true, capacity: 3 });
  const there = await stream.until('presence', ({ agents }) => agents[0]?.available === true);
  expect(there).toEqual({ agents: [{ agent: zhou.id, available: true, load: 0 }] });

  const visitor = await visit(url);
  await visitor.say('扫码进不去');
  await visitor.say('转人工');
  const { talk } = visitor;
  // By the time it is told it may ring at the agent already.
  const state = expect.stringMatching(/^(queued|ringing)$/);
  expect(await stream.until('talk')).toMatchObject({ talk, state, reason: 'user_asked', owner: null });
  const { talks } = await stream.until('queue', (queue) => queue.talks.length > 0);
  expect(talks).toMatchObject([{ talk, position: 1, card: expect.any(Array) }]);

  await call(zhou, 'POST', `/talks/${talk}/claim`);
  await stream.until('talk', ({ state, owner }) => state === 'agent' && owner === zhou.id);
  await stream.until('queue', (queue) => queue.talks.length === 0);
  await stream.until('presence', ({ agents }) => agents[0]?.load === 1);
});

it('an agent who was cut off is told everything that moved meanwhile', async () => {
  const zhou = await onDuty('周');
  const [first, second, third] = [await visit(url), await visit(url), await visit(url)];
  await first.say('转人工');
  await second.say('转人工');
  const before = await watch(zhou);
  await before.until('queue', ({ talks }) => talks.length === 2);
  await before.close();

  await first.say('还在吗');
  await call(zhou, 'POST', `/talks/${second.talk}/claim`);
  await call(zhou, 'POST', `/talks/${second.talk}/close`, { code: 'solved' });
  await third.say('转人工');
  await third.say('再等等');
  await call(zhou, 'POST', `/talks/${third.talk}/note`, { text: '等我吃完饭' });

  const resumed = await watch(zhou, before.last);
  const told = new Map<string, object>();
  await resumed.until('talk', (data) => told.set(data.talk, data).size === 3);
  for (const { talk } of [first, second, third]) {
    const { summary } = await call(zhou, 'GET', `/talks/${talk}`);
    expect(told.get(talk)).toMatchObject({ owner: summary.owner, seq: summary.seq });
  }
  expect(told.get(second.talk)).toMatchObject({ state: 'resolved' });
  const { talks } = await resumed.until('queue');
  expect(talks.map(({ talk }: { talk: string }) => talk)).toEqual([first.talk, third.talk]);
});

it('an agent does not hear of conversations that only the assistant has', async () => {
  const zhou = await onDuty('周');
  const [alone, waiting] = [await visit(url), await visit(url)];
  const stream = await watch(zhou);
  await alone.say('扫码进不去');
  await waiting.say('转人工');
  expect(await stream.until('talk')).toMatchObject({ talk: waiting.talk });
  const resumed = await watch(zhou, '2020-01-01T00:00:00.000Z');
  expect(await resumed.until('talk')).toMatchObject({ talk: waiting.talk });
  expect((await resumed.until('queue')).talks).toHaveLength(1);
});

it('an agent hears at once of their own conversations, and soon of those of others', async () => {
  const [zhou, wu] = [await onDuty('周'), await onDuty('吴')];
  const [mine, other] = [await visit(url), await visit(url)];
  for (const { say } of [mine, other]) await say('转人工');
  await call(zhou, 'POST', `/talks/${mine.talk}/claim`);
  await call(wu, 'POST', `/talks/${other.talk}/claim`);
  const stream = await watch(zhou);
  await stream.until('queue');
  await other.say('在吗');
  await mine.say('在吗');
  const first = await stream.until('talk');
  const second = await stream.until('talk', ({ talk }) => talk !== first.talk);
  expect(new Set([first.talk, second.talk])).toEqual(new Set([mine.talk, other.talk]));
});

it('a stream on which nothing happens says what time it is at the desk', async () => {
  const { headers } = await agent('周');
  const before = Date.now();
  const response = await fetch(`${url}/api/console/events`, { headers });
  const times: number[] = [];
  let heard = '';
  for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    heard += text;
    times.splice(0, times.length, ...[...heard.matchAll(/^: (.+)$/gm)].map(([, time = '']) => Date.parse(time)));
    if (times.length === 3) break;
  }
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times[0]).toBeGreaterThanOrEqual(before);
  expect((times[2] ?? 0) - (times[1] ?? 0)).toBeGreaterThanOrEqual(HEARTBEAT * 0.9);
  expect(times[2]).toBeLessThanOrEqual(Date.now());
});

it('the queue is told four times a second at most, and the last one told holds every change', async () => {
  const zhou = await onDuty('周');
  const visitors = await Promise.all(Array.from({ length: 20 }, () => visit(url)));
  const begun = performance.now();
  const stream = await watch(zhou);
  await Promise.all(visitors.map((visitor) => visitor.say('转人工')));
  await stream.until('queue', ({ talks }) => talks.length === 20);
  const most = 2 + (performance.now() - begun) / 250;
  expect(stream.names.filter((name) => name === 'queue').length).toBeLessThanOrEqual(most);
  const told = new Set<string>();
  await (await watch(zhou, stream.last)).until('talk', ({ talk }) => told.add(talk).size === 20);
});

it('a person sees their place in the queue, who comes, and what is written', async () => {
  const zhou = await onDuty('周');
  const [first, second] = [await visit(url), await visit(url)];
  await first.say('转人工');
  const stream = await follow(second);
  expect(await stream.until('state')).toMatchObject({ state: 'bot' });
  await second.say('转人工');
  expect(await stream.until('state')).toMatchObject({ state: 'queued', position: 2 });
  await call(zhou, 'POST', `/talks/${first.talk}/claim`);
  expect(await stream.until('state')).toMatchObject({ state: 'queued', position: 1 });
  await call(zhou, 'POST', `/talks/${second.talk}/claim`);
  expect(await stream.until('state')).toMatchObject({ state: 'agent' });
  await call(zhou, 'POST', `/talks/${second.talk}/messages`, { id: 'a1', text: '您好，请换一台手机再扫。' });
  const said = await stream.until('message', ({ by }) => by === 'agent');
  expect(said).toMatchObject({ name: '客服 01', text: '您好，请换一台手机再扫。' });
});

it('each side sees the other typing', async () => {
  const zhou = await onDuty('周');
  const visitor = await visit(url);
  await visitor.say('转人工');
  await call(zhou, 'POST', `/talks/${visitor.talk}/claim`);
  const [console, page] = [await watch(zhou), await follow(visitor)];
  await console.until('queue');
  await page.until('state');
  await visitor.call('typing', { method: 'POST' });
  expect(await console.until('typing')).toEqual({ talk: visitor.talk, by: 'user' });
  await call(zhou, 'POST', `/talks/${visitor.talk}/typing`);
  expect(await page.until('typing')).toEqual({ by: 'agent' });
});

/** People who type without a pause, so that a stream has something to tell all the time. */
async function typing(visitor: Visitor, isOver: () => boolean): Promise<void> {
  const one = async (): Promise<void> => {
    while (!isOver()) await visitor.call('typing', { method: 'POST' });
  };
  await Promise.all([one(), one(), one()]);
}

it('the stream of an agent who signs out ends, also while the desk is busy', async () => {
  const zhou = await onDuty('周');
  const visitor = await visit(url);
  await call(zhou, 'POST', `/talks/${visitor.talk}/claim`);
  const stream = await watch(zhou);
  await call(zhou, 'DELETE', '/session');
  let hasEnded = false;
  const ending = stream.until('never').finally(() => {
    hasEnded = true;
  });
  await Promise.all([typing(visitor, () => hasEnded), expect(ending).rejects.toThrow('The stream ended')]);
});

it('who listens is there, also while the desk is so busy that nothing is ever quiet', async () => {
  const zhou = await onDuty('周');
  const visitor = await visit(url);
  await call(zhou, 'POST', `/talks/${visitor.talk}/claim`);
  const seenAt = async (): Promise<string | undefined> => (await desk.store.presences())[0]?.seenAt;
  const stream = await watch(zhou);
  let isOver = false;
  const busy = typing(visitor, () => isOver);
  await stream.until('typing');
  const begun = await seenAt();
  const reading = stream.until('never').catch(() => {});
  await expect.poll(seenAt, { timeout: 10_000 }).not.toBe(begun);
  isOver = true;
  await busy;
  await stream.close();
  await reading;
});
