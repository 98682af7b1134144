import { createHash } from 'node:crypto';
import type { Unreadable } from '../../bot/message.ts';
import type { Fields } from '../vendor/callback/fields.ts';

/** What a push is about, once it is known to be the platform's. Plain JSON. */
export type Pushed = {
  /** The same for each delivery of the same push. */
  readonly id: string;
  /** The user, and the account as the platform names it. */
  readonly openid: string;
  readonly account: string;
} & Happened;

type Happened =
  | { readonly is: 'said'; readonly text: string; readonly media: readonly string[]; readonly unreadable?: Unreadable }
  /** Came to us, and said nothing yet. */
  | { readonly is: 'came' }
  /** Pressed a button of the menu. */
  | { readonly is: 'pressed'; readonly key: string }
  /** No longer wants to hear of us. */
  | { readonly is: 'left' };

const UNREADABLE: Readonly<Record<string, Unreadable>> = {
  video: 'video',
  shortvideo: 'video',
  location: 'location',
  link: 'link',
  file: 'file',
  miniprogrampage: 'card',
};

/** What the platform writes in place of what it does not hand on: stickers of people's own, and the like. */
const NOT_SHOWN = /^\s*$|^【收到不支持的消息类型/;

/** Undefined for what is nobody's doing, or needs no answer. */
export function readPush(fields: Fields): Pushed | undefined {
  const { FromUserName: openid, ToUserName: account } = fields;
  if (!openid || !account) return undefined;
  const happened = fields.MsgType === 'event' ? happenedIn(fields) : saidIn(fields);
  return happened && { id: idOf(fields, openid), openid, account, ...happened };
}

function saidIn({ MsgType = '', Content = '', MediaId, Recognition = '' }: Fields): Happened | undefined {
  switch (MsgType) {
    case '':
      return undefined;
    case 'text':
      return NOT_SHOWN.test(Content) ? said('', 'other') : said(Content);
    case 'image':
      return MediaId ? { ...said(''), media: [MediaId] } : said('', 'picture');
    case 'voice':
      return said(Recognition, Recognition.trim() === '' ? 'voice' : undefined);
    default:
      return said('', Object.hasOwn(UNREADABLE, MsgType) ? UNREADABLE[MsgType] : 'other');
  }
}

function said(text: string, unreadable?: Unreadable) {
  return { is: 'said' as const, text: text.trim(), media: [], ...(unreadable && { unreadable }) };
}

function happenedIn({ Event, EventKey = '' }: Fields): Happened | undefined {
  switch (Event?.toLowerCase()) {
    case 'subscribe':
    case 'scan':
      return { is: 'came' };
    case 'click':
      return { is: 'pressed', key: EventKey.trim() };
    case 'unsubscribe':
      return { is: 'left' };
    default:
      return undefined;
  }
}

/** The platform's own id of a message; of an event, which has none, what makes it one. */
function idOf(fields: Fields, openid: string): string {
  if (fields.MsgId && fields.MsgType !== 'event') return fields.MsgId;
  const { CreateTime = '', MsgType = '', Event = '', EventKey = '' } = fields;
  const whole = MsgType === 'event' ? [openid, CreateTime, Event, EventKey] : [openid, JSON.stringify(fields)];
  return createHash('sha256').update(whole.join('\n')).digest('base64url');
}
