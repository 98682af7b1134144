import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { readFields } from '../../src/adapters/vendor/callback/read-fields.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { PeopleDesk } from '../people/people-desk.ts';
import { trainedKnowledge } from '../trained.ts';
import { openAttackDesk } from './attack-desk.ts';
import { everythingIn } from './everything.ts';
import { type Headers, headersOf, hire, signIn } from './identities.ts';
import { addressOf, BODIES } from './samples.ts';

// Hundreds of requests each, on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000 });

/** Members that reach the prototype of every object where somebody copies them without looking. */
const POISON = [
  '"__proto__":{"polluted":"yes"}',
  '"\\u005f_proto__":{"polluted":"yes"}',
  '"constructor":{"prototype":{"polluted":"yes"}}',
];

let knowledge: Knowledge;
let desk: PeopleDesk;
let supervisor: Headers;
let holder: Headers;
let talk: string;
beforeAll(async () => {
  knowledge = await trainedKnowledge();
  desk = await openAttackDesk(knowledge);
  await hire(desk, '主管', 'supervisor');
  supervisor = headersOf(await signIn(desk.app, '主管'));
  const opened = (await desk.app.inject({ method: 'POST', url: '/api/talks' })).json();
  talk = opened.talk;
  holder = { authorization: `Bearer ${opened.token}` };
});
afterEach(() => {
  expect(({} as { polluted?: string }).polluted).toBeUndefined();
  expect(([] as { polluted?: string }).polluted).toBeUndefined();
});
afterAll(async () => {
  await desk.close();
  await knowledge.close();
});

/** A JSON text with more members at the beginning of one of its objects. */
function poisoned(json: string, poison: string): readonly string[] {
  const places = [...json.matchAll(/\{/g)].map(({ index }) => index + 1);
  return places.map((at) => {
    const rest = json.slice(at);
    return `${json.slice(0, at)}${poison}${rest.startsWith('}') ? '' : ','}${rest}`;
  });
}

it.each(Object.keys(BODIES))('%s takes no member that leads to a prototype', async (route) => {
  const [method = '', path = ''] = route.split(' ');
  const places = { talk, picture: 'x', agent: 'agent-主管', ticket: 'x', announcement: 'x' };
  const before = await everythingIn(desk.store);
  const bodies = POISON.flatMap((poison) => poisoned(JSON.stringify(BODIES[route]), poison));
  expect(bodies.length).toBeGreaterThan(2);
  for (const payload of bodies) {
    const headers = { ...(path.includes('/console') ? supervisor : holder), 'content-type': 'application/json' };
    const answer = await desk.app.inject({
      method: method as 'POST',
      url: addressOf(path, places),
      headers,
      payload,
    });
    expect([payload, answer.statusCode, answer.json().error?.code]).toEqual([payload, 400, 'not-json']);
  }
  expect(await everythingIn(desk.store)).toEqual(before);
});

it('an address takes them as the names they are', async () => {
  for (const query of [
    '__proto__[polluted]=yes',
    'constructor.prototype.polluted=yes',
    '__proto__=yes',
    'toString=1',
  ]) {
    const answer = await desk.app.inject({ url: `/api/console/talks?open&${query}`, headers: supervisor });
    expect([query, answer.statusCode]).toEqual([query, 200]);
  }
});

it.each([
  '{"__proto__":{"polluted":"yes"},"ToUserName":"a"}',
  '{"constructor":{"prototype":{"polluted":"yes"}},"ToUserName":"a"}',
  '<xml><__proto__><polluted>yes</polluted></__proto__><ToUserName>a</ToUserName></xml>',
  '<xml><constructor><prototype><polluted>yes</polluted></prototype></constructor><ToUserName>a</ToUserName></xml>',
  '<__proto__><polluted>yes</polluted></__proto__>',
])('a vendor’s body reaches no prototype: %s', (body) => {
  const fields = readFields(body)?.fields as Record<string, unknown> | undefined;
  expect(fields?.polluted).toBeUndefined();
  expect(fields?.toString === undefined || typeof fields.toString === 'function').toBe(true);
});
