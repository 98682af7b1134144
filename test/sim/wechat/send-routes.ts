import { jsonBody, type SimRequest, type SimRoute } from '../request.ts';
import { must, ok } from '../tencent/answer-code.ts';
import { customerMessage } from './customer-message.ts';
import { spent } from './quota.ts';
import { show, type WechatUser, type WechatWorld } from './world.ts';

/** How long 对方正在输入 stands, and how recent the last exchange must be for it. */
const TYPING_MS = 15_000;
const RECENT_MS = 30_000;

/** The addressee of a call, known to the account. */
function addressee(world: WechatWorld, touser: unknown): WechatUser {
  const user = typeof touser === 'string' ? world.users.get(touser) : undefined;
  must(user, 40003);
  return user;
}

function bodyOf(world: WechatWorld, request: SimRequest): Readonly<Record<string, unknown>> {
  const body = jsonBody(request);
  must(body, 47001);
  must(!world.rules.refuseEscapes || !/\\u[\da-f]{4}/i.test(request.body.toString()), 47001);
  return body;
}

/** `custom/send` with its quota, and `custom/typing`. */
export function sendRoutes(world: WechatWorld): Readonly<Record<string, SimRoute>> {
  const { clock, random } = world;
  return {
    'POST /cgi-bin/message/custom/send': (request) => {
      const body = bodyOf(world, request);
      const user = addressee(world, body.touser);
      const seen = customerMessage(world, body);
      must(user.subscribed, 45015);
      const after = spent(user.grants, clock.now());
      must(typeof after === 'object', after as number);
      user.grants = after;
      const appears = (): void => void show(world, user, { via: 'custom', type: String(body.msgtype), ...seen, body });
      if (world.rules.scatter > 0) clock.after(random.below(world.rules.scatter), appears);
      else appears();
      return ok();
    },
    'POST /cgi-bin/message/custom/typing': (request) => {
      const { touser, command } = bodyOf(world, request);
      const user = addressee(world, touser);
      const now = clock.now();
      must(command === 'Typing' || command === 'CancelTyping', 45072);
      must(now - user.exchanged <= RECENT_MS, 45080);
      must(command === 'CancelTyping' || user.typingUntil <= now, 45081);
      user.typingUntil = command === 'Typing' ? now + TYPING_MS : 0;
      return ok();
    },
  };
}
