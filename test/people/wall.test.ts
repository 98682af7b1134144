import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { trainedKnowledge } from '../trained.ts';
import { type AtConsole, openPeopleDesk, type PeopleDesk, type Person } from './people-desk.ts';

/** When the desk begins: 14:00 in China. */
const BEGUN = '2026-03-02T06:00:00.000Z';
const MINUTE = 60_000;

let knowledge: Knowledge;
let desk: PeopleDesk;
let boss: AtConsole;

beforeAll(async () => {
  knowledge = await trainedKnowledge();
});
afterAll(() => knowledge.close());
beforeEach(async () => {
  desk = await openPeopleDesk(knowledge);
  boss = await desk.agent('主管', 'supervisor');
});
afterEach(async () => {
  await desk.close();
  expect(desk.faults).toEqual([]);
});

async function waiting(): Promise<Person> {
  const person = await desk.visitor();
  await person.say('转人工');
  return person;
}

const instant = (ms: number): string => new Date(Date.parse(BEGUN) + ms).toISOString();
const wall = async () => (await boss.call('GET', '/wall')).body;
const today = async () => (await boss.call('GET', '/wall/today')).body;
const stateOf = async (person: Person) => (await boss.call('GET', `/talks/${person.talk}`)).body.summary;

describe('the wall', () => {
  it('is for supervisors alone', async () => {
    const agent = await desk.agent('小周');
    for (const path of ['/wall', '/wall/today']) expect((await agent.call('GET', path)).status).toBe(403);
    const editor = await desk.agent('小编', 'editor');
    for (const path of ['/wall', '/wall/today', '/handover', '/alerts']) {
      expect((await editor.call('GET', path)).status).toBe(403);
    }
  });

  it('tells who is there with what, since when they were seen, and for whom somebody waits', async () => {
    const agent = await desk.agent('小周');
    await agent.available(2);
    const [served, next] = [await waiting(), await waiting()];
    await agent.call('POST', `/talks/${served.talk}/claim`);
    await served.say('还在吗');
    await desk.round();
    expect(await wall()).toMatchObject({
      at: BEGUN,
      open: true,
      hours: null,
      longWait: 180,
      agents: [
        { agent: boss.id, available: false, load: 0, isGone: false },
        {
          agent: agent.id,
          number: 2,
          name: '小周',
          available: true,
          capacity: 2,
          load: 1,
          seenAt: BEGUN,
          isGone: false,
        },
      ],
      held: [{ talk: served.talk, owner: agent.id, state: 'agent', unansweredSince: BEGUN }],
      waiting: [{ talk: next.talk, rang: 0, lastOwner: null }],
    });
    await desk.wait(30_000);
    await boss.call('GET', '/wall');
    await desk.wait(31_000);
    const later = await wall();
    expect(later.agents).toMatchObject([{ isGone: false }, { agent: agent.id, seenAt: BEGUN, isGone: true }]);
    expect(later.waiting.find(({ talk }: { talk: string }) => talk === next.talk)).toMatchObject({ rang: 1 });
  });
});

