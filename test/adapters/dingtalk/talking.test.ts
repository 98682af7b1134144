import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sayUnasked } from '../../../src/adapters/vendor/say-unasked.ts';
import type { FileRef } from '../../../src/bot/message.ts';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import type { Seen } from '../../sim/dingtalk/chats.ts';
import { trainedKnowledge } from '../../trained.ts';
import { allSent, linesOf, openRobotDesk, type RobotDesk } from './robot-desk.ts';

let knowledge: Knowledge;
let robot: RobotDesk;

beforeAll(async () => {
  knowledge = await trainedKnowledge();
});
afterAll(() => knowledge.close());
beforeEach(async () => {
  robot = await openRobotDesk(knowledge);
  await robot.sim.ctl.connected(2);
});
afterEach(async () => {
  await robot.close();
  expect(robot.sim.ctl.violations).toEqual([]);
});

const ASKED = '提示非法参数怎么办';

describe('somebody who writes to the robot', () => {
  it('is answered in Markdown, with the source after the words', async () => {
    const push = robot.sim.ctl.robotMessage({ user: 'u1', text: ASKED });
    await push.answered();
    expect(push.attempts[0]?.answer).toMatchObject({ code: 200, data: '{"response":null}' });
    const [seen] = await robot.sim.ctl.waitSent('u1', 1);
    expect(seen).toMatchObject({ via: 'session', kind: 'markdown', mentions: [] });
    expect(seen?.text).toMatch(/依据：.+ · \d{4}-\d\d-\d\d$/);
    expect(robot.desk.faults).toEqual([]);
  });

  it('is answered once, though the message comes three times, and again after a minute', async () => {
    robot.sim.ctl.set({ duplicate: 3, redeliver60s: 'always' });
    const push = robot.sim.ctl.robotMessage({ user: 'u1', text: ASKED });
    await push.answered();
    await robot.sim.ctl.waitSent('u1', 1);
    await robot.pass(70_000);
    await push.answered();
    expect(push.attempts.map(({ answer }) => answer?.code)).toEqual([200, 200, 200, 200]);
    const lines = await linesOf(robot, 'u1');
    expect(lines.filter(({ by }) => by === 'user')).toHaveLength(1);
    expect(robot.sim.ctl.sent('u1')).toHaveLength(lines.length - 1);
  });

  it('picks a choice by its number', async () => {
    robot.sim.ctl.robotMessage({ user: 'u1', text: '你好' });
    const [hello] = await robot.sim.ctl.waitSent('u1', 1);
    const second = /^2 (.+?) *$/m.exec(hello?.text ?? '')?.[1];
    robot.sim.ctl.robotMessage({ user: 'u1', text: '2' });
    await robot.sim.ctl.waitSent('u1', 2);
    const lines = await linesOf(robot, 'u1');
    expect(second).toBeTruthy();
    expect(lines.findLast(({ by }) => by === 'user')?.text).toBe(second);
  });

  it('may speak it: the recognised words count', async () => {
    robot.sim.ctl.robotMessage({ user: 'u1', type: 'audio', text: ASKED });
    const [seen] = await robot.sim.ctl.waitSent('u1', 1);
    expect(seen?.text).toContain('依据：');
    expect((await linesOf(robot, 'u1'))[0]?.text).toBe(ASKED);
  });

  it.each(['video', 'file'] as const)('is told that a %s cannot be read', async (type) => {
    robot.sim.ctl.robotMessage({ user: 'u1', type });
    await robot.sim.ctl.waitSent('u1', 1);
    const [said, told] = await linesOf(robot, 'u1');
    expect(said?.text).toBe(type === 'video' ? '（发来一段视频）' : '（发来一个文件）');
    expect(told?.by).toBe('bot');
  });

  it('is known by the union id wherever they write', async () => {
    robot.sim.ctl.robotMessage({ user: 'u1', text: ASKED });
    robot.sim.ctl.robotMessage({ user: 'u1', group: 'cidG', text: ASKED });
    await Promise.all([robot.sim.ctl.waitSent('u1', 1), robot.sim.ctl.waitSent('cidG', 1)]);
    const one = await robot.desk.store.byTalk({ channel: 'dingtalk', room: 'u1', user: 'u1' });
    const other = await robot.desk.store.byTalk({ channel: 'dingtalk', room: 'cidG', user: 'u1' });
    expect(other?.id).not.toBe(one?.id);
    expect((await robot.desk.store.othersOf(one?.id ?? '', 9)).map(({ id }) => id)).toEqual([other?.id]);
  });

  it('from outside the organisation is answered while the session lives, and after that once they write again', async () => {
    const user = '$:LWCP_v1:$guest';
    robot.sim.ctl.robotMessage({ user: 'guest', outsider: true, text: ASKED });
    await robot.sim.ctl.waitSent('guest', 1);
    const agent = await robot.desk.agent('小周');
    const record = await robot.desk.store.byTalk({ channel: 'dingtalk', room: user, user });
    await robot.pass(91 * 60_000);
    const before = robot.sim.ctl.sent('guest').length;
    await agent.call('POST', `/talks/${record?.id}/messages`, { id: 'a1', text: '您好，我看到了。' });
    await robot.pass(60_000);
    expect(robot.sim.ctl.sent('guest')).toHaveLength(before);
    robot.sim.ctl.robotMessage({ user: 'guest', outsider: true, text: '在吗' });
    const seen = await robot.sim.ctl.waitSent('guest', before + 2);
    expect(seen.at(-1)).toMatchObject({ via: 'session', text: '**客服 01**\n\n您好，我看到了。' });
  });

  it('is not lost, nor crashed at, when the month is used up: the operator is told', async () => {
    for (const quotaWords of ['errorMessage', 'errMsg'] as const) {
      robot.sim.ctl.set({ quotaWords });
      await robot.sim.ctl.robotMessage({ user: 'u1', text: ASKED, quotaExceeded: true }).answered();
    }
    expect(robot.desk.faults).toEqual([
      [expect.stringContaining('额度用完了')],
      [expect.stringContaining('额度用完了')],
    ]);
    expect(await linesOf(robot, 'u1')).toEqual([]);
  });
});

