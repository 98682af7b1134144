import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { trainedKnowledge } from '../trained.ts';
import { openPeopleDesk, type PeopleDesk } from './people-desk.ts';

let knowledge: Knowledge;
let desk: PeopleDesk;

beforeAll(async () => {
  knowledge = await trainedKnowledge();
});
afterAll(() => knowledge.close());
beforeEach(async () => {
  desk = await openPeopleDesk(knowledge);
});
afterEach(async () => {
  await desk.close();
  expect(desk.faults).toEqual([]);
});

describe('somebody who wants a person', () => {
  it('is queued where an agent is on duty, and is served', async () => {
    const agent = await desk.agent('小周');
    await agent.available();
    const user = await desk.visitor();
    await user.say('我是安卓4.4，扫码进不去');
    const asked = await user.say('转人工');
    expect(asked.body.outcome).toMatchObject({ kind: 'handoff', handoff: 'queued' });
    expect(asked.body.messages[0]).toMatchObject({
      text: '已为您转人工客服排队：前面没有人。客服接入后就在这里和您说，前面的情况不用再讲一遍。',
      choices: ['等人工', '留言', '继续问机器人'],
    });
    expect(asked.body.messages[1].text).toContain('我已替您整理');
    expect(asked.body.messages[1].text).toContain('安卓');

    const { body: queue } = await agent.call('GET', '/queue');
    expect(queue.talks).toMatchObject([{ talk: user.talk, position: 1, state: 'queued', reason: 'user_asked' }]);
    const claimed = await agent.call('POST', `/talks/${user.talk}/claim`);
    expect(claimed).toMatchObject({ status: 200, body: { state: 'agent', owner: agent.id } });
    const said = await agent.call('POST', `/talks/${user.talk}/messages`, {
      id: 'a1',
      text: '您好，请换一台手机再扫。',
    });
    expect(said).toMatchObject({ status: 200, body: { state: 'waiting_user' } });
    expect((await user.lines()).slice(-2)).toEqual([
      'system: 客服 01 已接入，前面的情况已经看到，不用再讲一遍。',
      '客服 01: 您好，请换一台手机再扫。',
    ]);
  });

  it('leaves a 留言 where nobody is on duty', async () => {
    const user = await desk.visitor();
    const asked = await user.say('转人工');
    expect(asked.body.outcome).toMatchObject({ kind: 'handoff', handoff: 'ticket' });
    await user.say('手机 13900000000，核验一直不过');
    const agent = await desk.agent('小周');
    const { body } = await agent.call('GET', '/talks?tickets');
    expect(body.talks).toMatchObject([{ talk: user.talk, state: 'ticket' }]);
    const open = await agent.call('GET', `/talks/${user.talk}`);
    expect(open.body.tickets).toMatchObject([{ id: 'L-TEST-1', text: expect.stringContaining('核验一直不过') }]);
    const item = 'contact:L-TEST-1';
    expect(await agent.call('POST', `/talks/${user.talk}/reveal`, { item, reason: '回电话' })).toMatchObject({
      status: 200,
      body: { item, value: '13900000000' },
    });
  });
});

