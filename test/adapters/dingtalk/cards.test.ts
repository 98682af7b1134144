import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { trainedKnowledge } from '../../trained.ts';
import { allSent, linesOf, openRobotDesk, type RobotDesk, type RobotDeskOptions } from './robot-desk.ts';

const ASKED = '提示非法参数怎么办';

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

async function open(config: RobotDeskOptions['config'] = {}): Promise<void> {
  robot = await openRobotDesk(knowledge, { config: { cardTemplateId: 'card.schema', ...config } });
  if (config.mode !== 'http') await robot.sim.ctl.connected(2);
}

/** The last card that somebody, or a group, sees. */
const cardIn = (to: string): string => robot.sim.ctl.sent(to).findLast(({ kind }) => kind === 'card')?.text ?? '';
const said = async (): Promise<readonly string[]> =>
  (await linesOf(robot, 'u1')).filter(({ by }) => by === 'user').map(({ text }) => text);

describe.each(['stream', 'http'] as const)('a card (%s)', (mode) => {
  it('has a button for each choice, and its 转人工 is heard in time, once', async () => {
    await open({ mode });
    const { ctl } = robot.sim;
    ctl.robotMessage({ user: 'u1', text: ASKED });
    const seen = await allSent(robot, 'u1');
    expect(seen[0]?.text).not.toContain('回复 1');
    const card = cardIn('u1');
    expect(ctl.card(card)?.params).toMatchObject({ state: 'open', person: '转人工' });

    const clicks = [1, 2, 3].map(() => ctl.clickCard(card, 'u1', { choice: 'person' }));
    for (const click of clicks) await click.answered();
    expect(clicks.map(({ attempts }) => attempts[0]?.answer?.code)).toEqual([200, 200, 200]);
    expect(ctl.card(card)?.params).toMatchObject({ state: 'done', picked: '已选：转人工' });
    await expect.poll(said).toEqual([ASKED, '转人工']);
    await allSent(robot, 'u1');
    await ctl.clickCard(card, 'u1', { choice: 'person' }).answered();
    expect(await said()).toEqual([ASKED, '转人工']);
  });
});

