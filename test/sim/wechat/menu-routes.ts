import { jsonBody, type SimRoute } from '../request.ts';
import { must, ok } from '../tencent/answer-code.ts';
import type { WechatWorld } from './world.ts';

type Button = Readonly<Record<string, unknown>>;

/** Kinds that need a key. */
const KEYED = [
  'click',
  'scancode_push',
  'scancode_waitmsg',
  'pic_sysphoto',
  'pic_photo_or_album',
  'pic_weixin',
  'location_select',
];

/** Limits and codes of one level; bytes. */
interface Level {
  readonly name: number;
  readonly url: number;
  readonly codes: { readonly type: number; readonly name: number; readonly key: number; readonly url: number };
}

const sized = (value: unknown, most: number): boolean =>
  typeof value === 'string' && value !== '' && Buffer.byteLength(value) <= most;

function checkAction(button: Button, { url, codes }: Level): void {
  const { type } = button;
  if (KEYED.includes(String(type))) must(sized(button.key, 128), codes.key);
  else if (type === 'view') must(sized(button.url, url), codes.url);
  else if (type === 'miniprogram') must(sized(button.url, url) && sized(button.appid, 64), codes.url);
  else must(type === 'media_id' || type === 'article_id', codes.type);
}

function checkMenu(menu: unknown, { menuSubName, menuUrl }: WechatWorld['rules']): void {
  const top: Level = { name: 16, url: menuUrl, codes: { type: 40017, name: 40018, key: 40019, url: 40020 } };
  const sub: Level = { name: menuSubName, url: menuUrl, codes: { type: 40024, name: 40025, key: 40026, url: 40027 } };
  must(Array.isArray(menu) && menu.length >= 1 && menu.length <= 3, 40016);
  for (const button of menu as readonly Button[]) {
    must(sized(button.name, top.name), top.codes.name);
    const below = button.sub_button;
    if (!Array.isArray(below) || below.length === 0) {
      checkAction(button, top);
      continue;
    }
    must(below.length <= 5, 40023);
    for (const one of below as readonly Button[]) {
      must(sized(one.name, sub.name), sub.codes.name);
      checkAction(one, sub);
    }
  }
}

/** `menu/create`, `menu/get`, `menu/delete`. */
export function menuRoutes(world: WechatWorld): Readonly<Record<string, SimRoute>> {
  return {
    'POST /cgi-bin/menu/create': (request) => {
      const body = jsonBody(request);
      must(body, 47001);
      checkMenu(body.button, world.rules);
      world.menu = body;
      return ok();
    },
    'GET /cgi-bin/menu/get': () => {
      must(world.menu !== undefined, 46003);
      return { body: { menu: world.menu as object } };
    },
    'GET /cgi-bin/menu/delete': () => {
      world.menu = undefined;
      return ok();
    },
  };
}
