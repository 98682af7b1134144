import { talkKey } from '../../bot/message.ts';
import { phrases } from '../../bot/phrases.ts';
import { later } from '../../handoff/later.ts';
import type { Arrived } from '../vendor/reception.ts';
import type { Pushed } from './read-push.ts';
import type { Wechat } from './wechat.ts';
import type { WechatEvent } from './work.ts';

/** Milliseconds for which the answer to a push may carry what was said: all its deliveries, and a little. */
const CARRIED = { once: 6_000, again: 20_000 };

/** The platform gives no menu button to its own desk. */
const WRITE_IT = `要找人工客服，请在这里发“${phrases.person}”。`;

/** A push as it is kept until it is worked on. */
export function eventOf({ config, parts }: Wechat, pushed: Pushed): Arrived<WechatEvent> {
  const now = parts.time.now().toISOString();
  const talk = { channel: 'wechat', room: config.appId, user: pushed.openid } as const;
  const told = (text?: string): WechatEvent => ({ is: 'told', talk, at: now, ...(text !== undefined && { text }) });
  const said = (text: string, more: Partial<Extract<Pushed, { is: 'said' }>> = {}): WechatEvent => ({
    is: 'said',
    pressed: pushed.is === 'pressed',
    said: {
      ...{ id: pushed.id, at: now, talk, text, media: more.media ?? [] },
      ...(more.unreadable && { unreadable: more.unreadable }),
      carriedUntil: later(now, config.verified ? CARRIED.once : CARRIED.again),
      ...(config.desk === 'platform' && { platformDesk: true }),
    },
  });
  const event = (): WechatEvent => {
    switch (pushed.is) {
      case 'said':
        return said(pushed.text, pushed);
      case 'left':
        return { is: 'left', talk };
      case 'came':
        return told();
      case 'pressed': {
        if (pushed.key === phrases.person && config.desk === 'platform') return told(WRITE_IT);
        const offered = [...parts.welcome().flatMap(({ choices = [] }) => choices), ...ALWAYS];
        return offered.includes(pushed.key) ? said(pushed.key) : told();
      }
    }
  };
  return { id: pushed.id, key: talkKey(talk), at: now, event: event() };
}

/** What can be said at any time, beside the topics. */
const ALWAYS: readonly string[] = [
  phrases.person,
  phrases.leaveMessage,
  phrases.eraseMine,
  phrases.withdrawMine,
  '重新开始',
  '下载我的数据',
];
