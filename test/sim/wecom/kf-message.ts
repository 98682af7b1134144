import { must } from '../tencent/answer-code.ts';
import type { Body } from './call.ts';
import type { WecomSent } from './ctl.ts';
import type { WecomWorld } from './world.ts';

const TEXT_BYTES = 2048;

type Seen = Pick<WecomSent, 'type' | 'text' | 'mediaId'>;

const part = (body: Body, name: string): Body => {
  const value = body[name];
  must(typeof value === 'object' && value !== null, 40058);
  return value as Body;
};

/** Text that is there and within its bytes. */
const within = (value: unknown, most: number, tooLong = 45002): string => {
  must(typeof value === 'string' && value !== '', 44004);
  must(Buffer.byteLength(value) <= most, tooLong);
  return value;
};

/** A menu's item, as the line the customer sees. */
const itemLine = (item: Body): string => {
  const { type } = item;
  must(type === 'click' || type === 'view' || type === 'miniprogram' || type === 'text', 40058);
  const { id, content, url } = part(item, type);
  if (type === 'click' && id !== undefined) within(id, 64, 40058);
  if (type === 'view') within(url, 2048, 40058);
  return within(content, type === 'text' ? 256 : type === 'click' ? 128 : 1024, 40058);
};

const menu = (body: Body): Seen => {
  const { head_content: head, list, tail_content: tail } = part(body, 'msgmenu');
  const edges = [head, tail].map((edge) => (edge === undefined || edge === '' ? undefined : within(edge, 1024)));
  must(Array.isArray(list), 40058);
  must(list.length <= 10, 95008);
  const lines = [edges[0], ...(list as readonly Body[]).map(itemLine), edges[1]];
  return { type: 'msgmenu', text: lines.filter((line) => line !== undefined).join('\n') };
};

/** What the customer will see of a call; refuses what the platform refuses. */
export function kfMessage(world: WecomWorld, body: Body, allowed: readonly string[]): Seen {
  const type = String(body.msgtype);
  must(allowed.includes(type), 40008);
  switch (type) {
    case 'text':
      return { type, text: within(part(body, type).content, TEXT_BYTES) };
    case 'msgmenu':
      return menu(body);
    case 'image':
    case 'voice':
    case 'video':
    case 'file': {
      const mediaId = part(body, type).media_id;
      must(typeof mediaId === 'string' && world.media.find(mediaId), 40007);
      return { type, mediaId };
    }
    case 'link':
      within(part(body, type).url, 2048, 40058);
      return { type, text: within(part(body, type).title, 128, 40058) };
    case 'location':
      must(typeof part(body, type).latitude === 'number' && typeof part(body, type).longitude === 'number', 40058);
      return { type };
    default:
      part(body, type);
      return { type };
  }
}
