import { scaledClock } from '../clock.ts';
import { dingtalkSim } from '../dingtalk/dingtalk-sim.ts';
import { wechatSim } from '../wechat/wechat-sim.ts';
import { wecomSim } from '../wecom/wecom-sim.ts';
import { ACCOUNTS } from './accounts.ts';
import type { SimOptions } from './options.ts';

/** Servicers who receive in WeCom from the start. */
export const SERVICERS = ['zhangsan', 'lisi'];

export type Simulators = Awaited<ReturnType<typeof openSimulators>>;

/** The three platforms in real time, on the ports after the page's. */
export async function openSimulators({ port, service, dingtalk: mode, isVerified }: SimOptions) {
  const at = (place: number): number => (port === 0 ? 0 : port + place);
  const clock = scaledClock(1);
  // Ids of another seed at each start: a service takes an id that it knows for a redelivery.
  const seed = Date.now() % 2 ** 32;
  const { dingtalk: app, wechat: account, wecom: corp } = ACCOUNTS;
  const dingtalk = await dingtalkSim({
    ...{ clock, seed, appKey: app.clientId, appSecret: app.clientSecret, robotCode: app.clientId },
    ports: { api: at(1), oapi: at(2) },
    filesOnOapi: true,
    ...(mode === 'http' && { pushTo: `${service}/dingtalk` }),
  });
  const wechat = await wechatSim({
    ...{ clock, seed, ...account, verified: isVerified },
    ...{ port: at(3), pushTo: `${service}/wechat` },
  });
  const wecom = await wecomSim({
    ...{ clock, seed, ...corp, servicers: SERVICERS },
    ...{ port: at(4), pushTo: `${service}/wecom` },
    // The service goes on where it stood before the simulator was started again.
    rules: { unknownCursor: 'beginning' },
  });
  return {
    ...{ clock, dingtalk, wechat, wecom },
    async close() {
      await Promise.all([dingtalk.close(), wechat.close(), wecom.close()]);
    },
  };
}
