import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sayUnasked } from '../../../src/adapters/vendor/say-unasked.ts';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { trainedKnowledge } from '../../trained.ts';
import { allSent, openRobotDesk, type RobotDesk } from './robot-desk.ts';

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
  // Everything goes over the API.
  robot.sim.ctl.set({ webhookInSingle: false });
});
afterEach(async () => {
  await robot.close();
  expect(robot.sim.ctl.violations).toEqual([]);
  expect(robot.desk.faults).toEqual(expected);
});

const tokens = (): number => robot.sim.ctl.log.filter(({ path }) => path === '/v1.0/oauth2/accessToken').length;

/** Somebody has asked, and was answered. */
async function known(user: string): Promise<string> {
  robot.sim.ctl.robotMessage({ user, text: '你好' });
  await allSent(robot, user);
  return (await robot.desk.store.byTalk({ channel: 'dingtalk', room: user, user }))?.id ?? '';
}

async function tell(talk: string, text: string): Promise<void> {
  const parts = { store: robot.desk.store, bus: { publish() {} } };
  await sayUnasked(parts, talk, [{ text }], new Date(robot.clock.now()).toISOString());
}

/** What the person sees of what was told later; the words alone. */
const seen = (user: string): readonly string[] =>
  robot.sim.ctl
    .sent(user)
    .map(({ text }) => text)
    .filter((text) => text.startsWith('告知'));

describe('sending', () => {
  it.each([400, 401] as const)(
    'fetches a token once where 50 find it expired together (%s)',
    async (tokenErrorStatus) => {
      robot.sim.ctl.set({ tokenErrorStatus });
      const users = Array.from({ length: 50 }, (_, nth) => `u${nth}`);
      const talks = [];
      for (const user of users) {
        const talk = await robot.desk.store.open({
          ...{ id: `talk-${user}`, tokenHash: null, welcome: [], at: new Date(robot.clock.now()).toISOString() },
          talk: { channel: 'dingtalk', room: user, user },
        });
        talks.push(talk);
        robot.sim.ctl.person(user, 'known');
      }
      await tell('talk-u0', '告知 0');
      await robot.desk.round();
      expect(tokens()).toBe(1);
      robot.sim.ctl.expireToken();
      for (const user of users) await tell(`talk-${user}`, '告知 1');
      await robot.desk.round();
      expect(tokens()).toBe(2);
      for (const user of users) expect(seen(user).at(-1)).toBe('告知 1');
    },
  );

  it.each(['http500', 'reset', 'http429', 'rateLimited', 'badJson'] as const)('tries again after %s', async (kind) => {
    const talk = await known('u1');
    robot.sim.ctl.fault({ match: '/oToMessages/batchSend', kind });
    await tell(talk, '告知');
    await robot.desk.round();
    await robot.pass(15_000);
    await robot.pass(15_000);
    // Whether it came before the answer was lost, nobody can know: then it is there twice.
    const twice = kind === 'reset' || kind === 'badJson';
    expect(seen('u1')).toEqual(twice ? ['告知', '告知'] : ['告知']);
  });

  it('waits for longer each time it is told that it was too fast, and asks little meanwhile', async () => {
    const talk = await known('u1');
    const asked = () => robot.sim.ctl.log.filter(({ path }) => path.endsWith('/batchSend')).length;
    const before = asked();
    robot.sim.ctl.fault({ match: '/oToMessages/batchSend', kind: 'rateLimited', times: 3 });
    await tell(talk, '告知');
    await robot.desk.round();
    for (let second = 0; second < 12; second += 1) await robot.pass(1_000);
    expect(seen('u1')).toEqual(['告知']);
    expect(asked() - before).toBe(4);
    expect(await robot.desk.store.underWay(talk)).toEqual([]);
  });

  it('leaves DingTalk alone for five minutes after it blocked the address', async () => {
    const talk = await known('u1');
    robot.sim.ctl.blockIp();
    await tell(talk, '告知');
    await robot.desk.round();
    const asked = robot.sim.ctl.log.length;
    await robot.pass(290_000);
    expect(robot.sim.ctl.log.slice(asked).filter(({ path }) => path.includes('/robot/'))).toEqual([]);
    await robot.pass(11_000);
    expect(seen('u1')).toEqual(['告知']);
  });

  it('waits where the person gets too many messages, and gives up where they are gone', async () => {
    const talk = await known('u1');
    robot.sim.ctl.person('u1', 'flowControlled');
    await tell(talk, '告知 1');
    await robot.desk.round();
    expect(seen('u1')).toEqual([]);
    robot.sim.ctl.person('u1', 'known');
    await robot.pass(61_000);
    expect(seen('u1')).toEqual(['告知 1']);
    robot.sim.ctl.person('u1', 'gone');
    await tell(talk, '告知 2');
    await robot.desk.round();
    const notes = await robot.desk.store.notes(talk);
    expect(notes.at(-1)?.body).toMatchObject({ what: 'not-delivered', fault: expect.stringContaining('已不在企业里') });
    expected = [expect.objectContaining({ fault: 'refused' })];
  });

  it('gives up in a group that is no more', async () => {
    robot.sim.ctl.robotMessage({ user: 'u1', group: 'cidG', text: '你好' });
    await allSent(robot, 'u1', 'cidG');
    const talk = await robot.desk.store.byTalk({ channel: 'dingtalk', room: 'cidG', user: 'u1' });
    robot.sim.ctl.group('cidG', 'disbanded');
    await tell(talk?.id ?? '', '告知');
    await robot.desk.round();
    const notes = await robot.desk.store.notes(talk?.id ?? '');
    expect(notes.at(-1)?.body).toMatchObject({ what: 'not-delivered', fault: expect.stringContaining('已经解散') });
    expected = [expect.objectContaining({ fault: 'refused' })];
  });

  it('goes over the API once a session has taken its share of a minute', async () => {
    robot.sim.ctl.set({ webhookInSingle: true });
    const talk = await known('u1');
    for (let nth = 0; nth < 25; nth += 1) {
      await tell(talk, `告知 ${nth}`);
      await robot.desk.round();
    }
    expect(seen('u1')).toEqual(Array.from({ length: 25 }, (_, nth) => `告知 ${nth}`));
    expect(new Set(robot.sim.ctl.sent('u1').map(({ via }) => via))).toEqual(new Set(['session', 'single']));
  });
});
