import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { METRICS_TOKEN, type PeopleDesk, type Person } from '../people/people-desk.ts';
import { trainedKnowledge } from '../trained.ts';
import { openAttackDesk } from './attack-desk.ts';
import { everythingIn } from './everything.ts';
import { type Headers, headersOf } from './identities.ts';
import { routesOf } from './route-table.ts';
import { RULES, ruleOf } from './rules.ts';
import { addressOf, BODIES, type Places } from './samples.ts';
import { type Settled, settle } from './settled.ts';

// Hundreds of requests each, on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000 });

const SECRET_WORDS = '我公司在杭州西溪，负责人核验总是失败';

let knowledge: Knowledge;
let desk: PeopleDesk;
let routes: readonly string[];
let victim: Person;
let places: Places;
let nobody: Settled['nobody'];
let ended: Settled['ended'];
let signedIn: Settled['signedIn'];
let forced: Settled['forced'];
let tokenOf: Settled['tokenOf'];

beforeAll(async () => {
  knowledge = await trainedKnowledge();
  desk = await openAttackDesk(knowledge);
  routes = await routesOf(desk.app);
  ({ victim, places, nobody, ended, signedIn, forced, tokenOf } = await settle(desk, SECRET_WORDS));
});
afterAll(async () => {
  await desk.close();
  await knowledge.close();
});

/** Tries a route as somebody: the status, and everything that came back. */
async function attempt(route: string, headers: Headers, changes: Partial<Places> = {}) {
  const [method = '', path = ''] = route.split(' ');
  const body = BODIES[route];
  const answer = await desk.app.inject({
    method: method as 'GET',
    url: addressOf(path, { ...places, ...changes }),
    headers,
    ...(body !== undefined && { payload: body }),
  });
  const isProblem = answer.statusCode >= 400 && answer.body !== '';
  const code = isProblem ? answer.json<{ error?: { code?: string } }>().error?.code : undefined;
  return { status: answer.statusCode, code, body: answer.body };
}

/** Tries each of these routes as each of these people: all must be refused so, and nothing may have happened. */
async function refusesAll(
  tried: readonly string[],
  people: ReadonlyMap<string, Headers>,
  status: number,
  code?: string,
): Promise<void> {
  expect([...people].length * tried.length).toBeGreaterThan(0);
  const before = await everythingIn(desk.store);
  const wrong: unknown[] = [];
  for (const route of tried) {
    for (const [who, headers] of people) {
      const answer = await attempt(route, headers);
      const isRefused = answer.status === status && (route.startsWith('HEAD') || !code || answer.code === code);
      if (!isRefused || answer.body.includes(SECRET_WORDS)) wrong.push({ route, who, ...answer });
    }
  }
  expect(wrong).toEqual([]);
  expect(await everythingIn(desk.store)).toEqual(before);
}

const of = (which: (rule: NonNullable<ReturnType<typeof ruleOf>>) => boolean): readonly string[] =>
  routes.filter((route) => {
    const rule = ruleOf(route);
    return rule !== undefined && which(rule);
  });
const changing = (route: string): boolean => !/^(GET|HEAD) /.test(route);
const isTalks = (route: string): boolean => ruleOf(route)?.who === 'talk';

describe('the table of rules', () => {
  it('has one for every route, and none for a route that is not there', () => {
    expect(routes.filter((route) => ruleOf(route) === undefined)).toEqual([]);
    expect(Object.keys(RULES).filter((route) => !routes.includes(route))).toEqual([]);
    expect(routes.length).toBeGreaterThan(150);
  });

  it('has every changing route of the console ask for a body, or none, that this file knows', async () => {
    const { paths } = (await desk.app.inject('/api/openapi.json')).json<{
      paths: Record<string, Record<string, { readonly requestBody?: { readonly required?: boolean } }>>;
    }>();
    const missing = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, { requestBody }]) => requestBody?.required === true)
        .map(([method]) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`)
        .filter((route) => BODIES[route] === undefined),
    );
    expect(missing).toEqual([]);
  });
});

describe('a conversation', () => {
  it('opens to nobody but the holder of its own token', async () => {
    await refusesAll(
      of(({ who }) => who === 'talk'),
      nobody,
      401,
      'unauthorized',
    );
  });

  it('opens to no agent by the web API', async () => {
    const agents = new Map(Object.entries(signedIn).map(([who, one]) => [who, headersOf(one)]));
    await refusesAll(
      of(({ who }) => who === 'talk'),
      agents,
      401,
      'unauthorized',
    );
  });

  it('opens to its holder', async () => {
    const headers = { authorization: `Bearer ${tokenOf(victim)}` };
    for (const route of routes.filter((one) => isTalks(one) && !/events|DELETE/.test(one))) {
      const { status } = await attempt(route, headers);
      expect([route, status]).toEqual([route, expect.toSatisfy((it: number) => it < 400)]);
    }
  });

  it('cannot be reached by another spelling of its address', async () => {
    const other = (await desk.app.inject({ method: 'POST', url: '/api/talks' })).json();
    const headers = { authorization: `Bearer ${other.token}` };
    for (const url of [
      `/api/talks/${other.talk}/../${victim.talk}/messages`,
      `/api/talks/${other.talk}/%2e%2e/${victim.talk}/messages`,
      `/api/talks/${other.talk}%2f..%2f${victim.talk}/messages`,
      `/api/talks/${other.talk}/messages/../../${victim.talk}/messages`,
      `//api/talks/${victim.talk}/messages`,
      `/api/talks/${victim.talk}/messages?talk=${other.talk}`,
      `/api//talks/${victim.talk}/messages`,
      `/API/TALKS/${victim.talk}/messages`,
      `/api/talks/${victim.talk};talk=${other.talk}/messages`,
    ]) {
      const answer = await desk.app.inject({ url, headers });
      expect([url, answer.statusCode, answer.body.includes(SECRET_WORDS)]).toEqual([
        url,
        expect.toSatisfy((it: number) => [400, 401, 404].includes(it)),
        false,
      ]);
    }
  });
});