describe('a supervisor assigns', () => {
  it('what waits: it rings there, and nothing is said to the person', async () => {
    const [one, two] = [await desk.agent('小周'), await desk.agent('小林')];
    await one.available();
    const person = await waiting();
    const said = await person.lines();
    const assigned = await boss.call('POST', `/talks/${person.talk}/assign`, { to: two.id });
    expect(assigned).toMatchObject({ status: 200, body: { state: 'ringing', owner: null } });
    expect(await stateOf(person)).toMatchObject({ state: 'ringing', ringingFor: two.id, waitingSince: BEGUN });
    // To another one, while it rings.
    await boss.call('POST', `/talks/${person.talk}/assign`, { to: one.id });
    expect(await stateOf(person)).toMatchObject({ state: 'ringing', ringingFor: one.id, waitingSince: BEGUN });
    await boss.call('POST', `/talks/${person.talk}/assign`, { to: null });
    expect(await stateOf(person)).toMatchObject({ state: 'queued', ringingFor: null, waitingSince: BEGUN });
    expect(await person.lines()).toEqual(said);
    await two.call('POST', `/talks/${person.talk}/claim`);
    expect(await stateOf(person)).toMatchObject({ owner: two.id });
  });

  it('what another has: it rings at the new one, and the person is told', async () => {
    const [one, two] = [await desk.agent('小周'), await desk.agent('小林')];
    await one.available();
    const person = await waiting();
    await one.call('POST', `/talks/${person.talk}/claim`);
    const assigned = await boss.call('POST', `/talks/${person.talk}/assign`, { to: two.id });
    expect(assigned).toMatchObject({ status: 200, body: { state: 'ringing' } });
    expect((await person.lines()).at(-1)).toBe('system: 客服 01 正在把您转给另一位客服，排在最前面。');
    expect((await one.call('POST', `/talks/${person.talk}/note`, { text: '我先不管了' })).status).toBe(201);
    expect((await two.call('POST', `/talks/${person.talk}/claim`)).body).toMatchObject({ owner: two.id });
    const { body } = await boss.call('GET', '/audit');
    const moves = body.entries.filter((entry: { talk: string | null }) => entry.talk === person.talk);
    expect(moves.map(({ who }: { who: string }) => who)).toEqual([two.id, boss.id, one.id, 'system']);
  });

  it('nothing to nobody, and nothing that no person is wanted for', async () => {
    const agent = await desk.agent('小周');
    const editor = await desk.agent('小编', 'editor');
    await agent.available();
    const person = await waiting();
    const assign = (by: AtConsole, to: unknown) => by.call('POST', `/talks/${person.talk}/assign`, { to });
    expect((await assign(agent, boss.id)).status).toBe(403);
    expect((await assign(boss, editor.id)).status).toBe(400);
    expect((await assign(boss, 'nobody')).status).toBe(400);
    await agent.call('POST', `/talks/${person.talk}/claim`);
    expect((await assign(boss, agent.id)).body.error.message).toBe('这个对话已经由 TA 在接待。');
    await agent.call('POST', `/talks/${person.talk}/return`, {});
    expect((await assign(boss, agent.id)).status).toBe(409);
  });
});

describe('the figures of the day', () => {
  it('count what the assistant solved once it has been quiet for half an hour', async () => {
    const helped = await desk.visitor();
    await helped.say('授权书在哪里下载');
    await helped.say('谢谢');
    const unhelped = await desk.visitor();
    await unhelped.say('今天股票会涨吗');
    await desk.visitor();
    expect(await today()).toMatchObject({ day: '2026-03-02', conversations: 2, solvedByBot: 0, handedOver: 0 });
    await desk.wait(30 * MINUTE - 1);
    expect(await today()).toMatchObject({ solvedByBot: 0 });
    await desk.wait(1);
    expect(await today()).toMatchObject({ conversations: 2, solvedByBot: 1 });
    const [line] = (await helped.call('GET', '/messages')).body.messages.filter(
      ({ outcome }: { outcome?: { kind: string } }) => outcome?.kind === 'answer',
    );
    await helped.call('POST', '/feedback', { seq: line.seq, helpful: false });
    expect(await today()).toMatchObject({ solvedByBot: 0 });
  });

  it('count what people were wanted for, what they solved, and how long it took', async () => {
    const agent = await desk.agent('小周');
    await agent.available();
    const [solved, left] = [await waiting(), await waiting()];
    await desk.wait(40_000);
    await agent.call('POST', `/talks/${solved.talk}/claim`);
    await agent.call('POST', `/talks/${left.talk}/claim`);
    await agent.call('POST', `/talks/${left.talk}/close`, { code: 'unreachable' });
    expect(await today()).toMatchObject({ handedOver: 2, solvedByPeople: 0, medianWait: 40_000 });
    await agent.call('POST', `/talks/${solved.talk}/close`, { code: 'solved' });
    expect(await today()).toMatchObject({ conversations: 2, handedOver: 2, solvedByPeople: 1, solvedByBot: 0 });
    // Back at the desk, it was not solved after all.
    await agent.available();
    await solved.say('转人工');
    expect(await today()).toMatchObject({ handedOver: 2, solvedByPeople: 0 });
  });

  it('count 留言, open and answered', async () => {
    const person = await desk.visitor();
    await person.say('转人工');
    await person.say('手机 13900000000，核验一直不过');
    expect(await today()).toMatchObject({ handedOver: 1, ticketsOpen: 1, ticketsAnswered: 0, medianWait: null });
    await boss.call('POST', `/talks/${person.talk}/claim`);
    await boss.call('POST', `/talks/${person.talk}/messages`, { id: 'a1', text: '请在光线好的地方再试一次。' });
    expect(await today()).toMatchObject({ ticketsOpen: 0, ticketsAnswered: 1 });
  });

  it('begin anew at midnight in China', async () => {
    const person = await desk.visitor();
    await person.say('授权书在哪里下载');
    await desk.wait(10 * 60 * MINUTE - 1);
    expect(await today()).toMatchObject({ day: '2026-03-02', conversations: 1, solvedByBot: 1 });
    await desk.wait(1);
    expect(await today()).toMatchObject({ day: '2026-03-03', conversations: 0, solvedByBot: 0 });
  });
});

