import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import type { AtConsole, Person } from '../../people/people-desk.ts';
import { trainedKnowledge } from '../../trained.ts';
import { linesOf, openRobotDesk, type RobotDesk } from './robot-desk.ts';

const HOST = 'https://beian.example';
const GROUP = 'cidAgents';

let knowledge: Knowledge;
let robot: RobotDesk;

beforeAll(async () => {
  knowledge = await trainedKnowledge();
});
afterAll(() => knowledge.close());
afterEach(async () => {
  await robot.close();
  expect(robot.sim.ctl.violations).toEqual([]);
});

describe('the group of the agents, without cards,', () => {
  it('is told once of everybody who waits, by whatever channel, and nothing of what they said', async () => {
    robot = await openRobotDesk(knowledge, { config: { agentGroup: 'cidAgents' }, publicUrl: 'https://beian.example' });
    const { ctl } = robot.sim;
    await ctl.connected(2);
    ctl.group('cidAgents', 'known');
    const agent = await robot.desk.agent('小周');
    await agent.available();
    const visitor = await robot.desk.visitor();
    await visitor.say('我叫王小明，转人工');
    const [told] = await ctl.waitSent('cidAgents', 1);
    expect(told?.text).toBe(
      `**有用户在排队**（网页）\n\n用户想找人工客服。\n\n[打开工作台接入](https://beian.example/console/talks/${visitor.talk})`,
    );
    await robot.pass(10_000);
    ctl.robotMessage({ user: 'u1', text: '转人工' });
    await ctl.waitSent('cidAgents', 2);
    await robot.pass(40_000);
    expect(ctl.sent('cidAgents')).toHaveLength(2);
  });

  it('is told later where DingTalk could not be reached', async () => {
    robot = await openRobotDesk(knowledge, { config: { agentGroup: 'cidAgents' } });
    const { ctl } = robot.sim;
    ctl.group('cidAgents', 'known');
    ctl.fault({ match: '/groupMessages/send', kind: 'http500' });
    const agent = await robot.desk.agent('小周');
    await agent.available();
    const visitor = await robot.desk.visitor();
    await visitor.say('转人工');
    await expect.poll(() => robot.desk.faults.length).toBe(1);
    await robot.clock.advance(31_000);
    await ctl.waitSent('cidAgents', 1);
  });
});

/** Somebody waits, and the group of the agents has a card of it. */
async function called(
  mode: 'stream' | 'http' = 'stream',
): Promise<{ visitor: Person; card: string; agent: AtConsole }> {
  const config = { cardTemplateId: 'card.schema', agentGroup: GROUP, mode };
  robot = await openRobotDesk(knowledge, { config, ...(mode === 'stream' && { publicUrl: HOST }) });
  const { ctl } = robot.sim;
  if (mode === 'stream') await ctl.connected(2);
  ctl.group(GROUP, 'known');
  const agent = await robot.desk.agent('小周');
  await agent.available();
  const visitor = await robot.desk.visitor();
  await visitor.say('我叫王小明，转人工');
  const [seen] = await ctl.waitSent(GROUP, 1);
  return { visitor, card: seen?.text ?? '', agent };
}

/** Links somebody in DingTalk with an agent; gives what the robot says to it. */
async function link(user: string, agent: AtConsole, text = (code: string) => `绑定 ${code}`): Promise<string> {
  const { body } = await agent.call('POST', '/me/dingtalk');
  return says(user, text(body.code));
}

async function says(user: string, text: string): Promise<string> {
  const { ctl } = robot.sim;
  const before = ctl.sent(user).length;
  ctl.robotMessage({ user, text });
  return (await ctl.waitSent(user, before + 1)).at(-1)?.text ?? '';
}

const click = async (card: string, user: string, choice = 'b1') => {
  const push = robot.sim.ctl.clickCard(card, user, { choice });
  await push.answered();
  return push;
};
const stateOf = async ({ talk }: Person) => (await robot.desk.store.byId(talk))?.case;

