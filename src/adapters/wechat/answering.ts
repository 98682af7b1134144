import type { ServerResponse } from 'node:http';
import type { Answered } from '../../bot/message.ts';
import type { Reception } from '../vendor/reception.ts';
import { type Carried, carry } from './carry.ts';
import { eventOf } from './event-of.ts';
import type { Exchanges } from './exchange.ts';
import type { PassiveAnswer } from './passive-answer.ts';
import { askAgain, sendFirst, wantsPerson } from './platform-desk.ts';
import type { Pushed } from './read-push.ts';
import { showTyping } from './typing.ts';
import type { Wechat } from './wechat.ts';
import type { WechatEvent } from './work.ts';

/** Has a push worked on, and answers it with what came of it: a text, or that the platform's own desk takes over. */
export function answering(
  wechat: Wechat,
  reception: Pick<Reception<WechatEvent>, 'take'>,
  exchanges: Exchanges,
): (pushed: Pushed, response: ServerResponse) => Promise<PassiveAnswer | undefined> {
  const { config, parts } = wechat;
  return async (pushed, response) => {
    const arrived = eventOf(wechat, pushed);
    const talk = { channel: 'wechat', room: config.appId, user: pushed.openid } as const;
    const idOf = async (): Promise<string | undefined> => (await parts.store.byTalk(talk))?.id;
    const transfers = (answered: Answered | undefined): boolean =>
      config.desk === 'platform' && pushed.is === 'said' && wantsPerson(answered);
    return exchanges.answer(
      arrived.id,
      {
        async take() {
          const received = await reception.take(arrived);
          if (received.fresh && pushed.is === 'said') void received.answered.then(showTyping(wechat, pushed.openid));
          return received;
        },
        async carry(answered): Promise<Carried | undefined> {
          const id = await idOf();
          if (id === undefined) return undefined;
          if (!transfers(answered)) return carry(wechat, id);
          await sendFirst(wechat, id);
          return { content: { MsgType: 'transfer_customer_service' }, async arrived() {}, async lost() {} };
        },
        async missed(answered) {
          const id = await idOf();
          if (id !== undefined && transfers(answered)) await askAgain(wechat, id);
        },
      },
      response,
    );
  };
}
