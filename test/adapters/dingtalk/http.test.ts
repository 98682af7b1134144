import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { type SimRandom, seededRandom } from '../../sim/random.ts';
import { testSeed } from '../../sim/test-seed.ts';
import { trainedKnowledge } from '../../trained.ts';
import { allSent, linesOf, openRobotDesk, type RobotDesk } from './robot-desk.ts';

let knowledge: Knowledge;
let robot: RobotDesk;

beforeAll(async () => {
  knowledge = await trainedKnowledge();
});
afterAll(() => knowledge.close());
beforeEach(async () => {
  robot = await openRobotDesk(knowledge, { config: { mode: 'http' } });
});
afterEach(async () => {
  await robot.close();
  expect(robot.sim.ctl.violations).toEqual([]);
});

const user = 'forger';
const body = (msgId = 'm1', text = '你好'): string =>
  JSON.stringify({
    ...{ msgId, msgtype: 'text', text: { content: text }, conversationType: '1', conversationId: 'c1' },
    ...{ senderId: `$:${user}`, senderStaffId: user, createAt: robot.clock.now() },
  });
const signed = (now = robot.clock.now()): { readonly timestamp: string; readonly sign: string } => {
  const timestamp = String(now);
  const secret = robot.config.clientSecret;
  const sign = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
  return { timestamp, sign };
};
const post = (url: string, headers: Readonly<Record<string, string>>, payload: string | Buffer) =>
  robot.desk.app.inject({ method: 'POST', url, headers: { 'content-type': 'application/json', ...headers }, payload });

describe('over HTTP', () => {
  it.each(['text', 'content'] as const)('a message is answered, its words in `%s`', async (textAt) => {
    robot.sim.ctl.set({ textAt });
    const push = robot.sim.ctl.robotMessage({ user: 'u1', text: '提示非法参数怎么办' });
    await push.answered();
    expect(push.attempts[0]?.answer).toMatchObject({ code: 200, data: '{}' });
    const [seen] = await allSent(robot, 'u1');
    expect(seen?.text).toContain('依据：');
  });

  it('a replay changes nothing', async () => {
    const push = robot.sim.ctl.robotMessage({ user: 'u1', text: '你好' });
    await push.answered();
    await allSent(robot, 'u1');
    robot.sim.ctl.replay(push);
    await push.answered();
    expect((await linesOf(robot, 'u1')).filter(({ by }) => by === 'user')).toHaveLength(1);
  });

  it.each(['stale', 'wrongSecret', 'urlEncoded', 'missing'] as const)(
    'a call signed badly (%s) is refused',
    async (sign) => {
      const push = robot.sim.ctl.robotMessage({ user: 'u1', text: '你好', sign });
      await push.answered();
      expect(push.attempts[0]?.answer?.code).toBe(401);
      expect(await linesOf(robot, 'u1')).toEqual([]);
    },
  );

  it('a body of more than 1 MB is refused, one that is no JSON as well, whatever type they claim', async () => {
    expect((await post('/dingtalk', signed(), Buffer.alloc(1024 * 1024 + 1, 32))).statusCode).toBe(413);
    for (const payload of ['', 'null', '7', '{', '<xml/>', Buffer.from([0xff, 0xfe, 0])]) {
      for (const type of ['application/json', 'text/xml', 'application/octet-stream']) {
        expect((await post('/dingtalk', { ...signed(), 'content-type': type }, payload)).statusCode).toBe(400);
      }
    }
  });

  it('2 000 forged calls are all refused, without effect', async () => {
    const random = seededRandom(testSeed());
    const statuses = new Map<number, number>();
    for (let nth = 0; nth < 2_000; nth += 1) {
      const { timestamp, sign } = forged(random);
      const isCard = nth % 4 === 0;
      const headers = {
        ...(timestamp !== undefined && { [isCard ? 'x-ddpaas-signature-timestamp' : 'timestamp']: timestamp }),
        ...(sign !== undefined && { [isCard ? 'x-ddpaas-signature' : 'sign']: sign }),
      };
      const { statusCode } = await post(isCard ? '/dingtalk/card' : '/dingtalk', headers, body(`m${nth}`));
      statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
    }
    expect([...statuses]).toEqual([[401, 2_000]]);
    expect(await robot.desk.store.byTalk({ channel: 'dingtalk', room: user, user })).toBeUndefined();
    expect((await post('/dingtalk', signed(), body())).statusCode).toBe(200);
    await allSent(robot, user);
  }, 60_000);

  it('500 broken bodies with a good signature never fail the server', async () => {
    const random = seededRandom(testSeed());
    for (let nth = 0; nth < 500; nth += 1) {
      const { statusCode } = await post('/dingtalk', signed(), broken(body(`b${nth}`, ''), random));
      expect([200, 400]).toContain(statusCode);
    }
  }, 60_000);
});

/** A signature with something wrong: a character, its length, its time, another one's place. */
function forged(random: SimRandom): { readonly timestamp?: string; readonly sign?: string } {
  const { timestamp, sign } = signed();
  const at = random.below(sign.length);
  const other = (text: string, place: number): string =>
    `${text.slice(0, place)}${text[place] === 'A' ? 'B' : 'A'}${text.slice(place + 1)}`;
  const ways: readonly (() => { readonly timestamp?: string; readonly sign?: string })[] = [
    () => ({ timestamp, sign: other(sign, at) }),
    () => ({ timestamp, sign: sign.slice(0, at) }),
    () => ({ timestamp, sign: `${sign}${sign[at]}` }),
    () => ({ timestamp: other(timestamp, random.below(timestamp.length)).replace(/[AB]/, '7'), sign: `x${sign}` }),
    () => ({ timestamp: String(Number(timestamp) + 1 + random.below(1_000)), sign }),
    () => signed(robot.clock.now() - 3_600_001 - random.below(1e9)),
    () => signed(robot.clock.now() + 3_600_001 + random.below(1e9)),
    () => ({ timestamp: `${timestamp}.0`, sign }),
    () => ({ timestamp: '', sign }),
    () => ({ sign }),
    () => ({ timestamp }),
    () => ({ timestamp: sign, sign: timestamp }),
    () => ({ timestamp, sign: sign.toLowerCase() }),
    () => ({ timestamp, sign: encodeURIComponent(sign) }),
  ];
  return random.pick(ways)();
}

/** A body with a piece cut out, doubled or put elsewhere. */
function broken(text: string, random: SimRandom): string {
  const [from, to] = [random.below(text.length), random.below(text.length)].sort((one, other) => one - other) as [
    number,
    number,
  ];
  const piece = text.slice(from, to);
  return random.pick([
    text.slice(0, from) + text.slice(to),
    text.slice(0, to) + piece + text.slice(to),
    text.replace(/"[^"]*"/g, (word) =>
      random.below(4) === 0 ? random.pick(['null', '7', '[]', '{}', 'true', word]) : word,
    ),
  ]);
}
