import { scaledClock } from '../../test/sim/clock.ts';
import { dingtalkSim } from '../../test/sim/dingtalk/dingtalk-sim.ts';
import { ACCOUNTS } from '../../test/sim/run/accounts.ts';
import type { Platform } from './platform.ts';

/** The robot's own chats with people, over Stream. */
export async function dingtalkPlatform(seed: number): Promise<Platform> {
  const clock = scaledClock(1);
  const { clientId, clientSecret } = ACCOUNTS.dingtalk;
  const sim = await dingtalkSim({
    ...{ clock, seed, appKey: clientId, appSecret: clientSecret, robotCode: clientId },
    filesOnOapi: true,
  });
  const { ctl } = sim;
  return {
    clock,
    env: {
      DINGTALK_CLIENT_ID: clientId,
      DINGTALK_CLIENT_SECRET: clientSecret,
      DINGTALK_API_BASE: sim.url,
      DINGTALK_OAPI_BASE: sim.oapiUrl,
    },
    reach: () => ctl.connected(1),
    say(sayings, inAnyOrder) {
      if (inAnyOrder) ctl.set({ outOfOrder: sayings.length + 1 });
      const pushes = sayings.map(({ person, text, copies }) => {
        ctl.set({ duplicate: copies });
        return ctl.robotMessage({ user: person, text });
      });
      ctl.set({ outOfOrder: 0, duplicate: 1 });
      return () => pushes[0] && ctl.replay(pushes[0]);
    },
    seen: (person) => ctl.sent(person),
    complaints: () => [...ctl.violations, ...ctl.lost.map(({ id, reason }) => `${id} 没有送到服务：${reason}`)],
    late: () => 0,
    close: () => sim.close(),
  };
}
