import { scaledClock } from '../../test/sim/clock.ts';
import { ACCOUNTS } from '../../test/sim/run/accounts.ts';
import type { PushResult } from '../../test/sim/wechat/ctl.ts';
import { wechatSim } from '../../test/sim/wechat/wechat-sim.ts';
import type { Platform, Saying } from './platform.ts';

/** Milliseconds between deliveries of one push that comes several times. */
const NEXT = 10;

/** An Official Account, encrypted pushes, answers with the push or afterwards. */
export async function wechatPlatform(seed: number): Promise<Platform> {
  const clock = scaledClock(1);
  const { appId, appSecret, token, aesKey } = ACCOUNTS.wechat;
  const sim = await wechatSim({ clock, seed, ...ACCOUNTS.wechat });
  const { ctl } = sim;
  let late = 0;
  let last = BigInt(seed) * 1_000_000_000n;
  const judge = ({ is }: PushResult): void => {
    if (is === 'userSawError') late += 1;
  };
  const push = ({ person, text, copies }: Saying): string => {
    last += 2n;
    const msgId = String(last);
    const how = copies > 1 ? { overlap: 1, impatience: NEXT } : {};
    void ctl.push({ is: 'text', from: person, text, msgId }, how).then(judge);
    return msgId;
  };
  const again = (msgId: string): void => void ctl.replay(msgId);
  return {
    clock,
    env: {
      WECHAT_APP_ID: appId,
      WECHAT_APP_SECRET: appSecret,
      WECHAT_TOKEN: token,
      WECHAT_AES_KEY: aesKey,
      WECHAT_API_BASE: sim.url,
    },
    async reach(origin) {
      ctl.pushTo(`${origin}/wechat`);
      const { ok } = await ctl.verifyUrl();
      if (!ok) throw new Error('服务没有通过公众号的地址验证');
    },
    say(sayings, inAnyOrder) {
      // Each push has a connection of its own: which is there first is nobody's to say.
      const [first] = (inAnyOrder ? sayings.toReversed() : sayings).map(push);
      return () => first !== undefined && again(first);
    },
    // What the platform says itself, of a service that does not answer in time, is counted apart.
    seen: (person) =>
      ctl
        .sent(person)
        .filter(({ via }) => via !== 'platform')
        .map(({ at, text = '' }) => ({ at, text })),
    complaints: () => ctl.violations,
    late: () => late,
    close: () => sim.close(),
  };
}