describe('the console', () => {
  const console = () => of(({ who }) => Array.isArray(who));

  it('opens to nobody who is not signed in, whatever else they hold', async () => {
    const talk = tokenOf(victim);
    const tokens = new Map<string, Headers>([
      ['a talk’s token', { authorization: `Bearer ${talk}` }],
      ['a talk’s token as the cookie', { cookie: `beian-agent=${talk}` }],
      ['a csrf token as the cookie', { cookie: `beian-agent=${signedIn.supervisor.csrf}` }],
      ['a session as a bearer', { authorization: `Bearer ${signedIn.supervisor.cookie.split('=')[1]}` }],
    ]);
    await refusesAll(console(), new Map([...nobody, ...tokens]), 401, 'unauthorized');
  });

  it('opens with no session that has ended', async () => {
    await refusesAll(console(), ended, 401, 'unauthorized');
  });

  it('changes nothing without the csrf token of that very session', async () => {
    const { cookie } = signedIn.supervisor;
    await refusesAll(
      console().filter(changing),
      new Map<string, Headers>([
        ['none', { cookie }],
        ['an empty one', { cookie, 'x-csrf-token': '' }],
        ['another session’s', { cookie, 'x-csrf-token': signedIn.agent.csrf }],
        ['the session itself', { cookie, 'x-csrf-token': cookie.split('=')[1] ?? '' }],
        ['one in the address only', { cookie, referer: `/?x-csrf-token=${signedIn.supervisor.csrf}` }],
      ]),
      403,
      'csrf',
    );
  });

  it('lets whoever has a password from others do nothing before they change it', async () => {
    const closed = of((rule) => Array.isArray(rule.who) && !('beforePasswordChange' in rule));
    await refusesAll(closed, new Map([['forced', headersOf(forced)]]), 403, 'password-change-needed');
  });

  it.each(['agent', 'supervisor', 'editor'] as const)('shuts out the %s where the rules say so', async (role) => {
    const closed = of(({ who }) => Array.isArray(who) && !who.includes(role));
    if (role === 'supervisor') return expect(closed).toEqual([]);
    await refusesAll(closed, new Map([[role, headersOf(signedIn[role])]]), 403, 'forbidden');
  });

  it.each(['agent', 'supervisor', 'editor'] as const)('lets the %s read what the rules say', async (role) => {
    const open = of(({ who }) => Array.isArray(who) && who.includes(role)).filter((one) => one.startsWith('GET'));
    for (const route of open.filter((one) => !one.endsWith('/events'))) {
      const { status } = await attempt(route, headersOf(signedIn[role]));
      expect([route, status]).toEqual([route, route.includes('trials') ? 404 : 200]);
    }
  });

  it.each(['agent', 'supervisor', 'editor'] as const)('lets the %s past every door of theirs', async (role) => {
    const open = of(({ who }) => Array.isArray(who) && who.includes(role)).filter(changing);
    for (const route of open.filter((one) => !/session|password|totp|agents|assign/.test(one))) {
      const { status, code } = await attempt(route, headersOf(signedIn[role]));
      expect([route, status, code]).toEqual([route, expect.toSatisfy((it: number) => it !== 401 && it !== 403), code]);
      expect([route, status]).toEqual([route, expect.toSatisfy((it: number) => it < 500)]);
    }
  });
});

describe('the metrics', () => {
  it('open to nobody but Prometheus', async () => {
    const others = new Map<string, Headers>([
      ['a supervisor', headersOf(signedIn.supervisor)],
      ['the holder of a talk', { authorization: `Bearer ${tokenOf(victim)}` }],
      ['another token', { authorization: 'Bearer a-token-of-its-prometheus-' }],
      ['the token alone', { authorization: METRICS_TOKEN }],
      ['someone who says they are this machine', { 'x-forwarded-for': '127.0.0.1', host: 'localhost' }],
    ]);
    await refusesAll(
      of(({ who }) => who === 'prometheus'),
      new Map([...nobody, ...others]),
      401,
      'unauthorized',
    );
    const read = await attempt('GET /metrics', { authorization: `Bearer ${METRICS_TOKEN}` });
    expect([read.status, read.body.includes(victim.talk)]).toEqual([200, false]);
  });
});

describe('the doors of vendors', () => {
  it('open to nobody who does not sign', async () => {
    const signs = new Map<string, Headers>([
      ['nobody', {}],
      ['an agent', headersOf(signedIn.supervisor)],
      ['a guess', { timestamp: String(desk.now().getTime()), sign: 'AAAA' }],
    ]);
    const before = await everythingIn(desk.store);
    for (const route of of(({ who }) => who === 'vendor')) {
      for (const [who, headers] of signs) {
        const [method = '', url = ''] = route.split(' ');
        const answer = await desk.app.inject({
          method: method as 'GET',
          url: `${url}?signature=aa&msg_signature=aa&timestamp=1&nonce=2&echostr=told-back`,
          headers: { ...headers, ...(method === 'POST' && { 'content-type': 'application/json' }) },
          ...(method === 'POST' && { payload: '{"Encrypt":"AAAA","msgtype":"text"}' }),
        });
        expect([route, who, answer.statusCode, answer.body.includes('told-back')]).toEqual([
          route,
          who,
          expect.toSatisfy((it: number) => it === 401 || it === 403),
          false,
        ]);
      }
    }
    expect(await everythingIn(desk.store)).toEqual(before);
  });
});
