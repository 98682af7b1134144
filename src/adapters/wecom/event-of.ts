import type { Talk, Unreadable } from '../../bot/message.ts';
import { UNREADABLE_LINES } from '../../bot/say-unreadable.ts';
import type { Said } from '../vendor/hear-said.ts';
import type { SyncedItem } from './synced-item.ts';
import { talkOf } from './wecom-parts.ts';

interface Happened {
  /** The msgid of its entry. */
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly talk: Talk;
}

/** What came from WeCom. Plain JSON: it waits in the inbox. */
export type WecomEvent = Happened &
  (
    | { readonly is: 'said'; readonly said: Said; readonly menu?: string }
    | { readonly is: 'servicer-said'; readonly text: string }
    /** The conversation was opened; the code is for a welcome. */
    | { readonly is: 'entered'; readonly code: string }
    /** 1 from the pool to a servicer, 2 to another one, 3 over, 4 begun again by a servicer. */
    | { readonly is: 'session'; readonly change: number; readonly code?: string }
    /** A message of ours did not arrive. */
    | { readonly is: 'not-arrived'; readonly msgid: string; readonly failType: number }
  );

const UNREADABLE: Readonly<Record<string, Unreadable>> = {
  image: 'picture',
  voice: 'voice',
  video: 'video',
  file: 'file',
  location: 'location',
  link: 'link',
  channels: 'link',
  business_card: 'card',
  miniprogram: 'card',
};

const CUSTOMER = 3;
const SERVICER = 5;

/** Undefined for what changes nothing here. */
export function eventOf(item: SyncedItem): WecomEvent | undefined {
  const { msgid: id, origin, event } = item;
  const account = item.open_kfid ?? event?.open_kfid;
  const customer = item.external_userid ?? event?.external_userid;
  if (!account || !customer) return undefined;
  const happened: Happened = {
    id,
    at: new Date(item.send_time * 1_000).toISOString(),
    talk: talkOf(account, customer),
  };
  if (event) return heardOf(happened, event);
  if (origin === CUSTOMER) return saidBy(happened, item);
  if (origin === SERVICER) return { ...happened, is: 'servicer-said', text: textOf(item) };
  return undefined;
}

function heardOf(happened: Happened, event: NonNullable<SyncedItem['event']>): WecomEvent | undefined {
  const { event_type, welcome_code, fail_msgid, fail_type = 0, change_type, msg_code } = event;
  switch (event_type) {
    case 'enter_session':
      return welcome_code ? { ...happened, is: 'entered', code: welcome_code } : undefined;
    case 'session_status_change':
      if (change_type === undefined) return undefined;
      return { ...happened, is: 'session', change: change_type, ...(msg_code && { code: msg_code }) };
    case 'msg_send_fail':
      return fail_msgid ? { ...happened, is: 'not-arrived', msgid: fail_msgid, failType: fail_type } : undefined;
    case 'user_recall_msg':
      return { ...happened, is: 'said', said: { ...happened, text: '', media: [], unreadable: 'recalled' } };
    default:
      return undefined;
  }
}

/** What stands for a message that is too large or of a kind that WeCom does not hand on. */
const NOT_SHOWN = /^【收到不支持的消息类型/;

function saidBy({ id, at, talk }: Happened, { msgtype, text, image }: SyncedItem): WecomEvent {
  const menu = text?.menu_id;
  const words = (text?.content || menu) ?? '';
  const isText = msgtype === 'text' && words !== '' && !NOT_SHOWN.test(words);
  const said: Said = {
    ...{ id, at, talk },
    text: isText ? words : '',
    media: msgtype === 'image' && image ? [image.media_id] : [],
    ...(!isText && !(msgtype === 'image' && image) && { unreadable: kindOf(msgtype) }),
  };
  return { id, at, talk, is: 'said', said, ...(menu && { menu }) };
}

function textOf({ msgtype, text }: SyncedItem): string {
  return text?.content || UNREADABLE_LINES[kindOf(msgtype)].replace('发来', '发出');
}

function kindOf(msgtype: string): Unreadable {
  if (msgtype === 'text') return 'other';
  return UNREADABLE[msgtype] ?? (msgtype.startsWith('channels') ? 'link' : 'other');
}