describe('once a person has the talk', () => {
  it('the assistant is silent, and drafts for the agent', async () => {
    const agent = await desk.agent('小周');
    await agent.available();
    const user = await desk.visitor();
    await user.say('转人工');
    await agent.call('POST', `/talks/${user.talk}/claim`);
    const silent = await user.say('提示非法参数怎么办');
    expect(silent.body).toMatchObject({ messages: [], outcome: { kind: 'silent', handoff: 'agent' } });
    const { body } = await agent.call('GET', `/talks/${user.talk}`);
    const drafts = body.notes.filter(({ kind }: { kind: string }) => kind === 'draft');
    expect(drafts).toMatchObject([{ author: null, body: { outcome: { entry: 2 } } }]);
  });

  it('their own data is still theirs', async () => {
    const agent = await desk.agent('小周');
    await agent.available();
    const user = await desk.visitor();
    await user.say('转人工');
    await agent.call('POST', `/talks/${user.talk}/claim`);
    const erased = await user.say('删除我的数据');
    expect(erased.body.messages).toMatchObject([{ by: 'system', text: expect.stringContaining('已删除') }]);
  });

  it('exactly one of two claims at once wins', async () => {
    const [one, two] = [await desk.agent('小周'), await desk.agent('小吴')];
    await one.available();
    const user = await desk.visitor();
    await user.say('转人工');
    const claims = await Promise.all([one, two].map((agent) => agent.call('POST', `/talks/${user.talk}/claim`)));
    expect(claims.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = claims.find(({ status }) => status === 409);
    expect(lost?.body).toMatchObject({
      error: { code: 'conflict' },
      ownerName: expect.stringMatching(/^小[周吴]（客服 0[12]）$/),
    });
  });

  it('goes back to the front of the queue when its agent is gone', async () => {
    const [one, two] = [await desk.agent('小周'), await desk.agent('小吴')];
    await one.available();
    const [first, second] = [await desk.visitor(), await desk.visitor()];
    await first.say('转人工');
    await one.call('POST', `/talks/${first.talk}/claim`);
    await second.say('转人工');
    await desk.wait(61_000);
    await two.available();
    const { body } = await two.call('GET', '/queue');
    expect(body.talks.map(({ talk, front }: { talk: string; front: boolean }) => [talk, front])).toEqual([
      [first.talk, true],
      [second.talk, false],
    ]);
    expect((await first.lines()).at(-1)).toBe('system: 刚才的客服离开了，您已回到队伍最前面，不用重新说明。');
  });
});

describe('who waits', () => {
  it('rings at the least loaded agent for 30 seconds, then at the next', async () => {
    const [one, two] = [await desk.agent('小周'), await desk.agent('小吴')];
    await one.available();
    await two.available();
    const user = await desk.visitor();
    await user.say('转人工');
    await desk.round();
    const ringing = async () => (await one.call('GET', '/queue')).body.talks[0].ringingFor;
    const first = await ringing();
    await desk.wait(31_000);
    await two.call('GET', '/queue');
    await desk.wait(1);
    const second = await ringing();
    expect([first, second].sort()).toEqual([one.id, two.id].sort());
  });

  it('is offered a 留言 after a minute, once', async () => {
    const agent = await desk.agent('小周');
    await agent.available();
    const user = await desk.visitor();
    await user.say('转人工');
    for (const _minute of [1, 2, 3]) {
      await agent.call('GET', '/queue');
      await desk.wait(61_000);
    }
    const offers = (await user.lines()).filter((line) => line.includes('也可以留言'));
    expect(offers).toEqual(['system: 现在还没有客服空出来。可以接着等，也可以留言，或者先继续问我。']);
  });

  it('may go on with the assistant and keeps the place', async () => {
    const agent = await desk.agent('小周');
    await agent.available();
    const user = await desk.visitor();
    await user.say('转人工');
    expect((await user.say('提示非法参数怎么办')).body).toMatchObject({
      messages: [],
      outcome: { kind: 'silent', handoff: 'queued' },
    });
    await user.say('继续问机器人');
    const answer = await user.say('提示非法参数怎么办');
    expect(answer.body.outcome).toMatchObject({ kind: 'answer', entry: 2 });
    expect((await agent.call('GET', '/queue')).body.talks).toMatchObject([{ talk: user.talk, position: 1 }]);
  });

  it('can leave the queue', async () => {
    const agent = await desk.agent('小周');
    await agent.available();
    const user = await desk.visitor();
    await user.say('转人工');
    await user.say('不等了');
    expect((await agent.call('GET', '/queue')).body.talks).toEqual([]);
    expect((await user.say('提示非法参数怎么办')).body.outcome).toMatchObject({ kind: 'answer', entry: 2 });
  });

  it('corrects the case card', async () => {
    const agent = await desk.agent('小周');
    await agent.available();
    const user = await desk.visitor();
    await user.say('我是安卓4.4，扫码进不去');
    await user.say('转人工');
    const { body } = await user.call('PATCH', '/case', { osVersion: '12', province: '深圳' });
    expect(body.card).toContainEqual({ key: 'province', label: '备案省份', value: '广东', editable: true });
    const queue = await agent.call('GET', '/queue');
    expect(queue.body.talks[0].card).toContainEqual({
      key: 'osVersion',
      label: '系统版本',
      value: '12',
      editable: true,
    });
  });
});

describe('an agent', () => {
  it('says a thing once, however often it is sent', async () => {
    const agent = await desk.agent('小周');
    const user = await desk.visitor();
    await user.say('扫码进不去');
    const message = { id: 'a1', text: '请换一台手机再扫。' };
    const path = `/talks/${user.talk}/messages`;
    const [first, second] = await Promise.all([agent.call('POST', path, message), agent.call('POST', path, message)]);
    expect([first?.status, second?.status]).toEqual([200, 200]);
    const third = await agent.call('POST', path, message);
    expect(third.body.messages).toEqual(first?.body.messages);
    expect((await user.lines()).filter((line) => line.includes('请换一台手机再扫'))).toHaveLength(1);
    expect(await agent.call('POST', path, { ...message, text: '别的' })).toMatchObject({ status: 409 });
  });

  it('cannot speak where another has the talk', async () => {
    const [one, two] = [await desk.agent('小周'), await desk.agent('小吴')];
    const user = await desk.visitor();
    await one.call('POST', `/talks/${user.talk}/claim`);
    const said = await two.call('POST', `/talks/${user.talk}/messages`, { id: 'b1', text: '您好' });
    expect(said).toMatchObject({ status: 409, body: { owner: one.id } });
  });

  it('hands over to a colleague, for whom it rings', async () => {
    const [one, two] = [await desk.agent('小周'), await desk.agent('小吴')];
    await two.available();
    const user = await desk.visitor();
    await one.call('POST', `/talks/${user.talk}/claim`);
    const moved = await one.call('POST', `/talks/${user.talk}/transfer`, { to: two.id });
    expect(moved).toMatchObject({ status: 200, body: { state: 'ringing', owner: null } });
    expect((await two.call('GET', '/queue')).body.talks).toMatchObject([
      { talk: user.talk, ringingFor: two.id, front: true },
    ]);
    expect(await one.call('POST', `/talks/${user.talk}/transfer`, { to: 'nobody' })).toMatchObject({ status: 400 });
  });

  it('gives it back to the assistant, which does not offer a person at once', async () => {
    const agent = await desk.agent('小周');
    const user = await desk.visitor();
    await user.say('扫码进不去');
    await agent.call('POST', `/talks/${user.talk}/claim`);
    await agent.call('POST', `/talks/${user.talk}/return`, { summary: '已教会更新 APP，证号 110101199003070011' });
    const answer = await user.say('提示非法参数怎么办');
    expect(answer.body.outcome).toMatchObject({ kind: 'answer', entry: 2, handoff: 'none' });
    const { body } = await agent.call('GET', `/talks/${user.talk}`);
    const summary = body.notes.find((note: { body: { what?: string } }) => note.body.what === 'return').body.summary;
    expect(summary).toMatch(/^已教会更新 APP，证号 110101\*+0011$/);
  });

  it('closes with a code; who comes back within 72 hours rings at the same agent first', async () => {
    const [one, two] = [await desk.agent('小周'), await desk.agent('小吴')];
    const user = await desk.visitor();
    await two.call('POST', `/talks/${user.talk}/claim`);
    expect(await two.call('POST', `/talks/${user.talk}/close`, { code: 'solved' })).toMatchObject({
      status: 200,
      body: { state: 'resolved', owner: null },
    });
    await user.call('POST', '/rating', { score: 5, text: '很清楚' });
    await one.available();
    await two.available();
    await user.say('转人工');
    await desk.round();
    expect((await one.call('GET', '/queue')).body.talks).toMatchObject([{ ringingFor: two.id }]);
  });

  it('comes back at a time that was agreed', async () => {
    const agent = await desk.agent('小周');
    await agent.available();
    const user = await desk.visitor();
    await agent.call('POST', `/talks/${user.talk}/claim`);
    const due = '2026-03-02T15:00:00.000Z';
    expect(await agent.call('POST', `/talks/${user.talk}/follow-up`, { due })).toMatchObject({
      body: { state: 'follow_up' },
    });
    await desk.wait(9 * 3_600_000);
    await agent.call('GET', '/queue');
    await desk.wait(1);
    const { body } = await agent.call('GET', '/queue');
    expect(body.talks).toMatchObject([{ talk: user.talk, front: true, ringingFor: agent.id }]);
  });

  it('who is disabled leaves nobody waiting', async () => {
    const [one, boss] = [await desk.agent('小周'), await desk.agent('老陈', 'supervisor')];
    const user = await desk.visitor();
    await one.call('POST', `/talks/${user.talk}/claim`);
    expect(await boss.call('PATCH', `/agents/${one.id}`, { disabled: true })).toMatchObject({ status: 200 });
    expect((await boss.call('GET', '/queue')).body.talks).toMatchObject([{ talk: user.talk, front: true }]);
    expect(await one.call('GET', '/queue')).toMatchObject({ status: 401 });
  });

  it('blocks a visitor who abuses the desk', async () => {
    const agent = await desk.agent('小周');
    const user = await desk.visitor();
    await agent.call('POST', `/talks/${user.talk}/block`, { blocked: true });
    expect((await user.say('在吗')).body).toMatchObject({ outcome: { kind: 'refuse' }, messages: [{ by: 'system' }] });
    await agent.call('POST', `/talks/${user.talk}/block`, { blocked: false });
    expect((await user.say('提示非法参数怎么办')).body.outcome.kind).toBe('answer');
  });

  it('has replies at hand: the team’s own, and one for each entry', async () => {
    const [agent, boss] = [await desk.agent('小周'), await desk.agent('老陈', 'supervisor')];
    const canned = [{ key: 'hi', text: '您好，我来帮您看。' }];
    expect(await agent.call('PUT', '/canned', { canned })).toMatchObject({ status: 403 });
    expect(await boss.call('PUT', '/canned', { canned })).toMatchObject({ status: 200 });
    const { body } = await agent.call('GET', '/replies');
    expect(body.replies[0]).toEqual({ ...canned[0], entry: null });
    expect(body.replies).toHaveLength(13);
  });
});

describe('out of hours', () => {
  it('a 留言 is taken, with the hours of service', async () => {
    const [agent, boss] = [await desk.agent('小周'), await desk.agent('老陈', 'supervisor')];
    await agent.available();
    const weekdays = [{ from: '09:00', to: '12:00' }];
    const hours = { weekly: { 1: weekdays, 2: weekdays }, holidays: false, exceptions: [] };
    expect(await boss.call('PUT', '/hours', { hours })).toMatchObject({ status: 200 });
    const user = await desk.visitor();
    const asked = await user.say('转人工');
    expect(asked.body.outcome).toMatchObject({ kind: 'handoff', handoff: 'ticket' });
    expect(asked.body.messages[0].text).toContain('9:00');
  });
});

describe('without an answer', () => {
  it('a person is offered after the second time, and accepting queues with the reason', async () => {
    const agent = await desk.agent('小周');
    await agent.available();
    const user = await desk.visitor();
    await user.say('公司年报在哪里交');
    await user.say('商标注册要多少钱');
    const accepted = await user.say('好');
    expect(accepted.body.outcome).toMatchObject({ kind: 'handoff', handoff: 'queued' });
    expect((await agent.call('GET', '/queue')).body.talks).toMatchObject([{ reason: 'no_answer_twice' }]);
  });
});

describe('what was read', () => {
  it('is known of both sides', async () => {
    const agent = await desk.agent('小周');
    const user = await desk.visitor();
    await agent.call('POST', `/talks/${user.talk}/messages`, { id: 'a1', text: '您好' });
    await user.call('POST', '/read', { seq: 3 });
    await agent.call('POST', `/talks/${user.talk}/read`, { seq: 2 });
    const { body } = await agent.call('GET', `/talks/${user.talk}`);
    expect(body.summary.read).toEqual({ user: 3, agent: 2 });
  });
});