describe('the alert of long waits', () => {
  it('is three minutes until a supervisor sets another time, which is logged', async () => {
    const agent = await desk.agent('小周');
    expect((await agent.call('GET', '/alerts')).body).toEqual({ alerts: { longWait: 180 } });
    expect((await agent.call('PUT', '/alerts', { alerts: { longWait: 60 } })).status).toBe(403);
    expect((await boss.call('PUT', '/alerts', { alerts: { longWait: 60 } })).body).toEqual({
      alerts: { longWait: 60 },
    });
    expect((await agent.call('GET', '/alerts')).body).toEqual({ alerts: { longWait: 60 } });
    expect((await wall()).longWait).toBe(60);
    const { body } = await boss.call('GET', '/audit');
    expect(body.entries[0]).toMatchObject({ what: 'settings', detail: { name: 'alerts', longWait: 60 } });
  });

  it.each([29, 3_601, 90.5, '60', null])('refuses %s seconds, and says what would be right', async (longWait) => {
    const { status, body } = await boss.call('PUT', '/alerts', { alerts: { longWait } });
    expect(status).toBe(400);
    expect(body.error.message).toContain('30 到 3600');
  });
});

describe('the handover', () => {
  it('has every open case with what comes next, face verifications first', async () => {
    const agent = await desk.agent('小周');
    await agent.available();
    const served = await waiting();
    await agent.call('POST', `/talks/${served.talk}/claim`);
    await agent.call('POST', `/talks/${served.talk}/messages`, { id: 'a1', text: '请把 **APP** 更新一下。' });
    await agent.call('POST', `/talks/${served.talk}/note`, { text: '手机 13900000000，等他更新' });
    const later = await waiting();
    await agent.call('POST', `/talks/${later.talk}/claim`);
    await agent.call('POST', `/talks/${later.talk}/follow-up`, { due: instant(90 * MINUTE) });
    await desk.wait(1_000);
    const face = await desk.visitor();
    await face.say('人脸核验采集人脸与公安库不一致怎么办');
    await face.say('转人工');
    const talkOf = ({ summary }: { summary: { talk: string } }) => summary.talk;

    const { body } = await agent.call('GET', '/handover');
    expect(body.cases.map(talkOf)).toEqual([face.talk, later.talk, served.talk]);
    expect(body.cases[0]).toMatchObject({
      isFace: true,
      next: { is: 'claim', due: instant(1_000 + 180_000) },
      theirs: { text: '转人工' },
      ours: null,
    });
    expect(body.cases[1]).toMatchObject({
      isFace: false,
      next: { is: 'look-again', due: instant(90 * MINUTE), rung: null },
    });
    expect(body.cases[2]).toMatchObject({
      summary: { owner: agent.id },
      next: { is: 'wait', due: instant(24 * 60 * MINUTE) },
      ours: { text: '请把 **APP** 更新一下。' },
      notes: [{ author: agent.id, text: '手机 139****0000，等他更新' }],
    });
    await agent.call('POST', `/talks/${served.talk}/close`, { code: 'solved' });
    expect((await agent.call('GET', '/handover')).body.cases.map(talkOf)).toEqual([face.talk, later.talk]);
  });

  it('has open 留言 with what was left, and nothing of the contact', async () => {
    const person = await desk.visitor();
    await person.say('转人工');
    await person.say('手机 13900000000，核验一直不过');
    const { body } = await boss.call('GET', '/handover');
    expect(body.cases).toMatchObject([
      {
        next: { is: 'answer-ticket', due: null },
        tickets: [{ id: 'L-TEST-1', text: expect.stringContaining('核验一直不过') }],
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('13900000000');
    expect(Object.keys(body.cases[0].tickets[0]).sort()).toEqual(['at', 'id', 'text']);
  });
});
