import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { trainedKnowledge } from '../../trained.ts';
import { allSent, linesOf, openRobotDesk, type RobotDesk } from './robot-desk.ts';

let knowledge: Knowledge;
let robot: RobotDesk;
let bytes: Buffer;

beforeAll(async () => {
  knowledge = await trainedKnowledge();
  bytes = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#dde' } })
    .png()
    .toBuffer();
});
afterAll(() => knowledge.close());
beforeEach(async () => {
  robot = await openRobotDesk(knowledge, { publicUrl: 'https://beian.example' });
  await robot.sim.ctl.connected(2);
});
afterEach(async () => {
  await robot.close();
  expect(robot.sim.ctl.violations).toEqual([]);
});

const fetched = (): readonly string[] =>
  robot.sim.ctl.log.filter(({ method, path }) => method === 'GET' && path.endsWith('.file')).map(({ path }) => path);

describe('a picture', () => {
  it('is fetched, waits for consent, and is looked at then', async () => {
    robot.sim.ctl.robotMessage({ user: 'u1', type: 'picture', file: { bytes } });
    const asked = await allSent(robot, 'u1');
    expect(asked.at(-1)?.text).toContain('看图片之前，先请您同意');
    expect(fetched()).toHaveLength(1);
    robot.sim.ctl.robotMessage({ user: 'u1', text: '同意' });
    await expect.poll(async () => (await linesOf(robot, 'u1')).length, { timeout: 15_000 }).toBeGreaterThan(3);
    const looked = (await linesOf(robot, 'u1')).findLast(({ outcome }) => outcome !== undefined)?.outcome;
    expect(looked?.pictures).toHaveLength(1);
    expect(robot.desk.faults).toEqual([]);
  }, 60_000);

  it('that was put right comes back as a picture, without the one it was', async () => {
    const { ctl } = robot.sim;
    ctl.robotMessage({ user: 'u1', type: 'picture', file: { bytes } });
    await allSent(robot, 'u1');
    ctl.robotMessage({ user: 'u1', text: '同意' });
    await expect.poll(async () => (await linesOf(robot, 'u1')).length, { timeout: 15_000 }).toBeGreaterThan(3);
    const before = (await allSent(robot, 'u1')).length;
    ctl.robotMessage({ user: 'u1', text: '帮我改好' });
    const made = async () => (await linesOf(robot, 'u1')).at(-1)?.files?.map(({ name }) => name);
    await expect.poll(made, { timeout: 15_000 }).toEqual([expect.stringMatching(/^原图-/), '图片-改好.jpg']);
    const seen = (await allSent(robot, 'u1')).slice(before);
    expect(seen.map(({ kind }) => kind)).toEqual(['markdown', 'sampleImageMsg']);
    expect(seen[0]?.text).toContain('改好了');
    expect(
      ctl
        .uploaded(seen[1]?.text ?? '')
        ?.subarray(0, 3)
        .toString('hex'),
    ).toBe('ffd8ff');
  }, 60_000);

  it('in a text with pictures comes with its words', async () => {
    const parts = ['提示非法参数怎么办', { bytes }, '第二张', { bytes }];
    robot.sim.ctl.robotMessage({ user: 'u1', type: 'richText', parts });
    await allSent(robot, 'u1');
    expect((await linesOf(robot, 'u1'))[0]?.text).toBe('提示非法参数怎么办\n第二张');
    expect(fetched()).toHaveLength(2);
  });

  it.each(['redirect', 'expired', 'huge'] as const)(
    'behind an address that is %s is not got, and that is said',
    async (host) => {
      robot.sim.ctl.robotMessage({ user: 'u1', type: 'picture', file: { bytes, host } });
      await allSent(robot, 'u1');
      expect((await linesOf(robot, 'u1'))[0]?.text).toBe('（发来一张图片，没有取到）');
      expect(fetched()).toHaveLength(1);
    },
  );

  it('that is none is not looked at as one', async () => {
    robot.sim.ctl.robotMessage({ user: 'u1', text: '同意' });
    await allSent(robot, 'u1');
    robot.sim.ctl.robotMessage({ user: 'u1', type: 'picture', file: { host: 'wrongMagic' } });
    await expect.poll(async () => (await linesOf(robot, 'u1')).filter(({ by }) => by === 'user')).toHaveLength(2);
    expect(robot.desk.faults).toEqual([]);
  });
});