describe.each(['stream', 'http'] as const)('a card in the group of the agents (%s)', (mode) => {
  it('has a button with which a linked agent claims the talk, once', async () => {
    const { visitor, card, agent } = await called(mode);
    const { ctl } = robot.sim;
    expect(ctl.card(card)?.params).toMatchObject({ b1: '接入', b2: '', person: '', solved: '', state: 'open' });
    expect(JSON.stringify(ctl.card(card))).not.toContain('王小明');
    expect(await link('u9', agent)).toBe(
      '已绑定工作台帐号：小周（客服 01）。有用户排队时，在客服群的卡片上点“接入”就行。要解除，请到工作台的“我的帐号”。',
    );
    const pushes = await Promise.all([click(card, 'u9'), click(card, 'u9')]);
    expect(pushes.map(({ attempts }) => attempts[0]?.answer?.code)).toEqual([200, 200]);
    expect(ctl.card(card)?.params).toMatchObject({ state: 'done', picked: '客服 01 已接入' });
    expect(await stateOf(visitor)).toMatchObject({ state: 'agent', owner: agent.id });
    const joined = (await visitor.lines()).filter((line) => line.includes('已接入'));
    expect(joined).toEqual(['system: 客服 01 已接入，前面的情况已经看到，不用再讲一遍。']);
    const moves = (await robot.desk.store.audit.entries({ limit: 50, what: ['transition'] })).filter(
      ({ detail }) => detail.to === 'agent',
    );
    expect(moves.map(({ who, talk }) => [who, talk])).toEqual([[agent.id, visitor.talk]]);
  });
});

describe('a card in the group of the agents', () => {
  it('says where it can be claimed otherwise', async () => {
    const { visitor, card } = await called();
    expect(robot.sim.ctl.card(card)?.params.hint).toBe(
      `有用户在排队（网页）\n用户想找人工客服。\n工作台：${HOST}/console/talks/${visitor.talk}`,
    );
  });

  it('is for the first one; the second is told who has it', async () => {
    const { visitor, card, agent } = await called();
    const other = await robot.desk.agent('小林');
    await link('u8', other);
    await link('u9', agent);
    await Promise.all([click(card, 'u8'), click(card, 'u9')]);
    const owner = (await stateOf(visitor))?.owner;
    const [first, second] = owner === other.id ? ['u8', 'u9'] : ['u9', 'u8'];
    const holder = owner === other.id ? '小林（客服 02）' : '小周（客服 01）';
    const { privateParams } = robot.sim.ctl.card(card) ?? {};
    expect(privateParams?.[second ?? '']?.hint).toBe(`这个对话现在由${holder}接待。`);
    expect(privateParams?.[first ?? '']?.hint).toBe(
      `您已接入，请在工作台里回复：${HOST}/console/talks/${visitor.talk}`,
    );
    expect((await visitor.lines()).filter((line) => line.includes('已接入'))).toHaveLength(1);
  });

  it('tells somebody who is not linked how to, alone, and stays', async () => {
    const { visitor, card } = await called();
    await click(card, 'u7');
    const { params, privateParams } = robot.sim.ctl.card(card) ?? {};
    expect(params).toMatchObject({ state: 'open', picked: '' });
    expect(privateParams?.u7?.hint).toContain('还没有绑定');
    expect(await stateOf(visitor)).toMatchObject({ owner: null });
  });

  it.each([
    ['an editor', { role: 'editor' }, '编辑的帐号不能接入对话。'],
    ['somebody disabled', { disabled: true }, '您的工作台帐号已停用，不能接入。'],
  ])('refuses %s', async (_who, change, told) => {
    const { visitor, card, agent } = await called();
    const boss = await robot.desk.agent('周主管', 'supervisor');
    await link('u9', agent);
    expect((await boss.call('PATCH', `/agents/${agent.id}`, change)).status).toBe(200);
    await click(card, 'u9');
    expect(robot.sim.ctl.card(card)?.privateParams.u9?.hint).toBe(told);
    expect(await stateOf(visitor)).toMatchObject({ owner: null });
  });

  it('is deaf to other buttons than its own', async () => {
    const { visitor, card, agent } = await called();
    await link('u9', agent);
    for (const choice of ['b2', 'person', '__proto__']) await click(card, 'u9', choice);
    expect(await stateOf(visitor)).toMatchObject({ owner: null });
  });

  it('leaves whoever went away meanwhile alone', async () => {
    const { visitor, card, agent } = await called();
    await link('u9', agent);
    await visitor.say('不排队了');
    expect(await stateOf(visitor)).toMatchObject({ state: 'bot' });
    await click(card, 'u9');
    expect(robot.sim.ctl.card(card)?.params).toMatchObject({ state: 'done', picked: '已经不在排队' });
    expect(await stateOf(visitor)).toMatchObject({ state: 'bot', owner: null });
  });

  it('is settled where the talk was claimed in the console', async () => {
    const { visitor, card, agent } = await called();
    await agent.call('POST', `/talks/${visitor.talk}/claim`);
    await expect
      .poll(async () => {
        await robot.clock.advance(5_000);
        return robot.sim.ctl.card(card)?.params;
      })
      .toMatchObject({ state: 'done', picked: '客服 01 已接入' });
  });

  it('that cannot be shown is a text', async () => {
    robot = await openRobotDesk(knowledge, { config: { cardTemplateId: 'card.schema', agentGroup: GROUP } });
    const { ctl } = robot.sim;
    await ctl.connected(2);
    ctl.group(GROUP, 'known');
    ctl.fault({ match: 'createAndDeliver', kind: 'partialSuccess', times: Infinity });
    await (await robot.desk.agent('小周')).available();
    await (await robot.desk.visitor()).say('转人工');
    const [seen] = await ctl.waitSent(GROUP, 1);
    expect(seen).toMatchObject({ kind: 'sampleMarkdown', text: expect.stringContaining('有用户在排队') });
  });
});

