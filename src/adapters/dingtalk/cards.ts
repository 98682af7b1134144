import { ChannelError } from '../../bot/channel-error.ts';
import type { Line, OutcomeKind, Talk } from '../../bot/message.ts';
import { phrases } from '../../bot/phrases.ts';
import type { DingtalkConfig } from '../vendor/channel-configs.ts';
import type { DingtalkApi } from './api.ts';
import { isSingle } from './parse-robot-message.ts';

/** Choices that a card has buttons for; the template has as many. */
const MOST_BUTTONS = 8;

/** What may be offered beside the choices of an answer. After what nothing was found for, nothing is solved. */
const BESIDE: Readonly<Partial<Record<OutcomeKind, readonly ('person' | 'solved')[]>>> = {
  answer: ['person', 'solved'],
  finding: ['person', 'solved'],
  'not-covered': ['person'],
};

/** A card with buttons, as `DINGTALK_CARD_TEMPLATE_ID` shows it: empty values hide their buttons. */
interface Card {
  /** Ours, unique: creating it again makes no second one. */
  readonly outTrackId: string;
  readonly params: Readonly<Record<string, string>>;
}

type Asking = Pick<Line, 'by' | 'choices' | 'outcome'>;

/**
 * What the buttons of a line say, by the name of their variable. Undefined where the line needs no card, or has too
 * many choices for one. `called`: a person is being called already.
 */
export function buttonsOf(
  { by, choices = [], outcome }: Asking,
  { called = false } = {},
): Readonly<Record<string, string>> | undefined {
  const beside = by === 'bot' && outcome && !called ? (BESIDE[outcome.kind] ?? []) : [];
  const more = beside.filter((name) => !choices.includes(phrases[name]));
  if (choices.length > MOST_BUTTONS || choices.length + more.length === 0) return undefined;
  const own = Object.fromEntries(choices.map((choice, at) => [`b${at + 1}`, choice]));
  return { ...own, ...Object.fromEntries(more.map((name) => [name, phrases[name]])) };
}

export function cardOf(
  talk: string,
  line: Asking & Pick<Line, 'seq'>,
  options: { readonly called?: boolean },
): Card | undefined {
  const buttons = buttonsOf(line, options);
  if (!buttons) return undefined;
  return {
    outTrackId: `line-${line.seq}-${talk}`,
    params: paramsOf('点一下就能回复，也可以直接打字。', buttons),
  };
}

/** All variables of the template, for a card that nobody has pressed yet. */
export function paramsOf(hint: string, buttons: Readonly<Record<string, string>>): Card['params'] {
  const names = [...Array.from({ length: MOST_BUTTONS }, (_, at) => `b${at + 1}`), 'person', 'solved'];
  const all = Object.fromEntries(names.map((name) => [name, buttons[name] ?? '']));
  return { hint, ...all, state: 'open', picked: '' };
}

/** The talk and the number of the line that a card belongs to. */
export function lineOfCard(outTrackId: string): { readonly talk: string; readonly seq: number } | undefined {
  const [, seq, talk] = /^line-(\d{1,9})-(.+)$/.exec(outTrackId) ?? [];
  return talk === undefined ? undefined : { talk, seq: Number(seq) };
}

/** Shows a card in the chat of a talk, or in a group. Throws `refused` where it cannot be shown there. */
export async function showCard(
  api: DingtalkApi,
  { cardTemplateId, mode, clientId }: DingtalkConfig,
  to: Pick<Talk, 'room' | 'user'> & { readonly channel: 'dingtalk' },
  { outTrackId, params }: Card,
): Promise<void> {
  const single = isSingle(to);
  try {
    const { result } = await api.call('POST', '/v1.0/card/instances/createAndDeliver', {
      cardTemplateId,
      outTrackId,
      callbackType: mode === 'stream' ? 'STREAM' : 'HTTP',
      ...(mode === 'http' && { callbackRouteKey: routeKeyOf(clientId) }),
      cardData: { cardParamMap: params },
      openSpaceId: single ? `dtv1.card//IM_ROBOT.${to.user}` : `dtv1.card//IM_GROUP.${to.room}`,
      ...(single
        ? { imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT', robotCode: clientId } }
        : { imGroupOpenDeliverModel: { robotCode: clientId } }),
    });
    const shown = (result as { readonly deliverResults?: readonly { readonly success?: unknown }[] } | undefined)
      ?.deliverResults;
    if (shown?.some(({ success }) => success === false))
      throw new ChannelError('dingtalk', 'refused', '钉钉没有把卡片投到这个会话。');
  } catch (error) {
    // An earlier try made it, and its answer was lost.
    if (error instanceof ChannelError && error.message.includes('cardAlreadyExist')) return;
    throw error;
  }
}

/** How a card looks from now on, where nobody has just clicked on it. */
export async function changeCard(api: DingtalkApi, outTrackId: string, params: Card['params']): Promise<void> {
  await api.call('PUT', '/v1.0/card/instances', {
    ...{ outTrackId, cardData: { cardParamMap: params } },
    cardUpdateOptions: { updateCardDataByKey: true },
  });
}

/** Whether an error says that a card will never be shown there. */
export function isNoCard(error: unknown): error is ChannelError {
  return error instanceof ChannelError && (error.fault === 'refused' || error.fault === 'config');
}

/** Which registered address gets the clicks, in HTTP mode. */
export function routeKeyOf(clientId: string): string {
  return `beian-${clientId}`;
}
