import type { SimClock } from '../clock.ts';
import type { SimRandom } from '../random.ts';
import type { AccessTokens } from '../tencent/access-tokens.ts';
import type { MediaFiles } from '../tencent/media-files.ts';
import type { WechatOptions, WechatRules, WechatSent } from './ctl.ts';
import type { Grant } from './quota.ts';

/** A user of the account as the platform knows them. Times are simulated ms. */
export interface WechatUser {
  readonly openid: string;
  unionid?: string;
  subscribed: boolean;
  since: number;
  /** What lets custom/send write to them. */
  grants: readonly Grant[];
  /** When user and account last exchanged anything. */
  exchanged: number;
  /** 对方正在输入 is shown until then. */
  typingUntil: number;
  readonly sent: WechatSent[];
  desk:
    | { readonly is: 'none' | 'waiting' }
    | { readonly is: 'held'; readonly account: string; readonly callOff: () => void };
  /** The agent a transfer asked for by name. */
  wanted?: string;
}

/** Everything the parts of the simulator share. */
export interface WechatWorld {
  readonly options: WechatOptions;
  readonly clock: SimClock;
  readonly random: SimRandom;
  rules: WechatRules;
  /** Where the service listens; empty until it is named. */
  pushTo: string;
  /** Base of the simulated API. */
  url: string;
  readonly tokens: AccessTokens;
  readonly media: MediaFiles;
  readonly users: Map<string, WechatUser>;
  menu: unknown;
  readonly violations: string[];
}

/** The user of that openid, made known if they were not: whoever writes has subscribed. */
export function userOf(world: WechatWorld, openid: string): WechatUser {
  const known = world.users.get(openid);
  if (known) return known;
  const user: WechatUser = {
    openid,
    subscribed: true,
    since: world.clock.now(),
    grants: [],
    exchanged: Number.NEGATIVE_INFINITY,
    typingUntil: 0,
    sent: [],
    desk: { is: 'none' },
  };
  world.users.set(openid, user);
  return user;
}

/** Puts something before the user's eyes; whatever the account writes ends 对方正在输入. */
export function show(world: WechatWorld, user: WechatUser, what: Omit<WechatSent, 'at'>): WechatSent {
  const sent = { at: world.clock.now(), ...what };
  user.sent.push(sent);
  user.typingUntil = 0;
  user.exchanged = world.clock.now();
  return sent;
}
