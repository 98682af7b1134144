import { vi } from 'vitest';
import { dingtalkChannel } from '../../../src/adapters/dingtalk/channel.ts';
import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import type { DingtalkConfig } from '../../../src/adapters/vendor/channel-configs.ts';
import type { Time } from '../../../src/adapters/vendor/vendor-parts.ts';
import type { Line } from '../../../src/bot/message.ts';
import type { Seal } from '../../../src/bot/ports.ts';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { freePort } from '../../free-port.ts';
import { openPeopleDesk, type PeopleDesk } from '../../people/people-desk.ts';
import { type SimClock, steppedClock } from '../../sim/clock.ts';
import type { Seen } from '../../sim/dingtalk/chats.ts';
import { type DingTalkSim, dingtalkSim } from '../../sim/dingtalk/dingtalk-sim.ts';
import { testSeed } from '../../sim/test-seed.ts';

const APP = { appKey: 'ding1', appSecret: 'SECabc123', robotCode: 'ding1' };

/** DingTalk, and a desk whose robot is there. */
export interface RobotDesk {
  readonly clock: SimClock;
  readonly sim: DingTalkSim;
  readonly desk: PeopleDesk;
  readonly config: DingtalkConfig;
  /** Lets time pass for both, with a round of the desk at the end. */
  pass(ms: number): Promise<void>;
  /** Closes the desk and opens it again over the same store. */
  again(): Promise<RobotDesk>;
  close(): Promise<void>;
}

export interface RobotDeskOptions {
  readonly config?: Partial<DingtalkConfig>;
  readonly openStore?: () => Promise<SqlStore>;
  readonly seal?: Seal;
  readonly publicUrl?: string;
}

export async function openRobotDesk(knowledge: Knowledge, options: RobotDeskOptions = {}): Promise<RobotDesk> {
  const clock = steppedClock();
  const isHttp = options.config?.mode === 'http';
  // DingTalk has to know it before the desk listens.
  const port = isHttp ? await freePort() : 0;
  const url = `http://127.0.0.1:${port}`;
  const sim = await dingtalkSim({ clock, seed: testSeed(), ...APP, ...(isHttp && { pushTo: `${url}/dingtalk` }) });
  const config: DingtalkConfig = {
    clientId: APP.appKey,
    clientSecret: APP.appSecret,
    mode: 'stream',
    cardTemplateId: undefined,
    agentGroup: undefined,
    apiBase: sim.url,
    oapiBase: sim.oapiUrl,
    ...options.config,
  };
  return openOver(knowledge, { ...options, ...(isHttp && { publicUrl: url }) }, { clock, sim, config, port });
}

interface World {
  readonly clock: SimClock;
  readonly sim: DingTalkSim;
  readonly config: DingtalkConfig;
  readonly port: number;
}

async function openOver(knowledge: Knowledge, options: RobotDeskOptions, world: World): Promise<RobotDesk> {
  const { clock, sim, config, port } = world;
  const { openStore, seal, publicUrl } = options;
  const time: Time = { now: () => new Date(clock.now()), after: clock.after };
  const desk = await openPeopleDesk(knowledge, openStore, {
    ...{ time, dingtalk: true, ...(seal && { seal }), ...(publicUrl !== undefined && { publicUrl }) },
    vendors: (parts) => [dingtalkChannel(config, parts, { fileHosts: [new URL(sim.filesUrl).host] })],
  });
  if (config.mode === 'http') await desk.app.listen({ port, host: '127.0.0.1' });
  return {
    ...{ clock, sim, desk, config },
    async pass(ms) {
      await clock.advance(ms);
      await desk.round();
    },
    async again() {
      await desk.close();
      return openOver(knowledge, options, world);
    },
    async close() {
      await desk.close();
      await sim.close();
    },
  };
}

/** What was said in somebody's conversation, their own chat with the robot where no group is named. */
export async function linesOf({ desk }: RobotDesk, user: string, room = user): Promise<readonly Line[]> {
  const record = await desk.store.byTalk({ channel: 'dingtalk', room, user });
  return record ? desk.store.lines(record.id, 0, 1_000) : [];
}

/** Resolves once all that was said to somebody was sent; gives what they, or the group, see. */
export async function allSent(robot: RobotDesk, user: string, room = user): Promise<readonly Seen[]> {
  const { desk, sim } = robot;
  await vi.waitFor(
    async () => {
      const record = await desk.store.byTalk({ channel: 'dingtalk', room, user });
      const waiting = record ? await desk.store.underWay(record.id) : undefined;
      if (!record || record.seq < 2 || waiting?.length !== 0)
        throw new Error(`Something is still to be sent to ${user}`);
    },
    { timeout: 10_000, interval: 20 },
  );
  return sim.ctl.sent(room);
}
