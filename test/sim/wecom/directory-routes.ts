import type { SimRoute } from '../request.ts';
import { must, ok } from '../tencent/answer-code.ts';
import { bodyOf } from './call.ts';
import type { WecomWorld } from './world.ts';

/** Who there is: `servicer/list` (status 0 receives, 1 does not), `customer/batchget` and `account/list`. */
export function directoryRoutes(world: WecomWorld): Readonly<Record<string, SimRoute>> {
  const { openKfId } = world.options;
  return {
    'GET /cgi-bin/kf/servicer/list': ({ query }) => {
      must(query.get('open_kfid') === openKfId, 95000);
      const servicer_list = [...world.servicers].map(([userid, receives]) => ({ userid, status: receives ? 0 : 1 }));
      return ok({ servicer_list });
    },
    'POST /cgi-bin/kf/customer/batchget': (request) => {
      const { external_userid_list: ids, need_enter_session_context: scene = 0 } = bodyOf(request);
      must(Array.isArray(ids) && ids.length >= 1 && ids.length <= 100, 40058);
      const known = ids.flatMap((id) => world.customers.get(id) ?? []);
      const customer_list = known.map((customer) => ({
        external_userid: customer.id,
        nickname: customer.nickname,
        avatar: '',
        gender: 0,
        ...(customer.unionid === undefined ? {} : { unionid: customer.unionid }),
        ...(scene === 1 && customer.scene ? { enter_session_context: customer.scene } : {}),
      }));
      return ok({ customer_list, invalid_external_userid: ids.filter((id) => !world.customers.has(id)) });
    },
    'POST /cgi-bin/kf/account/list': () =>
      ok({ account_list: [{ open_kfid: openKfId, name: '备案咨询', avatar: '', manage_privilege: true }] }),
  };
}