describe('a code that links an agent', () => {
  const linked = async (agent: AtConsole) => (await agent.call('GET', '/me/dingtalk')).body;

  async function open(): Promise<AtConsole> {
    robot = await openRobotDesk(knowledge);
    await robot.sim.ctl.connected(2);
    return robot.desk.agent('小周');
  }

  it('is no turn of the conversation, and is on record as done', async () => {
    const agent = await open();
    expect(await linked(agent)).toEqual({ available: true, linked: false });
    const { body } = await agent.call('POST', '/me/dingtalk');
    const until = new Date(robot.clock.now() + 10 * 60_000).toISOString();
    expect(body).toEqual({ code: expect.stringMatching(/^\d{6}$/), until, send: `绑定 ${body.code}` });
    await says('u9', body.send);
    expect(await linesOf(robot, 'u9')).toEqual([]);
    expect(await robot.desk.store.byTalk({ channel: 'dingtalk', room: 'u9', user: 'u9' })).toBeUndefined();
    expect(await linked(agent)).toEqual({ available: true, linked: true });
    expect((await agent.call('DELETE', '/me/dingtalk')).body).toEqual({ available: true, linked: false });
    expect(await linked(agent)).toEqual({ available: true, linked: false });
    const log = await robot.desk.store.audit.entries({ limit: 9, who: agent.id });
    expect(log.map(({ what }) => what)).toEqual(['dingtalk-unlinked', 'dingtalk-linked', 'sign-in']);
  });

  it('counts once, for ten minutes, and only the last one', async () => {
    const agent = await open();
    const codes: string[] = [];
    for (let nth = 0; nth < 2; nth += 1) codes.push((await agent.call('POST', '/me/dingtalk')).body.code);
    const [old, code] = codes;
    expect(await says('u8', `绑定 ${old}`)).toContain('绑定码不对、已过期，或者已经用过');
    expect(await says('u9', ` 绑定：${code}。`)).toContain('已绑定');
    expect(await says('u8', `绑定 ${code}`)).toContain('绑定码不对、已过期，或者已经用过');
    const late = (await agent.call('POST', '/me/dingtalk')).body.code;
    await robot.pass(10 * 60_000);
    expect(await says('u8', `绑定 ${late}`)).toContain('绑定码不对、已过期，或者已经用过');
  });

  it('cannot be guessed', async () => {
    await open();
    for (let nth = 0; nth < 5; nth += 1) expect(await says('u8', `绑定 00000${nth}`)).toContain('绑定码不对');
    expect(await says('u8', '绑定 000005')).toBe('绑定码错了太多次，请 10 分钟后再试。');
  });

  it('that a group has seen is void', async () => {
    const agent = await open();
    const { body } = await agent.call('POST', '/me/dingtalk');
    robot.sim.ctl.robotMessage({ user: 'u9', group: 'cidG', text: `绑定 ${body.code}` });
    const [told] = await robot.sim.ctl.waitSent('cidG', 1);
    expect(told?.text).toContain('只能在和机器人的单聊里发');
    expect(await says('u9', `绑定 ${body.code}`)).toContain('绑定码不对');
    expect(await linked(agent)).toMatchObject({ linked: false });
  });

  it('moves an agent to another account, and an account to another agent', async () => {
    const agent = await open();
    const other = await robot.desk.agent('小林');
    await link('u8', agent);
    await link('u9', agent);
    await link('u9', other);
    expect([await linked(agent), await linked(other)]).toMatchObject([{ linked: false }, { linked: true }]);
  });

  it('is nothing that 绑定 alone is', async () => {
    await open();
    await says('u9', '绑定手机号怎么弄');
    expect((await linesOf(robot, 'u9'))[0]?.text).toBe('绑定手机号怎么弄');
  });
});
