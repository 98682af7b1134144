import { seededRandom } from '../random.ts';
import { accessTokens } from '../tencent/access-tokens.ts';
import { mediaFiles } from '../tencent/media-files.ts';
import { refusals } from '../tencent/refusals.ts';
import { wechatApi } from './api.ts';
import type { WechatCtl, WechatOptions, WechatSim } from './ctl.ts';
import { customerDesk, type Desk } from './desk.ts';
import { pusher } from './pusher.ts';
import { leftOf } from './quota.ts';
import { STRICT } from './rules.ts';
import { hostile, verifyUrl } from './verify.ts';
import { userOf, type WechatWorld } from './world.ts';

/** An Official Account of WeChat: its API on 127.0.0.1, its users, and the pushes to the service behind it. */
export async function wechatSim(options: WechatOptions): Promise<WechatSim> {
  const { clock } = options;
  const random = seededRandom(options.seed);
  const world: WechatWorld = {
    options,
    clock,
    random,
    rules: { ...STRICT, ...options.rules },
    pushTo: options.pushTo ?? '',
    url: '',
    tokens: accessTokens(clock, random),
    media: mediaFiles(clock, random),
    users: new Map(),
    menu: undefined,
    violations: [],
  };
  const planned = refusals();
  const server = await wechatApi(world, planned);
  world.url = server.url;
  const pushes = pusher(world, (openid, account) => desk.transfer(openid, account));
  const desk: Desk = customerDesk(world, (message) => pushes.push(message));

  const ctl: WechatCtl = {
    pushTo: (url) => {
      world.pushTo = url;
    },
    verifyUrl: (how = {}) => verifyUrl(world, how.badSignature),
    push: pushes.push,
    replay: pushes.replay,
    hostile: (kind) => hostile(world, kind),
    user: (openid, facts = {}) => {
      Object.assign(userOf(world, openid), facts);
    },
    sent: (openid) => world.users.get(openid)?.sent ?? [],
    typing: (openid) => (world.users.get(openid)?.typingUntil ?? 0) > clock.now(),
    quotaLeft: (openid) => leftOf(world.users.get(openid)?.grants ?? [], clock.now()),
    expireTokens: () => world.tokens.expire(),
    tokensIssued: () => world.tokens.issued(),
    refuse: planned.plan,
    rule: (change) => {
      world.rules = { ...world.rules, ...change };
    },
    putMedia: (type, bytes) => world.media.put(type, bytes),
    media: (mediaId) => world.media.bytes(mediaId),
    menu: () => world.menu,
    desk: (openid) => desk.standing(openid),
    agentAccept: (openid, account) => desk.accept(openid, account),
    agentSay: (openid, text) => desk.say(openid, text),
    agentClose: (openid) => desk.close(openid),
    log: server.log,
    get violations() {
      return [...server.violations, ...world.violations];
    },
    fault: (fault) => server.faults.add(fault),
  };
  return { url: server.url, ctl, close: () => server.close() };
}
