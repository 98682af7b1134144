import type { SimRoute } from '../request.ts';
import { must, ok } from '../tencent/answer-code.ts';
import { aboutCustomer, bodyOf } from './call.ts';
import type { ServiceState, WecomRules } from './ctl.ts';
import { stateOf, type WecomWorld } from './world.ts';

/** Where the API may move a session from each state, by the official table. */
const TABLE: Readonly<Record<ServiceState, readonly ServiceState[]>> = {
  0: [2, 3],
  1: [2, 3],
  2: [3],
  3: [3, 4],
  4: [],
};

const mayGo = (from: ServiceState, to: number, { allowEndFromAny, allowToBot }: WecomRules): boolean =>
  TABLE[from].some((state) => state === to) ||
  (allowToBot && from <= 1 && to === 1) ||
  (allowEndFromAny && from <= 2 && to === 4);

/** `service_state/get`, `service_state/trans`. A step by API writes no event to the log. */
export function stateRoutes(world: WecomWorld): Readonly<Record<string, SimRoute>> {
  return {
    'POST /cgi-bin/kf/service_state/get': (request) => {
      const { open_kfid: kf, external_userid: id } = bodyOf(request);
      const customer = aboutCustomer(world, kf, id);
      const service_state = stateOf(world, customer);
      return ok({ service_state, ...(service_state === 3 ? { servicer_userid: customer.servicer } : {}) });
    },
    'POST /cgi-bin/kf/service_state/trans': (request) => {
      const { open_kfid: kf, external_userid: id, service_state: to, servicer_userid: servicer } = bodyOf(request);
      const customer = aboutCustomer(world, kf, id);
      must(typeof to === 'number' && to >= 0 && to <= 4, 40058);
      const from = stateOf(world, customer);
      must(from !== 4, 95013);
      must(mayGo(from, to, world.rules), 95016);
      if (to === 3) {
        must(typeof servicer === 'string' && servicer !== '', 40058);
        must(world.servicers.has(servicer), 95014);
        must(world.servicers.get(servicer), 95019);
        customer.servicer = servicer;
      }
      customer.state = to as ServiceState;
      if (to === 2) return ok({ msg_code: world.codes.issue('queued', customer.id) });
      if (to === 3 && from !== 3) return ok({ msg_code: world.codes.issue('fromPool', customer.id) });
      return ok(to === 4 ? { msg_code: world.codes.issue('ended', customer.id) } : {});
    },
  };
}
