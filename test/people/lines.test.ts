import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { seedLines, seedQueue } from '../browser/console-seed.ts';
import { trainedKnowledge } from '../trained.ts';
import { type AtConsole, openPeopleDesk, type PeopleDesk, type Person } from './people-desk.ts';

let knowledge: Knowledge;
let desk: PeopleDesk;
let agent: AtConsole;
let person: Person;
beforeAll(async () => {
  knowledge = await trainedKnowledge();
});
afterAll(() => knowledge.close());
beforeEach(async () => {
  desk = await openPeopleDesk(knowledge);
  agent = await desk.agent('小周');
  await agent.available();
  person = await desk.visitor();
  await person.say('转人工');
});
afterEach(async () => {
  await desk.close();
  expect(desk.faults).toEqual([]);
});

/** The first and the last line of a part, how many there are, and the first that there is at all. */
async function part(query: string) {
  const { messages, first } = (await agent.call('GET', `/talks/${person.talk}${query}`)).body;
  return [messages[0]?.seq, messages.at(-1)?.seq, messages.length, first];
}

it('tells the latest 2 000 lines, older ones page by page, newer ones alone', async () => {
  await seedLines(desk, person.talk, 2_700);
  expect(await part('')).toEqual([701, 2_700, 2_000, 1]);
  expect(await part('?before=701')).toEqual([201, 700, 500, 1]);
  expect(await part('?before=201')).toEqual([1, 200, 200, 1]);
  expect(await part('?before=1')).toEqual([undefined, undefined, 0, 1]);
  expect(await part('?after=2698')).toEqual([2_699, 2_700, 2, 1]);
  expect(await part('?after=2700')).toEqual([undefined, undefined, 0, 1]);
  // Never more than at first: whoever was away for long is told the latest.
  expect(await part('?after=10')).toEqual([701, 2_700, 2_000, 1]);
  expect((await agent.call('GET', `/talks/${person.talk}?after=x`)).status).toBe(400);
});

it('tells where the lines begin once the earlier ones are erased', async () => {
  const before = (await person.call('GET', '/messages')).body.messages.at(-1).seq;
  await person.say('删除我的数据');
  const { messages } = (await person.call('GET', '/messages')).body;
  const [, , , first] = await part('');
  expect(first).toBe(messages[0].seq);
  expect(first).toBeGreaterThan(before);
});

it('lists a whole queue of 1 000, and those who are held apart from it', async () => {
  const held = await desk.visitor();
  await held.say('转人工');
  await agent.call('POST', `/talks/${held.talk}/claim`);
  await seedQueue(desk, person.talk, 999);
  const { talks } = (await agent.call('GET', '/queue')).body;
  expect(talks.map((one: { position: number }) => one.position)).toEqual(
    Array.from({ length: 1_000 }, (_, at) => at + 1),
  );
  expect(talks[0].talk).toBe(person.talk);
  expect((await agent.call('GET', '/talks?open')).body.talks).toHaveLength(1_001);
  expect((await agent.call('GET', '/talks?held')).body.talks.map(({ talk }: { talk: string }) => talk)).toEqual([
    held.talk,
  ]);
});

it('lists the latest 500 of those that are over', async () => {
  await agent.call('POST', `/talks/${person.talk}/claim`);
  await agent.call('POST', `/talks/${person.talk}/close`, { code: 'solved' });
  await seedQueue(desk, person.talk, 600);
  await desk.store.db
    .updateTable('talks')
    .set({ spoken_at: '2026-01-01T00:00:00.000Z' })
    .where('id', 'like', 'seeded-%')
    .execute();
  const { talks } = (await agent.call('GET', '/talks?closed')).body;
  expect(talks).toHaveLength(500);
  expect(talks[0].talk).toBe(person.talk);
});
