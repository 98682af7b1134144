import { describe, expect, it } from 'vitest';
import { peopleStage } from './people-stage.ts';

const stage = peopleStage();

describe('somebody who wants a person', () => {
  it('is queued where an agent is on duty, and is served', async () => {
    const agent = await stage.desk.agent('小周');
    await agent.available();
    const user = await stage.desk.visitor();
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
    const user = await stage.desk.visitor();
    const asked = await user.say('转人工');
    expect(asked.body.outcome).toMatchObject({ kind: 'handoff', handoff: 'ticket' });
    await user.say('手机 13900000000，核验一直不过');
    const agent = await stage.desk.agent('小周');
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
    const agent = await stage.desk.agent('小周');
    await agent.available();
    const user = await stage.desk.visitor();
    await user.say('转人工');
    await agent.call('POST', `/talks/${user.talk}/claim`);
    const silent = await user.say('提示非法参数怎么办');
    expect(silent.body).toMatchObject({ messages: [], outcome: { kind: 'silent', handoff: 'agent' } });
    const { body } = await agent.call('GET', `/talks/${user.talk}`);
    const drafts = body.notes.filter(({ kind }: { kind: string }) => kind === 'draft');
    expect(drafts).toMatchObject([{ author: null, body: { outcome: { entry: 2 } } }]);
  });

  it('their own data is still theirs', async () => {
    const agent = await stage.desk.agent('小周');
    await agent.available();
    const user = await stage.desk.visitor();
    await user.say('转人工');
    await agent.call('POST', `/talks/${user.talk}/claim`);
    const erased = await user.say('删除我的数据');
    expect(erased.body.messages).toMatchObject([{ by: 'system', text: expect.stringContaining('已删除') }]);
  });

  it('exactly one of two claims at once wins', async () => {
    const [one, two] = [await stage.desk.agent('小周'), await stage.desk.agent('小吴')];
    await one.available();
    const user = await stage.desk.visitor();
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
    const [one, two] = [await stage.desk.agent('小周'), await stage.desk.agent('小吴')];
    await one.available();
    const [first, second] = [await stage.desk.visitor(), await stage.desk.visitor()];
    await first.say('转人工');
    await one.call('POST', `/talks/${first.talk}/claim`);
    await second.say('转人工');
    await stage.desk.wait(61_000);
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
    const [one, two] = [await stage.desk.agent('小周'), await stage.desk.agent('小吴')];
    await one.available();
    await two.available();
    const user = await stage.desk.visitor();
    await user.say('转人工');
    await stage.desk.round();
    const ringing = async () => (await one.call('GET', '/queue')).body.talks[0].ringingFor;
    const first = await ringing();
    await stage.desk.wait(31_000);
    await two.call('GET', '/queue');
    await stage.desk.wait(1);
    const second = await ringing();
    expect([first, second].sort()).toEqual([one.id, two.id].sort());
  });

  it('is offered a 留言 after a minute, once', async () => {
    const agent = await stage.desk.agent('小周');
    await agent.available();
    const user = await stage.desk.visitor();
    await user.say('转人工');
    for (const _minute of [1, 2, 3]) {
      await agent.call('GET', '/queue');
      await stage.desk.wait(61_000);
    }
    const offers = (await user.lines()).filter((line) => line.includes('也可以留言'));
    expect(offers).toEqual(['system: 现在还没有客服空出来。可以接着等，也可以留言，或者先继续问我。']);
  });

  it('may go on with the assistant and keeps the place', async () => {
    const agent = await stage.desk.agent('小周');
    await agent.available();
    const user = await stage.desk.visitor();
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
    const agent = await stage.desk.agent('小周');
    await agent.available();
    const user = await stage.desk.visitor();
    await user.say('转人工');
    await user.say('不等了');
    expect((await agent.call('GET', '/queue')).body.talks).toEqual([]);
    expect((await user.say('提示非法参数怎么办')).body.outcome).toMatchObject({ kind: 'answer', entry: 2 });
  });

  it('corrects the case card', async () => {
    const agent = await stage.desk.agent('小周');
    await agent.available();
    const user = await stage.desk.visitor();
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

describe('out of hours', () => {
  it('a 留言 is taken, with the hours of service', async () => {
    const [agent, boss] = [await stage.desk.agent('小周'), await stage.desk.agent('老陈', 'supervisor')];
    await agent.available();
    const weekdays = [{ from: '09:00', to: '12:00' }];
    const hours = { weekly: { 1: weekdays, 2: weekdays }, holidays: false, exceptions: [] };
    expect(await boss.call('PUT', '/hours', { hours })).toMatchObject({ status: 200 });
    const user = await stage.desk.visitor();
    const asked = await user.say('转人工');
    expect(asked.body.outcome).toMatchObject({ kind: 'handoff', handoff: 'ticket' });
    expect(asked.body.messages[0].text).toContain('9:00');
  });
});

describe('without an answer', () => {
  it('a person is offered after the second time, and accepting queues with the reason', async () => {
    const agent = await stage.desk.agent('小周');
    await agent.available();
    const user = await stage.desk.visitor();
    await user.say('公司年报在哪里交');
    await user.say('商标注册要多少钱');
    const accepted = await user.say('好');
    expect(accepted.body.outcome).toMatchObject({ kind: 'handoff', handoff: 'queued' });
    expect((await agent.call('GET', '/queue')).body.talks).toMatchObject([{ reason: 'no_answer_twice' }]);
  });
});

describe('what was read', () => {
  it('is known of both sides', async () => {
    const agent = await stage.desk.agent('小周');
    const user = await stage.desk.visitor();
    await agent.call('POST', `/talks/${user.talk}/messages`, { id: 'a1', text: '您好' });
    await user.call('POST', '/read', { seq: 3 });
    await agent.call('POST', `/talks/${user.talk}/read`, { seq: 2 });
    const { body } = await agent.call('GET', `/talks/${user.talk}`);
    expect(body.summary.read).toEqual({ user: 3, agent: 2 });
  });
});
