import type { PushResult } from './ctl.ts';
import type { WechatMessage } from './message.ts';
import { show, userOf, type WechatUser, type WechatWorld } from './world.ts';

/** An agent who does not close is closed out after 30 minutes. */
const HELD_MS = 30 * 60_000;

/** The platform's own desk, which `transfer_customer_service` sends users to. */
export interface Desk {
  /** The passive reply asked for it; a named agent holds the user at once, on duty or not. */
  transfer(openid: string, account?: string): void;
  standing(openid: string): 'none' | 'waiting' | 'held';
  accept(openid: string, account?: string): Promise<PushResult>;
  say(openid: string, text: string): void;
  close(openid: string): Promise<PushResult>;
}

export function customerDesk(world: WechatWorld, push: (message: WechatMessage) => Promise<PushResult>): Desk {
  const hold = (user: WechatUser, account: string): Promise<PushResult> => {
    const callOff = world.clock.after(HELD_MS, () => void release(user));
    user.desk = { is: 'held', account, callOff };
    return push({ is: 'kf_create_session', from: user.openid, account });
  };
  const held = (user: WechatUser) => {
    if (user.desk.is !== 'held') throw new Error(`${user.openid} is with no agent`);
    return user.desk;
  };
  const release = (user: WechatUser): Promise<PushResult> => {
    const { account, callOff } = held(user);
    callOff();
    user.desk = { is: 'none' };
    return push({ is: 'kf_close_session', from: user.openid, account });
  };
  return {
    transfer(openid, account) {
      const user = userOf(world, openid);
      user.desk = { is: 'waiting' };
      if (account !== undefined) void hold(user, account);
    },
    standing: (openid) => world.users.get(openid)?.desk.is ?? 'none',
    async accept(openid, account = `kf2001@${world.options.ghId}`) {
      const user = userOf(world, openid);
      if (user.desk.is !== 'waiting') throw new Error(`${openid} does not wait for an agent`);
      return hold(user, account);
    },
    say(openid, text) {
      const user = userOf(world, openid);
      held(user);
      show(world, user, { via: 'agent', type: 'text', text, body: { Content: text } });
    },
    close: async (openid) => release(userOf(world, openid)),
  };
}
