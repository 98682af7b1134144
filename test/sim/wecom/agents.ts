import type { ServiceState, WecomAgents } from './ctl.ts';
import { agentItem, eventItem } from './items.ts';
import { type Announce, type Customer, customerOf, show, stateOf, type WecomWorld } from './world.ts';

/** The agents in the WeCom client. What the client does not offer is an `Error` of the test. */
export function agents(world: WecomWorld, announce: Announce): WecomAgents {
  const inState = (id: string, ...states: readonly ServiceState[]): Customer => {
    const customer = customerOf(world, id);
    const state = stateOf(world, customer);
    if (!states.includes(state)) throw new Error(`${id} is in state ${state}, not ${states.join(' or ')}`);
    return customer;
  };
  const receiving = (servicer: string): string => {
    if (!world.servicers.get(servicer)) throw new Error(`${servicer} does not receive`);
    return servicer;
  };
  const changed = (customer: Customer, change_type: 1 | 2 | 3 | 4, more: object) =>
    eventItem(world, 'session_status_change', { external_userid: customer.id, change_type, ...more });
  const held = (customer: Customer, servicer: string): void => {
    customer.state = 3;
    customer.servicer = servicer;
  };

  return {
    accept(id, servicer, doorbell) {
      const customer = inState(id, 2);
      held(customer, receiving(servicer));
      const msg_code = world.codes.issue('fromPool', id);
      return announce([changed(customer, 1, { new_servicer_userid: servicer, msg_code })], doorbell);
    },
    transfer(id, to, doorbell) {
      const customer = inState(id, 3);
      const old_servicer_userid = customer.servicer;
      held(customer, receiving(to));
      return announce([changed(customer, 2, { old_servicer_userid, new_servicer_userid: to })], doorbell);
    },
    reply(id, text, doorbell) {
      const customer = inState(id, 3, 4);
      const servicer = customer.servicer ?? [...world.servicers.keys()][0];
      if (servicer === undefined) throw new Error('there is no servicer');
      const again = stateOf(world, customer) === 4;
      if (again) {
        // An agent's message opens the session for another 48 h, as a customer's does, but gives the API no messages.
        held(customer, servicer);
        customer.wroteAt = world.clock.now();
        customer.left = 0;
      }
      const said = agentItem(world, id, servicer, text);
      show(world, customer, { via: 'agent', msgid: said.msgid, type: 'text', text, body: { content: text } });
      const opened = again ? [changed(customer, 4, { new_servicer_userid: servicer })] : [];
      return announce([...opened, said], doorbell);
    },
    end(id, doorbell) {
      const customer = inState(id, 3);
      customer.state = 4;
      const msg_code = world.codes.issue('ended', id);
      return announce([changed(customer, 3, { old_servicer_userid: customer.servicer, msg_code })], doorbell);
    },
    status(servicer, status, doorbell) {
      world.servicers.set(servicer, status === 1);
      const stop = status === 2 ? { stop_type: 0 } : {};
      const event = { servicer_userid: servicer, status, ...stop };
      return announce([eventItem(world, 'servicer_status_change', event)], doorbell);
    },
    recall(id, msgid, doorbell) {
      const customer = customerOf(world, id);
      const event = { external_userid: id, recall_msgid: msgid, servicer_userid: customer.servicer };
      return announce([eventItem(world, 'servicer_recall_msg', event)], doorbell);
    },
  };
}
