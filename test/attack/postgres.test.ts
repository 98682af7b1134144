import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../src/adapters/store/open-store.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { PeopleDesk } from '../people/people-desk.ts';
import { type FreshDatabase, freshDatabase } from '../postgres.ts';
import { trainedKnowledge } from '../trained.ts';
import { openAttackDesk } from './attack-desk.ts';
import { filled, hostile, IN_PATH, IN_QUERY } from './fuzz/hostile.ts';
import { type Api, describedApi, type Operation } from './fuzz/operations.ts';
import { type Headers, headersOf } from './identities.ts';
import { addressOf, BODIES } from './samples.ts';
import { type Settled, settle } from './settled.ts';

/** Streams have no end, and these end the session or the conversation that is needed on. */
const LEFT_OUT = /\/events$|^DELETE \/api\/(talks\/|console\/session)/;

let knowledge: Knowledge;
let database: FreshDatabase;
let desk: PeopleDesk;
let api: Api;
let settled: Settled;
beforeAll(async () => {
  knowledge = await trainedKnowledge();
  database = await freshDatabase();
  desk = await openAttackDesk(knowledge, {}, () => openStore({ databaseUrl: database.url, dataDir: '.' }));
  api = await describedApi(desk.app);
  settled = await settle(desk, '扫码进不去');
}, 60_000);
afterAll(async () => {
  await desk?.close();
  await database?.drop();
  await knowledge?.close();
});

interface Hostile {
  readonly url: string;
  readonly payload?: string;
}

function requestsTo({ name, method, path, query, bodies }: Operation): readonly Hostile[] {
  const pattern = path.replace(/\{(\w+)\}/g, ':$1');
  const url = addressOf(pattern, settled.places);
  const schema = bodies['application/json'];
  const given = BODIES[`${method} ${pattern}`] ?? (schema && {});
  const body = schema && typeof given === 'object' ? filled(given, schema, api.resolved) : undefined;
  const payload = body && JSON.stringify(body);
  // What is learnt on trial takes minutes.
  const bad = name.endsWith('/trials') ? hostile({ ...body, texts: [] }) : hostile(body);
  const [known = '', asked = ''] = url.split('?');
  return [
    ...bad.map((one, nth) => ({ url, payload: JSON.stringify(asNew(one, nth)) })),
    ...query.flatMap((one) =>
      IN_QUERY.map((value) => {
        const search = new URLSearchParams(asked);
        search.set(one.name, value);
        return { url: `${known}?${search}`, ...(payload && { payload }) };
      }),
    ),
    ...pattern
      .split('/')
      .flatMap((part, at) => (part.startsWith(':') ? [at] : []))
      .flatMap((at) =>
        IN_PATH.map((value) => ({
          url: known.split('/').with(at, encodeURIComponent(value)).join('/'),
          ...(payload && { payload }),
        })),
      ),
  ];
}

/** What has a name of its own is not taken for the same said again. */
function asNew(body: unknown, nth: number): unknown {
  const { id } = (body ?? {}) as { readonly id?: unknown };
  return typeof id === 'string' && /^[\w-]+$/.test(id) ? { ...(body as object), id: `${id}-${nth}` } : body;
}

it('breaks over PostgreSQL with no text, number or date that a request can hold', async () => {
  const talk: Headers = { authorization: `Bearer ${settled.tokenOf(settled.victim)}` };
  const session = headersOf(settled.signedIn.supervisor);
  const faults: unknown[] = [];
  let [taken, refused] = [0, 0];
  for (const operation of api.operations.filter(({ name }) => !LEFT_OUT.test(name))) {
    const headers = operation.path.includes('/console') ? session : talk;
    for (const { url, payload } of requestsTo(operation)) {
      const answer = await desk.app.inject({
        ...{ method: operation.method as 'GET', url },
        headers: { ...headers, ...(payload !== undefined && { 'content-type': 'application/json' }) },
        ...(payload !== undefined && { payload }),
      });
      if (answer.statusCode >= 500)
        faults.push({ name: operation.name, url, payload: payload?.slice(0, 200), body: answer.body });
      if (answer.statusCode < 300) taken += 1;
      else refused += 1;
    }
  }
  expect(faults).toEqual([]);
  expect(desk.faults.filter((fault) => !JSON.stringify(fault).includes('ChannelError'))).toEqual([]);
  // Much of it is kept, and not only refused at the door.
  expect(Math.min(taken, refused)).toBeGreaterThan(100);
  expect((await settled.victim.say('谢谢')).status).toBeLessThan(500);
}, 120_000);
