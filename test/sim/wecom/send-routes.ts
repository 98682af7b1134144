import type { SimRoute } from '../request.ts';
import { must, ok } from '../tencent/answer-code.ts';
import { aboutCustomer, bodyOf } from './call.ts';
import { CODES } from './event-codes.ts';
import { eventItem, msgidOf } from './items.ts';
import { kfMessage } from './kf-message.ts';
import { type Announce, customerOf, inTime, show, stateOf, type WecomWorld } from './world.ts';

const KINDS = [
  'text',
  'image',
  'voice',
  'video',
  'file',
  'link',
  'miniprogram',
  'msgmenu',
  'location',
  'business_card',
  'ca_link',
];
/** A code that is unknown, used or over. The number stands in no source of ours. */
const BAD_CODE = 41050;

/** `send_msg` and `send_msg_on_event`. */
export function sendRoutes(world: WecomWorld, announce: Announce): Readonly<Record<string, SimRoute>> {
  const used = new Set<string>();
  /** The caller's msgid, its rules kept, or one of ours. */
  const msgidFor = (wanted: unknown): string => {
    if (wanted === undefined || wanted === '') return msgidOf(world.random);
    must(typeof wanted === 'string' && /^[\w-]{1,32}$/.test(wanted), 40058);
    must(!used.has(wanted), world.rules.repeatedMsgid);
    return wanted;
  };

  return {
    'POST /cgi-bin/kf/send_msg': (request) => {
      const body = bodyOf(request);
      const customer = aboutCustomer(world, body.open_kfid, body.touser);
      const msgid = msgidFor(body.msgid);
      const seen = kfMessage(world, body, KINDS);
      must(Number.isFinite(customer.wroteAt), 95031);
      must(inTime(world, customer), 95002);
      must([0, 1].includes(stateOf(world, customer)), 95018);
      must(customer.left > 0, 95001);
      customer.left -= 1;
      used.add(msgid);
      const [failure, ...later] = customer.failing;
      customer.failing = later;
      if (!failure) show(world, customer, { via: 'api', msgid, ...seen, body });
      else {
        const event = { external_userid: customer.id, fail_msgid: msgid, fail_type: failure.failType };
        world.clock.after(failure.after, () => void announce([eventItem(world, 'msg_send_fail', event)]));
      }
      return ok({ msgid });
    },
    'POST /cgi-bin/kf/send_msg_on_event': (request) => {
      const body = bodyOf(request);
      const code = String(body.code ?? '');
      const found = world.codes.find(code);
      must(found, BAD_CODE);
      const { menu, state } = CODES[found.kind];
      const msgid = msgidFor(body.msgid);
      const seen = kfMessage(world, body, menu ? ['text', 'msgmenu'] : ['text']);
      const customer = customerOf(world, found.customer);
      must(state === undefined || stateOf(world, customer) === state, 95018);
      world.codes.use(code);
      used.add(msgid);
      show(world, customer, { via: 'event', msgid, ...seen, body });
      return ok({ msgid });
    },
  };
}