describe('a card', () => {
  it('offers the choices of a line by what they say, and shows which was picked', async () => {
    await open();
    const { ctl } = robot.sim;
    ctl.robotMessage({ user: 'u1', text: '你好' });
    await allSent(robot, 'u1');
    const card = cardIn('u1');
    const label = ctl.card(card)?.params.b1 ?? '';
    expect(label).not.toBe('');
    await ctl.clickCard(card, 'u1', { choice: label }).answered();
    await expect.poll(said).toEqual(['你好', label]);
    expect(ctl.card(card)?.params.picked).toBe(`已选：${label}`);
  });

  it('is deaf to what it never offered', async () => {
    await open();
    const { ctl } = robot.sim;
    ctl.robotMessage({ user: 'u1', text: '你好' });
    await allSent(robot, 'u1');
    for (const choice of ['删除我的数据', 'b9', '__proto__', '', 'constructor']) {
      await ctl.clickCard(cardIn('u1'), 'u1', { choice }, { actionId: 'x' }).answered();
    }
    await robot.pass(1_000);
    expect(await said()).toEqual(['你好']);
    expect(ctl.card(cardIn('u1'))?.params.state).toBe('open');
  });

  it('in a group is only for the one it answers', async () => {
    await open();
    const { ctl } = robot.sim;
    ctl.robotMessage({ user: 'u1', group: 'cidG', text: ASKED });
    await allSent(robot, 'u1', 'cidG');
    const card = cardIn('cidG');
    await ctl.clickCard(card, 'u2', { choice: 'person' }).answered();
    expect(ctl.card(card)?.params.state).toBe('open');
    expect(ctl.card(card)?.privateParams.u2?.hint).toBe('这些按钮是给提问的人用的。');
    await robot.pass(1_000);
    expect(await linesOf(robot, 'u2', 'cidG')).toEqual([]);
    await ctl.clickCard(card, 'u1', { choice: 'person' }).answered();
    await expect
      .poll(async () => (await linesOf(robot, 'u1', 'cidG')).findLast(({ by }) => by === 'user')?.text)
      .toBe('转人工');
  });

  it('is made once, though the answer to its making was lost', async () => {
    await open();
    const { ctl } = robot.sim;
    ctl.fault({ match: 'createAndDeliver', kind: 'reset' });
    ctl.robotMessage({ user: 'u1', text: ASKED });
    await ctl.waitSent('u1', 2);
    await robot.pass(5_000);
    const kinds = (await allSent(robot, 'u1')).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'card')).toHaveLength(1);
  });

  it('is one for all that was said, and comes last', async () => {
    await open();
    const agent = await robot.desk.agent('小周');
    await agent.available();
    const { ctl } = robot.sim;
    ctl.robotMessage({ user: 'u1', text: ASKED });
    const before = (await allSent(robot, 'u1')).length;
    ctl.robotMessage({ user: 'u1', text: '转人工' });
    await ctl.waitSent('u1', before + 3);
    const seen = (await allSent(robot, 'u1')).slice(before);
    expect(seen.map(({ kind }) => kind)).toEqual(['markdown', 'markdown', 'card']);
    expect(seen[0]?.text).toContain('已为您转人工客服排队');
    expect(seen[1]?.text).toContain('已替您整理');
    expect(ctl.card(cardIn('u1'))?.params).toMatchObject({
      ...{ b1: '等人工', b2: '留言', b3: '继续问机器人', b4: '', person: '', solved: '' },
    });
  });

  it('offers no person where one is called already, nor where something is asked', async () => {
    await open();
    const { ctl } = robot.sim;
    ctl.robotMessage({ user: 'u1', text: '转人工' });
    await allSent(robot, 'u1');
    expect(ctl.card(cardIn('u1'))?.params).toMatchObject({ b1: '不留了', b2: '', person: '', solved: '' });
    const agent = await robot.desk.agent('小周');
    await agent.available();
    ctl.robotMessage({ user: 'u2', text: '转人工' });
    await allSent(robot, 'u2');
    for (const text of ['继续问机器人', ASKED]) {
      ctl.robotMessage({ user: 'u2', text });
      await expect.poll(async () => (await linesOf(robot, 'u2')).findLast(({ by }) => by === 'user')?.text).toBe(text);
      await allSent(robot, 'u2');
    }
    expect((await linesOf(robot, 'u2')).at(-1)?.outcome?.kind).toBe('answer');
    const shown = ctl.sent('u2').flatMap(({ kind, text }) => (kind === 'card' ? [ctl.card(text)?.params] : []));
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.map((params) => params?.person)).toEqual(shown.map(() => ''));
  });

  it('is left out where its person has spoken meanwhile: what it offers is no longer asked', async () => {
    await open();
    const { ctl } = robot.sim;
    const callOff = ctl.fault({ match: 'createAndDeliver', kind: 'http500', times: Infinity });
    ctl.robotMessage({ user: 'u1', text: '你好' });
    await ctl.waitSent('u1', 1);
    ctl.robotMessage({ user: 'u1', text: ASKED });
    await expect.poll(async () => (await linesOf(robot, 'u1')).filter(({ by }) => by === 'user')).toHaveLength(2);
    callOff();
    await robot.pass(5_000);
    await robot.pass(60_000);
    const cards = (await allSent(robot, 'u1')).filter(({ kind }) => kind === 'card');
    expect(cards.map(({ text }) => ctl.card(text)?.params.person)).toEqual(['转人工']);
  });

  it('that cannot be shown is replaced by numbers', async () => {
    await open();
    const { ctl } = robot.sim;
    ctl.fault({ match: 'createAndDeliver', kind: 'partialSuccess', times: Infinity });
    ctl.robotMessage({ user: 'u1', text: '你好' });
    const seen = await allSent(robot, 'u1');
    expect(seen.map(({ kind }) => kind)).not.toContain('card');
    expect(seen.at(-1)?.text).toMatch(/^回复 1 到 \d 选择：/);
  });
});
