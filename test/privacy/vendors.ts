import { dingtalkChannel } from '../../src/adapters/dingtalk/channel.ts';
import type { VendorParts } from '../../src/adapters/vendor/vendor-parts.ts';
import { wechatChannel } from '../../src/adapters/wechat/channel.ts';
import { wecomChannel } from '../../src/adapters/wecom/channel.ts';
import type { Channel } from '../../src/bot/ports.ts';
import { SECRETS } from '../adapters/wechat/account.ts';
import { CORP } from '../adapters/wecom/kf-desk.ts';
import { type SimClock, steppedClock } from '../sim/clock.ts';
import { dingtalkSim } from '../sim/dingtalk/dingtalk-sim.ts';
import { wechatSim } from '../sim/wechat/wechat-sim.ts';
import { wecomSim } from '../sim/wecom/wecom-sim.ts';

const APP = { appKey: 'ding1', appSecret: 'SECabc123', robotCode: 'ding1' };
const SEED = 11;

/** The three vendors, simulated, on one clock. */
export async function openVendors() {
  const clock: SimClock = steppedClock();
  const dingtalk = await dingtalkSim({ clock, seed: SEED, ...APP });
  const wechat = await wechatSim({ ...SECRETS, clock, seed: SEED, verified: true });
  const wecom = await wecomSim({ ...CORP, clock, seed: SEED, servicers: ['zhang'] });
  return {
    ...{ clock, dingtalk, wechat, wecom },
    /** Their channels at a desk. */
    channels: (parts: VendorParts): readonly Channel[] => [
      dingtalkChannel(
        {
          ...{ clientId: APP.appKey, clientSecret: APP.appSecret, mode: 'stream' },
          ...{ cardTemplateId: undefined, agentGroup: undefined },
          ...{ apiBase: dingtalk.url, oapiBase: dingtalk.oapiUrl },
        },
        parts,
        { fileHosts: [new URL(dingtalk.filesUrl).host] },
      ),
      wechatChannel(
        {
          ...{ appId: SECRETS.appId, appSecret: SECRETS.appSecret, token: SECRETS.token, aesKey: SECRETS.aesKey },
          ...{ previousAesKey: undefined, verified: true, desk: 'own', apiBase: wechat.url },
        },
        parts,
      ),
      wecomChannel(
        {
          ...{ corpId: CORP.corpId, secret: CORP.secret, token: CORP.token, aesKey: CORP.aesKey },
          ...{ desk: 'own', apiBase: wecom.url },
        },
        parts,
      ),
    ],
    /** Tells them where the desk listens. */
    reach(url: string) {
      wechat.ctl.pushTo(`${url}/wechat`);
      wecom.ctl.pushTo(`${url}/wecom`);
    },
    async close() {
      for (const sim of [dingtalk, wechat, wecom]) await sim.close();
    },
  };
}

export type Vendors = Awaited<ReturnType<typeof openVendors>>;
