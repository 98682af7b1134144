import { expect } from 'vitest';
import type { PeopleDesk, Person } from '../people/people-desk.ts';
import { type Headers, headersOf, hire, PASSWORD, type SignedIn, signIn } from './identities.ts';
import type { Places } from './samples.ts';

const HOUR = 3_600_000;

/** A desk with somebody whose conversation others try to get at, and everybody who tries. */
export interface Settled {
  readonly victim: Person;
  /** What of the victim's, and of the desk's, stands in addresses. */
  readonly places: Places;
  /** Who they are, and what they send: nobody that the service knows, */
  readonly nobody: ReadonlyMap<string, Headers>;
  /** and those whom it knew. */
  readonly ended: ReadonlyMap<string, Headers>;
  readonly signedIn: Readonly<Record<'agent' | 'supervisor' | 'editor', SignedIn>>;
  /** Somebody whose password is from others. */
  readonly forced: SignedIn;
  tokenOf(talk: Person): string;
}

/** Lets people in; `words` are what the victim says. */
export async function settle(desk: PeopleDesk, words: string): Promise<Settled> {
  const { app } = desk;
  await hire(desk, '主管', 'supervisor');
  await hire(desk, '睡着了', 'supervisor');
  const asleep = await signIn(app, '睡着了');
  await desk.wait(7 * 24 * HOUR - 1);
  const supervisor = await signIn(app, '主管');
  await desk.wait(2);
  const ended = new Map([['an expired session', headersOf(asleep)], ...(await leave(desk, supervisor))]);
  await hire(desk, '客服', 'agent');
  await hire(desk, '编辑', 'editor');
  await hire(desk, '新来的', 'supervisor', true);
  const signedIn = { agent: await signIn(app, '客服'), supervisor, editor: await signIn(app, '编辑') };

  const visitors = visitorsOf(desk);
  const victim = await visitors.open();
  await victim.say(words);
  const ticket = await victim.call('POST', '/ticket', { text: '请回电', contact: 'victim@example.com' });
  const other = await visitors.open();
  const announced = await app.inject({
    method: 'POST',
    url: '/api/console/radar/announcements',
    headers: headersOf(supervisor),
    payload: { entry: 1, text: '正在处理。' },
  });
  const { tokenOf } = visitors;
  return {
    ...{ victim, ended, signedIn, tokenOf },
    forced: await signIn(app, '新来的'),
    places: {
      talk: victim.talk,
      picture: await desk.picture(victim.talk),
      agent: 'agent-客服',
      ticket: ticket.body.ticket,
      announcement: announced.json().announcement.id,
    },
    nobody: new Map<string, Headers>([
      ['nobody', {}],
      ['a token of another talk', { authorization: `Bearer ${tokenOf(other)}` }],
      ['a token that is no token', { authorization: 'Bearer null' }],
      ['an empty token', { authorization: 'Bearer ' }],
      ['another scheme', { authorization: `Basic ${Buffer.from(`x:${tokenOf(victim)}`).toString('base64')}` }],
      ['a cookie that is no session', { cookie: `beian-agent=${'A'.repeat(43)}` }],
    ]),
  };
}

/** Supervisors who were signed in, and are no more, each in another way. */
async function leave(desk: PeopleDesk, supervisor: SignedIn): Promise<readonly (readonly [string, Headers])[]> {
  const { app } = desk;
  for (const name of ['停用的', '退出的', '换了密码的']) await hire(desk, name, 'supervisor');
  const disabled = await signIn(app, '停用的');
  await app.inject({
    method: 'PATCH',
    url: '/api/console/agents/agent-停用的',
    headers: headersOf(supervisor),
    payload: { disabled: true },
  });
  const signedOut = await signIn(app, '退出的');
  await app.inject({ method: 'DELETE', url: '/api/console/session', headers: headersOf(signedOut) });
  const before = await signIn(app, '换了密码的');
  const changed = await app.inject({
    method: 'POST',
    url: '/api/console/password',
    headers: headersOf(before),
    payload: { old: PASSWORD, new: 'velvet-compass-3-harbour' },
  });
  expect(changed.statusCode).toBe(200);
  return [
    ['a disabled agent', headersOf(disabled)],
    ['a session that was signed out', headersOf(signedOut)],
    ['a session from before the password changed', headersOf(before)],
  ];
}

/** People at the web API, whose tokens are known. */
function visitorsOf({ app }: PeopleDesk) {
  const tokens = new Map<string, string>();
  return {
    tokenOf: ({ talk }: Person): string => tokens.get(talk) ?? '',
    async open(): Promise<Person> {
      const { talk, token } = (await app.inject({ method: 'POST', url: '/api/talks' })).json();
      tokens.set(talk, token);
      const call: Person['call'] = async (method, path, body) => {
        const answer = await app.inject({
          method,
          url: `/api/talks/${talk}${path}`,
          headers: { authorization: `Bearer ${token}` },
          ...(body && { payload: body }),
        });
        return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() };
      };
      return { talk, call, say: (text) => call('POST', '/messages', { id: 'first', text }), lines: async () => [] };
    },
  };
}
