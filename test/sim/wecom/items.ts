import type { SimRandom } from '../random.ts';
import type { MediaFiles } from '../tencent/media-files.ts';
import type { SyncItem, WecomMessage } from './message.ts';
import type { WecomWorld } from './world.ts';

const MB = 1024 * 1024;
/** Media beyond these bytes reach nobody: a notice takes their place. */
const MOST: Readonly<Record<'image' | 'voice' | 'video' | 'file', number>> = {
  image: 2 * MB,
  voice: 2 * MB,
  video: 10 * MB,
  file: 20 * MB,
};
const NOTICE = '【收到不支持的消息类型，暂无法显示】';

/** The part of an entry that is named after its kind. */
function bodyOf(message: WecomMessage, media: MediaFiles): { readonly msgtype: string; readonly body: object } {
  const { is: msgtype } = message;
  switch (message.is) {
    case 'text': {
      const { text: content, menuId: menu_id } = message;
      return { msgtype, body: menu_id === undefined ? { content } : { content, menu_id } };
    }
    case 'image':
    case 'voice':
    case 'video':
    case 'file': {
      const { bytes } = message;
      if (bytes.length > MOST[message.is]) return { msgtype: 'text', body: { content: NOTICE } };
      const name = message.is === 'file' ? message.name : undefined;
      return { msgtype, body: { media_id: media.put(message.is, bytes, name) } };
    }
    case 'location': {
      const { latitude, longitude, name, address } = message;
      return { msgtype, body: { latitude, longitude, name, address } };
    }
    case 'link': {
      const { title, desc, url } = message;
      return { msgtype, body: { title, desc, url, pic_url: '' } };
    }
    case 'miniprogram': {
      const { title, appid, pagepath } = message;
      return { msgtype, body: { title, appid, pagepath, thumb_media_id: media.put('image', Buffer.from('thumb')) } };
    }
    case 'business_card':
      return { msgtype, body: { userid: message.userid } };
  }
}

export const msgidOf = (random: SimRandom): string => random.id(32);

const seconds = ({ clock }: WecomWorld): number => Math.floor(clock.now() / 1000);

/** What a customer wrote. */
export function customerItem(world: WecomWorld, message: WecomMessage): SyncItem {
  const { msgtype, body } = bodyOf(message, world.media);
  return {
    msgid: message.msgid ?? msgidOf(world.random),
    open_kfid: world.options.openKfId,
    external_userid: message.from,
    send_time: seconds(world),
    origin: 3,
    msgtype,
    [msgtype]: body,
  };
}

/** What an agent wrote in the WeCom client. */
export function agentItem(world: WecomWorld, customer: string, servicer_userid: string, content: string): SyncItem {
  return {
    msgid: msgidOf(world.random),
    open_kfid: world.options.openKfId,
    external_userid: customer,
    send_time: seconds(world),
    origin: 5,
    servicer_userid,
    msgtype: 'text',
    text: { content },
  };
}

/** An event: account and customer stand inside it, not beside it. */
export function eventItem(world: WecomWorld, event_type: string, more: object): SyncItem {
  return {
    msgid: msgidOf(world.random),
    send_time: seconds(world),
    origin: 4,
    msgtype: 'event',
    event: { event_type, open_kfid: world.options.openKfId, ...more },
  };
}
