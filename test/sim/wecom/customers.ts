import type { Doorbell, Said } from './ctl.ts';
import { customerItem, eventItem } from './items.ts';
import type { WecomMessage } from './message.ts';
import { type Announce, customerOf, inTime, QUOTA, SESSION_MS, stateOf, type WecomWorld } from './world.ts';

/** What customers do in WeChat. */
export interface Customers {
  say(message: WecomMessage, doorbell?: Doorbell): Said;
  enter(id: string, scene?: { readonly scene?: string; readonly param?: string }, doorbell?: Doorbell): Said;
  recall(id: string, msgid: string, doorbell?: Doorbell): Said;
}

export function customers(world: WecomWorld, announce: Announce): Customers {
  return {
    say(message, doorbell) {
      const customer = customerOf(world, message.from);
      if (stateOf(world, customer) === 4) {
        customer.state = world.rules.firstState;
        delete customer.servicer;
      }
      customer.wroteAt = world.clock.now();
      customer.left = QUOTA;
      return announce([customerItem(world, message)], doorbell);
    },
    enter(id, { scene = 'link', param = '' } = {}, doorbell) {
      const customer = customerOf(world, id);
      const now = world.clock.now();
      customer.scene = { scene, scene_param: param };
      const welcome = now - customer.welcomedAt >= SESSION_MS && !inTime(world, customer);
      if (welcome) customer.welcomedAt = now;
      const code = welcome ? { welcome_code: world.codes.issue('welcome', id) } : {};
      const event = { external_userid: id, scene, scene_param: param, ...code };
      return announce([eventItem(world, 'enter_session', event)], doorbell);
    },
    recall: (id, msgid, doorbell) =>
      announce([eventItem(world, 'user_recall_msg', { external_userid: id, recall_msgid: msgid })], doorbell),
  };
}
