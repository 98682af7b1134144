import type { Fields } from '../crypto/write-xml.ts';
import type { MediaFiles } from '../tencent/media-files.ts';
import type { WechatMessage } from './message.ts';

/** What the platform adds to a message of its own. `createTime` is in seconds; `url` is where pictures can be fetched. */
export interface Stamp {
  readonly ghId: string;
  readonly createTime: number;
  readonly msgId: string;
  readonly url: string;
  readonly media: MediaFiles;
}

const event = (Event: string, more: Fields = {}): Fields => ({ MsgType: 'event', Event, ...more });

/** The fields that belong to the kind of message. */
function own(message: WechatMessage, { url, media }: Stamp): Fields {
  switch (message.is) {
    case 'text':
      return {
        MsgType: 'text',
        Content: message.text,
        ...(message.menuId === undefined ? {} : { bizmsgmenuid: message.menuId }),
      };
    case 'image': {
      const MediaId = media.put('image', message.bytes);
      return { MsgType: 'image', PicUrl: `${url}/mmbiz/${MediaId}/0`, MediaId };
    }
    case 'voice': {
      const { bytes, format = 'amr', recognition } = message;
      const recognised: Fields = recognition === undefined ? {} : { Recognition: recognition };
      return {
        MsgType: 'voice',
        MediaId: media.put('voice', bytes),
        Format: format,
        MediaId16K: media.put('voice', bytes),
        ...recognised,
      };
    }
    case 'video':
    case 'shortvideo':
      return {
        MsgType: message.is,
        MediaId: media.put('video', message.bytes),
        ThumbMediaId: media.put('thumb', message.bytes),
      };
    case 'location':
      return {
        MsgType: 'location',
        Location_X: message.latitude,
        Location_Y: message.longitude,
        Scale: message.scale ?? 16,
        Label: message.label,
      };
    case 'link':
      return { MsgType: 'link', Title: message.title, Description: message.description, Url: message.url };
    case 'subscribe':
      return event('subscribe', {
        EventKey: message.scene === undefined ? '' : `qrscene_${message.scene}`,
        ...(message.scene === undefined ? {} : { Ticket: `ticket-${message.scene}` }),
      });
    case 'unsubscribe':
      return event('unsubscribe', { EventKey: '' });
    case 'SCAN':
      return event('SCAN', { EventKey: message.scene, Ticket: `ticket-${message.scene}` });
    case 'CLICK':
      return event('CLICK', { EventKey: message.key });
    case 'VIEW':
      return event('VIEW', { EventKey: message.url, MenuId: 1 });
    case 'LOCATION':
      return event('LOCATION', {
        Latitude: message.latitude,
        Longitude: message.longitude,
        Precision: message.precision ?? 119.385,
      });
    case 'kf_create_session':
    case 'kf_close_session':
      return event(message.is, { KfAccount: message.account });
    case 'kf_switch_session':
      return event(message.is, { FromKfAccount: message.account, ToKfAccount: message.to });
  }
}

/** A message as the platform writes it. MsgId is a 64-bit number; events have none. */
export function fieldsOf(message: WechatMessage, stamp: Stamp): Fields {
  return {
    ToUserName: stamp.ghId,
    FromUserName: message.from,
    CreateTime: stamp.createTime,
    ...own(message, stamp),
    ...(stamp.msgId === '' ? {} : { MsgId: BigInt(stamp.msgId) }),
  };
}
