import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { AtConsole, PeopleDesk, Person } from '../people/people-desk.ts';
import { trainedKnowledge } from '../trained.ts';
import { openAttackDesk } from './attack-desk.ts';
import { everythingIn } from './everything.ts';

// Hundreds of requests each, on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000 });

let knowledge: Knowledge;
let desk: PeopleDesk;
let mine: Person;
let theirs: Person;
let zhou: AtConsole;
let wu: AtConsole;

beforeAll(async () => {
  knowledge = await trainedKnowledge();
  desk = await openAttackDesk(knowledge);
  [mine, theirs] = [await desk.visitor(), await desk.visitor()];
  [zhou, wu] = [await desk.agent('小周'), await desk.agent('小吴')];
  await zhou.available();
  for (const one of [mine, theirs]) await one.say('扫码进不去');
});
afterAll(async () => {
  await desk.close();
  await knowledge.close();
});

/** Runs what must change nothing. */
async function inVain<T>(job: () => Promise<T>): Promise<T> {
  const before = await everythingIn(desk.store);
  const result = await job();
  const { presence: _heard, ...after } = await everythingIn(desk.store);
  const { presence: _before, ...left } = before;
  expect(after).toEqual(left);
  return result;
}

describe('what belongs to another conversation', () => {
  it('is no picture of one’s own', async () => {
    const picture = await desk.picture(theirs.talk ?? '');
    expect(await inVain(() => mine.call('GET', `/files/${picture}`))).toMatchObject({ status: 404 });
    for (const id of [
      `..%2f${theirs.talk}%2f${picture}`,
      `..%5c${picture}`,
      '%00',
      `${picture}%00.png`,
      '.',
      '..%2f..%2fvault.key',
    ]) {
      const { status } = await inVain(() => mine.call('GET', `/files/${id}`));
      expect([id, [400, 404].includes(status)]).toEqual([id, true]);
    }
  });

  it('is not shown to an agent under the name of another', async () => {
    const picture = await desk.picture(theirs.talk ?? '');
    const { body } = await theirs.call('POST', '/ticket', { text: '请回电', contact: 'theirs@example.com' });
    for (const item of [`picture:${picture}`, `contact:${body.ticket}`]) {
      const asked = { item, reason: '想看看' };
      expect(await inVain(() => zhou.call('POST', `/talks/${mine.talk}/reveal`, asked))).toMatchObject({
        status: 404,
      });
    }
    const sent = { id: 'p1', text: '', pictures: [picture] };
    expect(await inVain(() => zhou.call('POST', `/talks/${mine.talk}/messages`, sent))).toMatchObject({
      status: 400,
    });
  });

  it('is no 留言 that another link opens', async () => {
    const left = await Promise.all(
      [mine, theirs].map((one) => one.call('POST', '/ticket', { text: '请回电', contact: 'somebody@example.com' })),
    );
    const [own, other] = left.map(({ body }) => body);
    const key = own.link.split('#')[1];
    const open = (ticket: string, given: unknown) =>
      desk.app.inject({ method: 'POST', url: `/api/answers/${ticket}`, payload: { key: given } });
    expect((await open(own.ticket, key)).statusCode).toBe(200);
    expect((await inVain(() => open(other.ticket, key))).statusCode).toBe(404);
    for (const bent of [key.slice(0, -1), `${key}A`, key.toUpperCase(), '', ' ', `${key} `]) {
      expect([bent, (await inVain(() => open(own.ticket, bent))).statusCode]).toEqual([bent, 404]);
    }
  });
});

describe('a conversation that a colleague has', () => {
  it('is not ended, given away, given back or put off by anybody else', async () => {
    await theirs.say('转人工');
    expect(await zhou.call('POST', `/talks/${theirs.talk}/claim`)).toMatchObject({ status: 200 });
    for (const [step, body] of [
      ['claim', {}],
      ['close', { code: 'solved' }],
      ['transfer', { to: wu.id }],
      ['transfer', { to: null }],
      ['return', { summary: '好了' }],
      ['follow-up', { due: '2030-01-01T00:00:00.000Z' }],
      ['snooze', { due: '2030-01-01T00:00:00.000Z' }],
      ['messages', { id: 'w1', text: '您好，我来回答。' }],
    ] as const) {
      const { status } = await inVain(() => wu.call('POST', `/talks/${theirs.talk}/${step}`, body));
      expect([step, status]).toEqual([step, 409]);
    }
    for (const [step, body] of [
      ['take-over', {}],
      ['assign', { to: wu.id }],
    ] as const) {
      const { status } = await inVain(() => wu.call('POST', `/talks/${theirs.talk}/${step}`, body));
      expect([step, status]).toEqual([step, 403]);
    }
  });
});

describe('a code for the phone', () => {
  it('opens its own conversation, once, and no guess opens any', async () => {
    const { body } = await mine.call('POST', '/phone');
    const open = (code: string) => desk.app.inject({ method: 'POST', url: '/api/phone', payload: { code } });
    for (const guess of ['', body.code.slice(1), `${body.code}=`, '%', body.code.toLowerCase()]) {
      expect([guess, (await inVain(() => open(guess))).statusCode]).toEqual([guess, 404]);
    }
    expect((await open(body.code)).json()).toMatchObject({ talk: mine.talk });
    expect((await inVain(() => open(body.code))).statusCode).toBe(404);
  });
});

describe('an identity that a site signs', () => {
  it('is nobody’s who cannot sign it, and shows no history of the one who is claimed', async () => {
    for (const signature of ['', '00', '0'.repeat(64), 'A'.repeat(43)]) {
      const told = { user: 'user-1', signature };
      expect(await inVain(() => mine.call('POST', '/context', told))).toMatchObject({ status: 400 });
    }
    expect(await zhou.call('GET', `/talks/${mine.talk}/history`)).toMatchObject({ status: 200, body: { talks: [] } });
  });
});
