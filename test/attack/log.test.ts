import { inspect } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { IDENTITY_SECRET, type PeopleDesk } from '../people/people-desk.ts';
import { trainedKnowledge } from '../trained.ts';
import { openAttackDesk, VENDOR_SECRETS } from './attack-desk.ts';
import { headersOf, hire, PASSWORD, signIn } from './identities.ts';

const ID_NUMBER = '11010519491231002X';
const PHONE = '13911112222';
const CONTACT = 'secret-person@example.com';
const NEW_PASSWORD = 'velvet-compass-3-harbour';

let knowledge: Knowledge;
let desk: PeopleDesk;
const log: string[] = [];
/** What no line may hold. */
const secrets = new Map<string, string>([
  ['identity number', ID_NUMBER],
  ['phone number', PHONE],
  ['contact', CONTACT],
  ['password', PASSWORD],
  ['new password', NEW_PASSWORD],
  ['identity secret', IDENTITY_SECRET],
  ...Object.entries(VENDOR_SECRETS),
]);

beforeAll(async () => {
  knowledge = await trainedKnowledge();
  desk = await openAttackDesk(knowledge, {
    http: { logLevel: 'trace', logStream: { write: (line) => log.push(line) } },
  });
});
afterAll(() => knowledge.close());

/** A call with whatever there is to be kept secret in it. */
async function call(method: string, url: string, headers: Readonly<Record<string, string>>, payload?: object) {
  return desk.app.inject({ method: method as 'GET', url, headers, ...(payload && { payload }) });
}

it('says nothing of what people say, nor of what opens anything', async () => {
  await hire(desk, '主管', 'supervisor');
  const signedIn = await signIn(desk.app, '主管');
  const agent = headersOf(signedIn);
  secrets.set('session', signedIn.cookie.split('=')[1] ?? '').set('csrf', signedIn.csrf);
  const { talk, token } = (await call('POST', '/api/talks', {})).json();
  secrets.set('talk token', token);
  const holder = { authorization: `Bearer ${token}` };
  const at = `/api/talks/${talk}`;
  const desks = `/api/console/talks/${talk}`;
  const heard: number[] = [];
  for (const [method, url, headers, payload] of [
    ['POST', `${at}/messages`, holder, { id: 'a', text: `我的身份证是${ID_NUMBER}，手机${PHONE}` }],
    ['POST', `${at}/messages`, holder, { id: 'a', text: `别的${PHONE}` }],
    ['POST', `${at}/messages?phone=${PHONE}`, holder, { id: 'b\n', text: ID_NUMBER }],
    ['POST', `${at}/ticket`, holder, { text: `请打${PHONE}`, contact: CONTACT }],
    [
      'POST',
      `${at}/context`,
      holder,
      { page: `https://shop.example/?phone=${PHONE}`, user: ID_NUMBER, signature: 'x' },
    ],
    ['PATCH', `${at}/case`, holder, { province: ID_NUMBER }],
    ['POST', `${at}/phone`, holder, undefined],
    ['GET', `${at}/files/${ID_NUMBER}`, holder, undefined],
    ['GET', `/nothing/${PHONE}`, holder, undefined],
    ['POST', '/api/console/session', {}, { name: PHONE, password: NEW_PASSWORD }],
    ['POST', '/api/console/session', {}, { name: '主管', password: `${PASSWORD}x` }],
    ['POST', `${desks}/messages`, agent, { id: 'x', text: `请查收 ${PHONE}` }],
    ['POST', `${desks}/note`, agent, { text: `TA 的号码 ${ID_NUMBER}` }],
    ['POST', `${desks}/reveal`, agent, { item: 'contact:none', reason: `核对${PHONE}` }],
    ['POST', '/api/console/agents', agent, { name: '新来的', role: 'agent' }],
    ['POST', '/api/console/totp', agent, undefined],
    ['POST', '/api/console/password', agent, { old: PASSWORD, new: NEW_PASSWORD }],
  ] as const) {
    const answer = await call(method, url, headers, payload);
    heard.push(answer.statusCode);
    const { password, secret, code, link } = answer.json();
    for (const [name, value] of Object.entries({ password, secret, code, link })) {
      if (typeof value === 'string') secrets.set(`${name} of ${url}`, value);
    }
  }
  expect(heard).toContain(200);
  expect(heard).toContain(409);
  expect(heard).toContain(401);

  // Now that everything breaks, most is said.
  await desk.store.close();
  const session = headersOf(signedIn);
  const breaking = [
    await call('POST', `${at}/messages`, holder, { id: 'c', text: `我的身份证是${ID_NUMBER}，手机${PHONE}` }),
    await call('POST', `${at}/ticket`, holder, { text: PHONE, contact: CONTACT }),
    await call('POST', '/api/console/session', {}, { name: '主管', password: PASSWORD }),
    await call('POST', `${desks}/messages`, session, { id: 'y', text: PHONE }),
    await call('POST', '/api/talks', {}),
  ];
  expect(breaking.map(({ statusCode }) => statusCode)).toEqual([500, 500, 500, 500, 500]);
  // The faults of turns and rounds are logged, too.
  const said = log.join('') + inspect(desk.faults, { depth: 8 });
  expect(log.length).toBeGreaterThanOrEqual(breaking.length);
  expect([...secrets].filter(([, secret]) => secret === '' || said.includes(secret))).toEqual([]);
  expect(breaking.filter(({ body }) => /SQLITE|sqlite|driver|at .*:\d+/.test(body))).toEqual([]);
});

it('has one line of JSON for each thing, whatever line breaks somebody sends', async () => {
  const forged = '\r\n{"level":30,"msg":"主管 signed in"}\u2028\u001b[2J';
  await call(
    'POST',
    `/api/talks/${encodeURIComponent(forged)}/messages`,
    { 'x-request-id': 'a', 'user-agent': 'b' },
    {
      id: forged,
      text: forged,
    },
  );
  await call('POST', '/api/console/session', {}, { name: forged, password: forged });
  for (const line of log) {
    expect(line).toMatch(/^\{[^\p{Cc}]*\}\n$/u);
    expect(JSON.parse(line).msg).not.toContain('signed in');
  }
});
