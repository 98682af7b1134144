import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendAnnouncements } from '../../src/adapters/delivery/keep-radar.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { trainedKnowledge } from '../trained.ts';
import { type AtConsole, openPeopleDesk, type PeopleDesk, type Person } from './people-desk.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ASKS = '打开页面提示非法参数';
const TEXT = '阿里云 APP 正在修复“非法参数”，修好前重试没有用。';

let knowledge: Knowledge;
let desk: PeopleDesk;
let boss: AtConsole;

beforeAll(async () => {
  knowledge = await trainedKnowledge();
}, 120_000);
afterAll(() => knowledge.close());
beforeEach(async () => {
  desk = await openPeopleDesk(knowledge);
  // Two quiet weeks, with somebody now and then.
  for (let day = 0; day < 3; day++) {
    await (await desk.visitor()).say(ASKS);
    await desk.wait(3 * DAY);
  }
  boss = await desk.agent('主管', 'supervisor');
});
afterEach(async () => {
  const { faults } = desk;
  await desk.close();
  expect(faults).toEqual([]);
});

const radar = async () => (await boss.call('GET', '/radar')).body;

/** So many strangers, one a minute. */
async function ask(many: number): Promise<readonly Person[]> {
  const people: Person[] = [];
  for (let nth = 0; nth < many; nth++) {
    const person = await desk.visitor();
    await person.say(ASKS);
    people.push(person);
    await desk.wait(50_000);
  }
  return people;
}

async function publish(body: object = {}) {
  const [incident] = (await radar()).incidents;
  const { status, body: answer } = await boss.call('POST', '/radar/announcements', {
    ...{ incident: incident.id, text: TEXT },
    ...body,
  });
  expect(status).toBe(200);
  return answer.announcement;
}

const told = async (person: Person) => (await person.lines()).filter((line) => line.includes('公告'));

describe('an incident', { timeout: 60_000 }, () => {
  it('begins while a dozen ask, keeps its id, and ends once they are an hour back', async () => {
    await ask(7);
    expect((await radar()).incidents).toEqual([]);
    await ask(5);
    const { incidents } = await radar();
    expect(incidents).toHaveLength(1);
    const [one] = incidents;
    expect(one).toMatchObject({
      kind: 'error',
      entry: 2,
      error: '非法参数',
      label: '非法参数',
      count: 12,
      endedAt: null,
      askers: 12,
    });
    expect(one.usual).toBeLessThan(0.5);
    await desk.wait(45 * MINUTE);
    expect((await radar()).incidents[0]).toMatchObject({ id: one.id, count: 12, endedAt: null });
    await desk.wait(20 * MINUTE);
    expect((await radar()).incidents).toEqual([expect.objectContaining({ id: one.id, peak: 12, count: 0 })]);
    expect((await radar()).incidents[0].endedAt).not.toBeNull();
  });

  it('is told of every topic by itself, where the first day is over', async () => {
    const entry = '同一个域名有多个证书入口，选哪个';
    await ask(8);
    for (let nth = 0; nth < 8; nth++) await (await desk.visitor()).say(entry);
    await desk.wait(MINUTE);
    const kinds = (await radar()).incidents.map(({ kind }: { kind: string }) => kind);
    expect(kinds.sort()).toEqual(['entry', 'error']);
  });

  it('is nothing that one person with many questions makes', async () => {
    const person = await desk.visitor();
    for (let nth = 0; nth < 12; nth++) {
      await person.say(ASKS);
      await desk.wait(30_000);
    }
    expect((await radar()).incidents).toEqual([]);
  });

  it('is shown to agents, and not to editors', async () => {
    const agent = await desk.agent('小周');
    const editor = await desk.agent('编辑', 'editor');
    expect((await agent.call('GET', '/radar')).status).toBe(200);
    expect((await editor.call('GET', '/radar')).status).toBe(403);
    expect((await agent.call('POST', '/radar/announcements', { entry: 2, text: TEXT })).status).toBe(403);
  });
});

