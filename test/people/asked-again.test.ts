import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { trainedKnowledge } from '../trained.ts';
import { type AtConsole, openPeopleDesk, type PeopleDesk, type Person } from './people-desk.ts';

const HOUR = 3_600_000;

let knowledge: Knowledge;
let desk: PeopleDesk;
let agent: AtConsole;

beforeAll(async () => {
  knowledge = await trainedKnowledge();
});
afterAll(() => knowledge.close());
beforeEach(async () => {
  desk = await openPeopleDesk(knowledge);
  agent = await desk.agent('小周');
});
afterEach(async () => {
  await desk.close();
  expect(desk.faults).toEqual([]);
});

async function summary({ talk }: Person) {
  return (await agent.call('GET', `/talks/${talk}`)).body.summary;
}

describe('who asks for a person again while waiting', () => {
  it('waits for the more urgent reason, and keeps the moment since when', async () => {
    await agent.available(1);
    const [first, second] = [await desk.visitor(), await desk.visitor()];
    await first.say('转人工');
    await second.say('转人工');
    const before = await summary(second);
    const again = await second.say('我要投诉，转人工');
    expect(again.body.outcome).toMatchObject({ kind: 'handoff', handoff: 'queued' });
    expect(again.body.messages[0].text).toContain('前面没有人');
    const after = await summary(second);
    expect([before.reason, after.reason]).toEqual(['user_asked', 'complaint']);
    expect(after).toMatchObject({ state: before.state, waitingSince: before.waitingSince, front: before.front });
    const { body } = await agent.call('GET', '/queue');
    expect(body.talks.map(({ talk }: { talk: string }) => talk)).toEqual([second.talk, first.talk]);
    await second.say('转人工');
    expect((await summary(second)).reason).toBe('complaint');
  });
});

describe('what an agent had put aside', () => {
  it('is not warned of silence as soon as it is back', async () => {
    await agent.available();
    const user = await desk.visitor();
    await user.say('转人工');
    await agent.call('POST', `/talks/${user.talk}/messages`, { id: 'a1', text: '请等新证件。' });
    const due = new Date(Date.parse('2026-03-02T06:00:00.000Z') + 50 * HOUR).toISOString();
    await agent.call('POST', `/talks/${user.talk}/snooze`, { due });
    const lines = await user.lines();
    await desk.wait(50 * HOUR);
    expect((await desk.store.byId(user.talk))?.case.due).toBeNull();
    // Long silences are looked at once a minute.
    for (let round = 0; round < 60; round++) await desk.wait(1_000);
    expect(await user.lines()).toEqual(lines);
    await desk.wait(24 * HOUR);
    for (let round = 0; round < 60; round++) await desk.wait(1_000);
    expect((await user.lines()).at(-1)).toContain('再过 2 小时会自动结束');
  });
});

describe('an agent’s picture', () => {
  async function held(): Promise<Person> {
    await agent.available();
    const user = await desk.visitor();
    await user.say('转人工');
    await agent.call('POST', `/talks/${user.talk}/claim`);
    return user;
  }

  it('needs no words', async () => {
    const user = await held();
    const picture = await desk.picture(user.talk);
    const said = await agent.call('POST', `/talks/${user.talk}/messages`, { id: 'a1', text: ' ', pictures: [picture] });
    expect(said).toMatchObject({ status: 200, body: { state: 'waiting_user' } });
    const { body } = await user.call('GET', '/messages');
    expect(body.messages.at(-1)).toMatchObject({ by: 'agent', text: '', files: [{ id: picture }] });
  });

  it('or words need no picture, but one of them is needed', async () => {
    const user = await held();
    const said = await agent.call('POST', `/talks/${user.talk}/messages`, { id: 'a1', text: ' ' });
    expect(said).toMatchObject({ status: 400, body: { error: { message: '请写一句话，或者放上图片。' } } });
  });
});

describe('a conversation’s summary', () => {
  it('counts what colleagues note and look at, so that other consoles hear of it', async () => {
    await agent.available();
    const user = await desk.visitor();
    await user.say('转人工');
    const { notes } = await summary(user);
    await agent.call('POST', `/talks/${user.talk}/note`, { text: '问过售后了' });
    expect((await summary(user)).notes).toBe(notes + 1);
    const picture = await desk.picture(user.talk);
    const reveal = { item: `picture:${picture}`, reason: '核对执照' };
    expect((await agent.call('POST', `/talks/${user.talk}/reveal`, reveal)).status).toBe(200);
    const { body } = await agent.call('GET', '/queue');
    expect(body.talks).toMatchObject([{ talk: user.talk, notes: notes + 2 }]);
  });
});