describe('in a group', () => {
  it('two people have two conversations, each told that they are meant', async () => {
    const { ctl } = robot.sim;
    ctl.robotMessage({ user: 'u1', group: 'cidG', text: ASKED });
    const toOne = await allSent(robot, 'u1', 'cidG');
    ctl.robotMessage({ user: 'u2', group: 'cidG', text: '转人工' });
    const toBoth = await allSent(robot, 'u2', 'cidG');
    expect(toOne[0]?.mentions).toEqual(['u1']);
    expect(toBoth[toOne.length]?.mentions).toEqual(['u2']);
    expect(toOne[0]?.text.startsWith('@u1\n\n')).toBe(true);
    expect((await linesOf(robot, 'u1', 'cidG'))[0]?.text).toBe(ASKED);
    expect((await linesOf(robot, 'u2', 'cidG'))[0]?.text).toBe('转人工');
  });

  it('a bare @ is greeted', async () => {
    robot.sim.ctl.robotMessage({ user: 'u1', group: 'cidG', text: '' });
    const [seen] = await robot.sim.ctl.waitSent('cidG', 1);
    expect(seen?.text).toContain('我是备案助手');
  });
});

describe('an agent', () => {
  const says = async (user: string, room: string, id: string, rest: object) => {
    const agent = await robot.desk.agent(`小周${id}`);
    const record = await robot.desk.store.byTalk({ channel: 'dingtalk', room, user });
    await agent.call('POST', `/talks/${record?.id}/messages`, { id, text: '', ...rest });
  };

  it('reaches the person through the session, and 90 minutes later through the API', async () => {
    const { ctl } = robot.sim;
    ctl.robotMessage({ user: 'u1', text: ASKED });
    await allSent(robot, 'u1');
    await says('u1', 'u1', 'a', { text: '请换一台手机。' });
    const soon = await allSent(robot, 'u1');
    expect(soon.at(-1)).toMatchObject({ via: 'session', text: '**客服 01**\n\n请换一台手机。' });
    await robot.pass(90 * 60_000 + 1_000);
    const record = await robot.desk.store.byTalk({ channel: 'dingtalk', room: 'u1', user: 'u1' });
    const at = new Date(robot.clock.now()).toISOString();
    await sayUnasked({ ...robot.desk, bus: { publish() {} } }, record?.id ?? '', [{ text: '现在好了吗？' }], at);
    await robot.desk.round();
    const late = await allSent(robot, 'u1');
    expect(late.at(-1)).toMatchObject({ via: 'single', kind: 'sampleMarkdown', text: '现在好了吗？' });
  });

  it('sends a picture, which is uploaded and shown', async () => {
    const { ctl } = robot.sim;
    ctl.robotMessage({ user: 'u1', text: ASKED });
    const before = (await allSent(robot, 'u1')).length;
    const record = await robot.desk.store.byTalk({ channel: 'dingtalk', room: 'u1', user: 'u1' });
    const picture = await robot.desk.picture(record?.id ?? '');
    await says('u1', 'u1', 'a', { text: '看这里', pictures: [picture] });
    const seen = await allSent(robot, 'u1');
    expect(seen.slice(before + 1).map(({ kind }) => kind)).toEqual(['markdown', 'sampleImageMsg']);
    expect(ctl.log.filter(({ path }) => path === '/gettoken')).toHaveLength(1);
  });

  it('in a group reaches the person after 90 minutes by name', async () => {
    robot.sim.ctl.robotMessage({ user: 'u1', group: 'cidG', text: ASKED, nick: '*阿*明' });
    await allSent(robot, 'u1', 'cidG');
    await robot.pass(91 * 60_000);
    await says('u1', 'cidG', 'a', { text: '您好。' });
    const seen = await allSent(robot, 'u1', 'cidG');
    expect(seen.at(-2)).toMatchObject({
      via: 'group',
      text: expect.stringMatching(/^\*\*＊阿＊明\*\*：\n\n客服 01 已接入/),
    });
    expect(seen.at(-1)).toMatchObject({ via: 'group', text: '**客服 01**\n\n您好。' });
  });

  it('may write at length: it comes in several messages, each within the limit, nothing missing', async () => {
    robot.sim.ctl.robotMessage({ user: 'u1', text: ASKED });
    const before = (await allSent(robot, 'u1')).length;
    await robot.pass(91 * 60_000);
    const text = Array.from({ length: 1_500 }, (_, nth) => `第 ${nth} 步，请在“阿里云APP”里点“下一步”。`).join('');
    const record = await robot.desk.store.byTalk({ channel: 'dingtalk', room: 'u1', user: 'u1' });
    const at = new Date(robot.clock.now()).toISOString();
    await sayUnasked({ ...robot.desk, bus: { publish() {} } }, record?.id ?? '', [{ text }], at);
    await robot.desk.round();
    const pieces = (await allSent(robot, 'u1')).slice(before);
    expect(pieces.length).toBeGreaterThan(4);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });
});