describe('an announcement', { timeout: 60_000 }, () => {
  it('stands before the answer of whoever asks next, once, marked with its time', async () => {
    await ask(8);
    const announcement = await publish();
    const next = await desk.visitor();
    const { body } = await next.say(ASKS);
    expect(body.messages[0]).toMatchObject({ by: 'bot', text: `**公告 · 14:06**\n\n${TEXT}` });
    expect(body.messages.length).toBeGreaterThan(1);
    expect(body.messages.at(-1).outcome).toMatchObject({ kind: 'answer', entry: 2 });
    await next.say(ASKS);
    expect(await told(next)).toEqual([`bot: **公告 · 14:06**\n\n${TEXT}`]);
    const other = await desk.visitor();
    await other.say('同一个域名有多个证书入口，选哪个');
    expect(await told(other)).toEqual([]);
    expect((await radar()).announcements[0]).toMatchObject({ id: announcement.id, answered: 1, sent: 0, left: 8 });
  });

  it('gives the same answer to the same message again', async () => {
    await ask(8);
    await publish();
    const next = await desk.visitor();
    const first = await next.say(ASKS, 'm-1');
    expect(await next.say(ASKS, 'm-1')).toEqual(first);
    expect(await told(next)).toHaveLength(1);
  });

  it('is sent once to those who asked, also when sent twice, whoever has the conversation', async () => {
    const people = await ask(8);
    const [withAgent, blocked, erased, ...others] = people as [Person, Person, Person, ...Person[]];
    const agent = await desk.agent('小周');
    await agent.call('POST', `/talks/${withAgent.talk}/claim`);
    await desk.store.block(blocked.talk, '2026-03-11T06:00:00.000Z');
    await erased.call('DELETE', '');
    const { id } = await publish();
    expect((await radar()).announcements[0]).toMatchObject({ left: 6, sending: 'no' });
    const sent = await boss.call('POST', `/radar/announcements/${id}/send`);
    expect(sent.body.announcement).toMatchObject({ sending: 'under-way', sent: 0, left: 6 });
    await desk.round();
    expect((await radar()).announcements[0]).toMatchObject({ sending: 'done', sent: 6, left: 0 });
    expect((await boss.call('POST', `/radar/announcements/${id}/send`)).status).toBe(200);
    await desk.round();
    for (const person of [withAgent, ...others])
      expect(await told(person)).toEqual([`system: **公告 · 14:06**\n\n${TEXT}`]);
    expect(await told(blocked)).toEqual([]);
    expect((await desk.store.byId(withAgent.talk))?.case).toMatchObject({ state: 'agent', owner: agent.id });
    // Who was sent it is not told again before an answer.
    await others[0]?.say(ASKS);
    expect(await told(others[0] as Person)).toHaveLength(1);
  });

  it('goes on where a round was cut off', async () => {
    const people = await ask(8);
    const { id } = await publish();
    await boss.call('POST', `/radar/announcements/${id}/send`);
    const { move } = desk.store;
    let left = 3;
    const cut = {
      ...desk.store,
      move: async (...given: Parameters<typeof move>) => {
        if (left-- === 0) throw new Error('cut off');
        return move(...given);
      },
    };
    const parts = { store: cut, bus: { publish() {} } };
    const at = (await radar()).announcements[0].at;
    await expect(sendAnnouncements(parts, at)).rejects.toThrow('cut off');
    expect((await radar()).announcements[0]).toMatchObject({ sent: 3, left: 5, sending: 'under-way' });
    await desk.round();
    for (const person of people) expect(await told(person)).toHaveLength(1);
  });

  it('ends early, and by itself', async () => {
    await ask(8);
    const { id } = await publish({ minutes: 30 });
    const ended = await boss.call('POST', `/radar/announcements/${id}/end`);
    expect(ended.body.announcement).toMatchObject({ running: false });
    expect((await boss.call('POST', `/radar/announcements/${id}/send`)).status).toBe(409);
    const next = await desk.visitor();
    await next.say(ASKS);
    expect(await told(next)).toEqual([]);
    await publish({ minutes: 30 });
    await desk.wait(31 * MINUTE);
    const late = await desk.visitor();
    await late.say(ASKS);
    expect(await told(late)).toEqual([]);
  });

  it('replaces the one before, and is told to those who had that', async () => {
    await ask(8);
    const first = await publish();
    const next = await desk.visitor();
    await next.say(ASKS);
    await desk.wait(MINUTE);
    await publish({ text: '已经修好，请重新打开页面。' });
    await next.say(ASKS);
    expect(await told(next)).toHaveLength(2);
    const { announcements } = await radar();
    expect(announcements.map(({ running }: { running: boolean }) => running)).toEqual([true, false]);
    expect(announcements[1].id).toBe(first.id);
  });

  it('is stored masked, is no markup, and is in the audit log', async () => {
    await ask(8);
    const { id } = await publish({ text: '请打 **13800138000** 找[我们](http://evil)' });
    const next = await desk.visitor();
    const [line] = (await next.say(ASKS)).body.messages;
    expect(line.text).not.toContain('13800138000');
    expect(line.text).toContain('\\[我们\\]');
    const { entries } = (await boss.call('GET', '/audit')).body;
    expect(entries[0]).toMatchObject({
      what: 'announcement',
      who: boss.id,
      detail: { announcement: id, act: 'publish' },
    });
  });

  it('is bound to an entry without an incident, too; what is wrong with it is said', async () => {
    const post = async (body: object) => boss.call('POST', '/radar/announcements', body);
    expect((await post({ entry: 2, text: TEXT })).body.announcement).toMatchObject({
      entry: 2,
      error: null,
      running: true,
    });
    expect((await post({ entry: 99, text: TEXT })).status).toBe(404);
    expect((await post({ incident: 'none', text: TEXT })).status).toBe(404);
    for (const [body, message] of [
      [{ entry: 2, text: '' }, '请写公告的内容。'],
      [{ entry: 2, text: '长'.repeat(301) }, '公告最多 300 个字，请删减。'],
      [{ entry: 2, text: TEXT, minutes: 24 * 60 + 1 }, '公告最多放 24 小时。'],
      [{ text: TEXT }, '请指定一件事：incident、entry 或 error 中的一个。'],
    ] as const) {
      const { status, body: answer } = await post(body);
      expect([status, answer.error.message]).toEqual([400, message]);
    }
  });

  it('does not hold up a handover', async () => {
    await ask(8);
    await publish();
    const next = await desk.visitor();
    await next.say('转人工');
    expect(await told(next)).toEqual([]);
  });
});
