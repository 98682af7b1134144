import { jsonBody, type SimRoute } from '../request.ts';
import { must } from '../tencent/answer-code.ts';
import type { WechatWorld } from './world.ts';

/** What the account may know of a user. Names and pictures are empty since 2021; one who left shows little. */
function infoOf(world: WechatWorld, openid: unknown): object {
  const user = typeof openid === 'string' ? world.users.get(openid) : undefined;
  must(user, 40003);
  const linked = user.unionid === undefined ? {} : { unionid: user.unionid };
  if (!user.subscribed) return { subscribe: 0, openid, ...linked };
  return {
    subscribe: 1,
    openid,
    nickname: '',
    sex: 0,
    language: 'zh_CN',
    city: '',
    province: '',
    country: '',
    headimgurl: '',
    subscribe_time: Math.floor(user.since / 1000),
    ...linked,
    remark: '',
    groupid: 0,
    tagid_list: [],
    subscribe_scene: 'ADD_SCENE_SEARCH',
    qr_scene: 0,
    qr_scene_str: '',
  };
}

/** `user/info`, its batch of at most 100, and the addresses pushes come from. */
export function userRoutes(world: WechatWorld): Readonly<Record<string, SimRoute>> {
  return {
    'GET /cgi-bin/user/info': ({ query }) => ({ body: infoOf(world, query.get('openid')) }),
    'POST /cgi-bin/user/info/batchget': (request) => {
      const list = jsonBody(request)?.user_list;
      must(Array.isArray(list) && list.length <= 100, 47001);
      return { body: { user_info_list: list.map(({ openid }: { openid?: unknown }) => infoOf(world, openid)) } };
    },
    'GET /cgi-bin/getcallbackip': () => ({ body: { ip_list: ['127.0.0.1'] } }),
  };
}