describe('what the desk sends with its words', () => {
  const image = { type: 'image/jpeg', size: 9 };

  async function send(room: string, file: (talk: string) => Promise<FileRef>): Promise<readonly Seen[]> {
    await robot.close();
    robot = await openRobotDesk(knowledge, { publicUrl: 'https://beian.example' });
    await robot.sim.ctl.connected(2);
    robot.sim.ctl.robotMessage({ user: 'u1', text: ASKED, ...(room !== 'u1' && { group: room }) });
    const before = (await allSent(robot, 'u1', room)).length;
    const talk = (await robot.desk.store.byTalk({ channel: 'dingtalk', room, user: 'u1' }))?.id ?? '';
    const files = [{ id: 'own', name: '原图-身份证.jpg', ...image }, await file(talk)];
    const at = new Date(robot.clock.now()).toISOString();
    await sayUnasked({ ...robot.desk, bus: { publish() {} } }, talk, [{ text: '请看：', files }], at);
    await robot.desk.round();
    return (await allSent(robot, 'u1', room)).slice(before);
  }
  const shot = async (talk: string) => ({ id: await robot.desk.picture(talk), name: '看到的地方.jpg', ...image });

  it('is shown where it is a picture, and told by the words before; their own picture is not sent back', async () => {
    const seen = await send('u1', shot);
    expect(seen.map(({ kind }) => kind)).toEqual(['markdown', 'sampleImageMsg']);
    expect(seen[0]?.text).toBe('请看：\n\n下一张图里标出了看到的地方。');
  });

  it('is shown to its person alone where the conversation is in a group', async () => {
    const seen = await send('cidG', shot);
    expect(seen.map(({ text }) => text)).toEqual([
      '@u1\n\n请看：',
      '检查时标出的位置已经单独发给您，请看和机器人的单聊。',
    ]);
    expect(robot.sim.ctl.sent('u1').map(({ kind }) => kind)).toEqual(['sampleImageMsg']);
  });

  it.each(['u1', 'cidG'])('is told to be gone once its time is over (%s)', async (room) => {
    const seen = await send(room, async () => ({ id: 'f1', name: '身份证-改好.jpg', ...image }));
    expect(seen.slice(1).map(({ text }) => text)).toEqual(['（改好的图片：已经过了保存的时间。）']);
  });

  it.each([
    ['u1', ['u1'], []],
    ['cidG', ['u1'], ['cidG']],
  ])(
    'for somebody in %s is behind a link that only they get, where it is no picture',
    async (room, withLink, without) => {
      const seen = await send(room, async () => ({ id: 'f1', name: '说明.pdf', type: 'application/pdf', size: 9 }));
      expect(seen).toHaveLength(2);
      expect(seen[1]?.text).toMatch(room === 'u1' ? /^说明\.pdf请在网页里看：/ : /^说明\.pdf的链接已经单独发给您/);
      const links = (to: string) =>
        robot.sim.ctl.sent(to).filter(({ text }) => text.includes('https://beian.example/#phone='));
      for (const to of withLink) expect(links(to)).toHaveLength(1);
      for (const to of without) expect(links(to)).toEqual([]);
    },
  );
});
