import { openPush } from './attempts.ts';
import type { CardDesk } from './card-routes.ts';
import { type CardChange, changedCard, paramFault } from './cards.ts';
import type { Attempt, DingTalkCtl } from './ctl.ts';
import { httpAttempt } from './http-attempt.ts';
import { cardHeaders } from './sign.ts';
import type { StreamLines } from './stream-lines.ts';
import type { World } from './world.ts';

export const CARD_TOPIC = '/v1.0/card/instances/callback';

interface CallbackAnswer extends Omit<CardChange, 'privateData'> {
  readonly userPrivateData?: { readonly cardParamMap?: Readonly<Record<string, unknown>> };
}

/** The change an answer asks for; over Stream it is wrapped in `response`. */
const read = (data: string, wrapped: boolean): CallbackAnswer => {
  const value = (data === '' ? {} : JSON.parse(data)) as { readonly response?: unknown };
  return ((wrapped ? value.response : value) || {}) as CallbackAnswer;
};

/** Somebody presses a button of a card; the answer changes the card if it comes in time. */
export function cardClick(world: World, desk: CardDesk, lines: StreamLines): DingTalkCtl['clickCard'] {
  const { clock, record, settings, app, lost, random } = world;

  const apply = (outTrackId: string, user: string, wrapped: boolean, answer: NonNullable<Attempt['answer']>): void => {
    const card = desk.cards.get(outTrackId);
    if (!card || answer.code !== 200) return;
    try {
      const { cardData, userPrivateData, cardUpdateOptions } = read(answer.data, wrapped);
      const fault = paramFault(cardData?.cardParamMap) ?? paramFault(userPrivateData?.cardParamMap);
      if (fault) record.violations.push(`card callback ${outTrackId}: ${fault}`);
      else {
        const change: CardChange = {
          ...(cardData ? { cardData } : {}),
          ...(userPrivateData ? { privateData: { [user]: userPrivateData } } : {}),
          ...(cardUpdateOptions ? { cardUpdateOptions } : {}),
        };
        desk.cards.set(outTrackId, changedCard(card, change));
      }
    } catch {
      record.violations.push(`card callback ${outTrackId}: the answer is no JSON`);
    }
  };

  return (outTrackId, user, params, { actionId = random.id(6), sign = 'good' } = {}) => {
    const push = openPush(`click${random.id(12)}`);
    const card = desk.cards.get(outTrackId);
    const lose = (reason: string) => {
      lost.push({ id: push.id, reason });
      return push;
    };
    if (!card) return lose(`no card ${outTrackId}`);
    const body = JSON.stringify({
      type: 'actionCallback',
      outTrackId,
      corpId: app.corpId,
      userId: user,
      userIdType: 1,
      spaceType: card.space,
      spaceId: card.to,
      content: JSON.stringify({ cardPrivateData: { actionIds: [actionId], params } }),
    });
    const within = settings.cardAnswerMs;
    const clicked = clock.now();
    const make = (): Attempt | undefined => {
      if (card.callback === 'STREAM') return lines.send({ type: 'CALLBACK', topic: CARD_TOPIC, data: body }, within);
      const callback = desk.callbacks.get(card.routeKey ?? '');
      if (!callback) return undefined;
      const headers = cardHeaders(clock.now(), callback.apiSecret, sign);
      return httpAttempt(world, { url: callback.url, headers, body }, within);
    };
    const attempt = make();
    if (!attempt) return lose(card.callback === 'STREAM' ? 'no connection to deliver it to' : 'no callback registered');
    push.attempts.push(attempt);
    desk.clicking.add(outTrackId);
    attempt.answered.then((answer) => {
      desk.clicking.delete(outTrackId);
      if (answer && answer.at - clicked < within) apply(outTrackId, user, card.callback === 'STREAM', answer);
    });
    return push;
  };
}
