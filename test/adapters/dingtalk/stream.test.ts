import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DingtalkConfig } from '../../../src/adapters/vendor/channel-configs.ts';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { settle } from '../../sim/clock.ts';
import { trainedKnowledge } from '../../trained.ts';
import { linesOf, openRobotDesk, type RobotDesk } from './robot-desk.ts';

let knowledge: Knowledge;
let robot: RobotDesk;
let expected: readonly unknown[];

beforeAll(async () => {
  knowledge = await trainedKnowledge();
});
afterAll(() => knowledge.close());
beforeEach(async () => {
  expected = [];
  robot = await openRobotDesk(knowledge);
  await robot.sim.ctl.connected(2);
});
afterEach(async () => {
  await robot.close();
  expect(robot.sim.ctl.violations).toEqual(expected);
});

const opens = (): number => robot.sim.ctl.log.filter(({ path }) => path === '/v1.0/gateway/connections/open').length;
const said = async (user: string): Promise<readonly string[]> =>
  (await linesOf(robot, user)).filter(({ by }) => by === 'user').map(({ text }) => text);

describe('the stream', () => {
  it('keeps a burst of 100 messages of one person in order, with others in between', async () => {
    const words = Array.from({ length: 100 }, (_, nth) => `第 ${nth} 句`);
    for (const [nth, text] of words.entries()) {
      robot.sim.ctl.robotMessage({ user: 'u1', text });
      if (nth % 10 === 0) robot.sim.ctl.robotMessage({ user: `o${nth}`, text });
      await robot.clock.advance(1);
    }
    await expect.poll(() => said('u1'), { timeout: 100_000 }).toEqual(words);
    await expect.poll(() => said('o90')).toEqual(['第 90 句']);
  }, 120_000);

  it('loses none of a burst in which one connection after the other is told to leave', async () => {
    const { ctl } = robot.sim;
    const pushes = [];
    for (let nth = 0; nth < 40; nth += 1) {
      if (nth % 10 === 5) ctl.disconnect('upgrade');
      pushes.push(ctl.robotMessage({ user: `u${nth}`, text: '你好' }));
      await robot.clock.advance(20);
    }
    await robot.clock.advance(12_000);
    for (const push of pushes) await push.answered();
    expect(ctl.lost).toEqual([]);
    for (let nth = 0; nth < 40; nth += 1) {
      await ctl.waitSent(`u${nth}`, 1);
      expect(await said(`u${nth}`)).toEqual(['你好']);
    }
    expect(ctl.lines().filter(({ state }) => state === 'live')).toHaveLength(2);
    expect(ctl.lines().filter(({ state }) => state === 'closed')).toHaveLength(4);
  }, 60_000);

  it('asks at most ten times in a minute in which every connection is refused', async () => {
    const { ctl } = robot.sim;
    const before = opens();
    const goOn = ctl.fault({ match: 'GET /connect', kind: 'http500', times: Infinity });
    ctl.drop('all');
    await robot.clock.advance(60_000);
    expect(opens() - before).toBeLessThanOrEqual(10);
    expect(opens() - before).toBeGreaterThanOrEqual(4);
    goOn();
    await robot.clock.advance(60_000);
    await ctl.connected(2);
  });

  it('comes back at once after a connection broke', async () => {
    const { ctl } = robot.sim;
    ctl.drop('all');
    await settle();
    await robot.clock.advance(1_000);
    await ctl.connected(2);
  });

  it('notices a connection that died without a word', async () => {
    const { ctl } = robot.sim;
    ctl.zombie('all');
    await robot.clock.advance(95_000);
    await ctl.connected(2);
    const push = ctl.robotMessage({ user: 'u1', text: '你好' });
    await push.answered();
    await ctl.waitSent('u1', 1);
  });

  it('replaces each connection within an hour, since some die with their pings going on', async () => {
    const { ctl } = robot.sim;
    ctl.zombie('all', true);
    await robot.clock.advance(3_601_000);
    await ctl.connected(2);
  }, 60_000);

  it('takes tickets with any character in them', async () => {
    const { ctl } = robot.sim;
    ctl.set({ oddTickets: true });
    ctl.drop('all');
    await settle();
    await robot.clock.advance(1_000);
    await ctl.connected(2);
  });

  it('goes on after frames that nobody can read', async () => {
    const { ctl } = robot.sim;
    const topic = '/v1.0/im/bot/messages/get';
    for (const frame of [
      '',
      'no json',
      'null',
      '[]',
      '{"headers":null}',
      '{"type":"CALLBACK","headers":{"topic":7}}',
      JSON.stringify({ type: 'UNHEARD', headers: { topic, messageId: 'm1' }, data: '{}' }),
      JSON.stringify({ type: 'SYSTEM', headers: { topic: 'unheard', messageId: 'm2' } }),
    ]) {
      ctl.rawFrame(frame);
    }
    const cut = ctl.robotMessage({ user: 'u1', text: '你好', badJson: true });
    await cut.answered();
    ctl.robotMessage({ user: 'u1', text: '你好' });
    await ctl.waitSent('u1', 1);
    expect(ctl.lines().map(({ state }) => state)).toEqual(['live', 'live']);
  });

  it('does not tell DingTalk that it has what it could not keep, and takes it when it comes again', async () => {
    const { ctl } = robot.sim;
    ctl.set({ redeliver60s: 'unacked' });
    vi.spyOn(robot.desk.store.inbox, 'take').mockRejectedValueOnce(new Error('The disk is full'));
    const push = ctl.robotMessage({ user: 'u1', text: '你好' });
    await robot.clock.advance(61_000);
    await ctl.waitSent('u1', 1);
    expect(push.attempts.map(({ answer }) => answer?.code)).toEqual([undefined, 200]);
    expected = [expect.stringContaining('no answer within 60000 ms')];
  });
});

describe('a desk whose DingTalk', () => {
  const over = async (config: Partial<DingtalkConfig>): Promise<string> => {
    const one = await openRobotDesk(knowledge, { config });
    const visitor = await one.desk.visitor();
    expect((await visitor.say('你好')).status).toBe(200);
    await expect.poll(() => one.desk.faults.length).toBeGreaterThan(0);
    const faults = inspect(one.desk.faults, { depth: 9 });
    await one.close();
    return faults;
  };

  it('does not know its keys opens all the same, says which settings are wrong, and tells no secret', async () => {
    const faults = await over({ clientSecret: 'SECwrong99' });
    expect(faults).toContain('DINGTALK_CLIENT_SECRET');
    expect(faults).not.toContain('SECwrong99');
  });

  it('cannot be reached opens all the same', async () => {
    expect(await over({ apiBase: 'http://127.0.0.1:1' })).toContain('连不上 127.0.0.1:1');
  });
});
