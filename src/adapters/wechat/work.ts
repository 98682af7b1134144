import { type Answered, outcome, type Talk } from '../../bot/message.ts';
import type { Receive } from '../../bot/ports.ts';
import { hearSaid, type Said } from '../vendor/hear-said.ts';
import { openTalkOf } from '../vendor/open-talk-of.ts';
import type { RememberedMedia } from '../vendor/remembered-media.ts';
import { sayUnasked } from '../vendor/say-unasked.ts';
import { asksToGoOn } from './go-on.ts';
import { forgetIdentity, identityOf } from './identity.ts';
import { loadPicture } from './media.ts';
import type { Wechat } from './wechat.ts';
import { openedByComing, openedByWriting } from './windows.ts';

/** What a push comes to for the desk. Plain JSON: it waits in the inbox. */
export type WechatEvent =
  | { readonly is: 'said'; readonly said: Said & { readonly carriedUntil: string }; readonly pressed: boolean }
  /** Told something that the desk always tells. */
  | { readonly is: 'told'; readonly talk: Talk; readonly at: string; readonly text?: string }
  | { readonly is: 'left'; readonly talk: Talk };

interface WorkParts {
  readonly wechat: Wechat;
  readonly receive: Receive;
  readonly remembered: RememberedMedia;
}

/** Nothing but what waits in the outbox. */
const NOTHING: Answered = { messages: [], outcome: outcome('silent') };
/** Nobody else sends what is to be carried: the answer takes it right away. */
const UNHEARD = { publish() {} };

/** Does what a push asks for. `last`: it is not tried again. */
export async function work(
  { wechat, receive, remembered }: WorkParts,
  event: WechatEvent,
  last: boolean,
): Promise<Answered> {
  const { parts, api } = wechat;
  const { store, welcome } = parts;
  if (event.is === 'left') {
    await forget(wechat, event.talk);
    return NOTHING;
  }
  if (event.is === 'told') {
    const { id } = await openTalkOf(store, event.talk, event.at);
    await openedByComing(store, id, event.at);
    const replies = event.text === undefined ? welcome() : [{ text: event.text }];
    await sayUnasked({ store, bus: UNHEARD }, id, replies, event.at);
    return NOTHING;
  }
  const { said, pressed } = event;
  const { id } = await openTalkOf(store, said.talk, said.at);
  await (pressed ? openedByComing : openedByWriting)(store, id, said.at);
  // What waited for them goes first, and with the answer.
  await store.unpark(id, said.carriedUntil);
  if (asksToGoOn(said.text) && (await store.underWay(id)).length > 0) return NOTHING;
  void recognise(wechat, id, said.talk.user);
  const load = (media: string) => loadPicture(api, media);
  return hearSaid({ store, receive, load, remembered, numbered: () => true }, said, last);
}

/** Finds out who it is, beside the turn: no answer waits for it. */
async function recognise(wechat: Wechat, talk: string, openid: string): Promise<void> {
  try {
    const identity = await identityOf(wechat, openid);
    if (identity !== undefined) await wechat.parts.store.setIdentity(talk, identity);
  } catch (error) {
    wechat.parts.log.info({ channel: 'wechat', err: error }, '没有查到 UnionID');
  }
}

/** Erases all that there is of somebody who no longer follows the account, as the platform's documentation asks. */
async function forget(wechat: Wechat, talk: Talk): Promise<void> {
  const { store, vault, bus } = wechat.parts;
  await forgetIdentity(wechat, talk.user);
  const record = await store.byTalk(talk);
  if (!record) return;
  await vault.erase(record.id);
  await store.erase(record.id);
  bus.publish(record.id);
}
