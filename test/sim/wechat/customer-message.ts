import { must } from '../tencent/answer-code.ts';
import type { WechatSent } from './ctl.ts';
import type { WechatWorld } from './world.ts';

/** Bytes of a text; measured by users, not documented. */
const TEXT_BYTES = 2048;

type Body = Readonly<Record<string, unknown>>;
type Seen = Pick<WechatSent, 'text' | 'mediaId'>;

const part = (body: Body, name: string): Body => {
  const value = body[name];
  must(typeof value === 'object' && value !== null, 40008);
  return value as Body;
};

const filled = (value: unknown): string => {
  must(typeof value === 'string' && value !== '', 44004);
  must(Buffer.byteLength(value) <= TEXT_BYTES, 45002);
  return value;
};

const media = (world: WechatWorld, name: string, body: Body): Seen => {
  const mediaId = part(body, name).media_id;
  must(typeof mediaId === 'string' && world.media.find(mediaId), 40007);
  return { mediaId };
};

/** The lines a user sees of a menu in the conversation. */
const menuLines = (body: Body): Seen => {
  const { head_content: head, list, tail_content: tail } = part(body, 'msgmenu');
  must(Array.isArray(list) && list.length > 0, 40008);
  const items = list.map((item: Body) => {
    must(typeof item.id === 'string' && item.id !== '', 40008);
    return filled(item.content);
  });
  const lines = [head, ...items, tail].filter((line): line is string => typeof line === 'string' && line !== '');
  return { text: filled(lines.join('\n')) };
};

const articles = (body: Body): Seen => {
  const list = part(body, 'news').articles;
  must(Array.isArray(list) && list.length === 1, 45008);
  return { text: filled((list[0] as Body).title) };
};

/** What the user will see of a call to custom/send; refuses what the platform refuses. */
export function customerMessage(world: WechatWorld, body: Body): Seen {
  switch (body.msgtype) {
    case 'text':
      return { text: filled(part(body, 'text').content) };
    case 'image':
    case 'voice':
    case 'video':
    case 'mpnews':
      return media(world, body.msgtype, body);
    case 'msgmenu':
      return menuLines(body);
    case 'news':
      return articles(body);
    case 'link':
    case 'music':
    case 'miniprogrampage':
      return { text: filled(part(body, body.msgtype).title) };
    default:
      must(false, 40008);
  }
}
