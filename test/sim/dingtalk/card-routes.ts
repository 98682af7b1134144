import { jsonBody, type SimAnswer, type SimRequest, type SimRoute } from '../request.ts';
import { type CardChange, type CardState, changedCard, paramFault, streamedCard } from './cards.ts';
import { refusal } from './refusal.ts';
import type { World } from './world.ts';

type Json = Readonly<Record<string, unknown>>;

const STREAM_BYTES = 1024;
const STREAM_TOTAL_BYTES = 3 * 1024;
const SPACE = /^dtv1\.card\/\/(IM_GROUP|IM_ROBOT)\.(.+)$/;

export interface CardDesk {
  readonly cards: Map<string, CardState>;
  /** routeKey → where its callbacks go. */
  readonly callbacks: Map<string, { readonly url: string; readonly apiSecret: string }>;
  /** Cards whose click waits for its answer; they must not be updated meanwhile. */
  readonly clicking: Set<string>;
  readonly routes: Readonly<Record<string, SimRoute>>;
}

const done = (result: unknown): SimAnswer => ({ body: { success: true, result } });

/** Creating, updating and streaming cards. The codes but `param.cardAlreadyExist` are the simulator's own words. */
export function cardDesk({ record, chats, app }: World): CardDesk {
  const cards = new Map<string, CardState>();
  const callbacks: CardDesk['callbacks'] = new Map();
  const clicking = new Set<string>();
  const wrong = ({ method, path }: SimRequest, what: string): SimAnswer => {
    record.violations.push(`${method} ${path}: ${what}`);
    return refusal('param.error', what);
  };
  const dataFault = (body: Json): string | undefined => {
    const { cardData, privateData = {} } = body as CardChange;
    const maps = [cardData?.cardParamMap, ...Object.values(privateData).map((one) => one?.cardParamMap)];
    return maps.map(paramFault).find((fault) => fault !== undefined);
  };
  const held = (body: Json): CardState | undefined => cards.get(String(body.outTrackId));

  const create: SimRoute = (request) => {
    const body = jsonBody(request) ?? {};
    const { cardTemplateId, outTrackId, callbackType = 'HTTP', callbackRouteKey, openSpaceId } = body;
    const [, space, to = ''] = SPACE.exec(String(openSpaceId)) ?? [];
    if (typeof cardTemplateId !== 'string' || typeof outTrackId !== 'string' || outTrackId === '') {
      return wrong(request, 'cardTemplateId and outTrackId are required');
    }
    if (cards.has(outTrackId)) return refusal('param.cardAlreadyExist', 'outTrackId 已存在');
    if (space !== 'IM_GROUP' && space !== 'IM_ROBOT') return wrong(request, 'openSpaceId is no group or robot chat');
    if (callbackType !== 'STREAM' && callbackType !== 'HTTP') return wrong(request, 'callbackType is not known');
    const model = (space === 'IM_GROUP' ? body.imGroupOpenDeliverModel : body.imRobotOpenDeliverModel) as Json;
    if (space === 'IM_GROUP' && model?.robotCode !== app.robotCode) return wrong(request, 'no robotCode to deliver as');
    if (space === 'IM_ROBOT' && model?.spaceType !== 'IM_ROBOT') return wrong(request, 'no spaceType IM_ROBOT');
    const fault = dataFault(body);
    if (fault) return wrong(request, fault);
    const routeKey = typeof callbackRouteKey === 'string' ? { routeKey: callbackRouteKey } : {};
    const blank: CardState = {
      ...{ outTrackId, template: cardTemplateId, to, space, callback: callbackType, ...routeKey },
      ...{ params: {}, privateParams: {}, streams: {}, guids: [] },
    };
    const present = space === 'IM_GROUP' ? chats.groups.get(to) === 'known' : chats.people.get(to) === 'known';
    const success = present && request.fault !== 'partialSuccess';
    if (success) {
      cards.set(outTrackId, changedCard(blank, body as CardChange));
      chats.show(to, { via: 'card', kind: 'card', text: outTrackId, mentions: [], body });
    }
    const errorMsg = success ? '' : '投放失败';
    return done({ outTrackId, deliverResults: [{ spaceId: to, spaceType: space, success, errorMsg }] });
  };

  const update: SimRoute = (request) => {
    const body = jsonBody(request) ?? {};
    const card = held(body);
    if (!card) return refusal('param.cardNotExist', 'outTrackId 不存在');
    if (clicking.has(card.outTrackId)) return wrong(request, 'a card was updated inside its own callback');
    const fault = dataFault(body);
    if (fault) return wrong(request, fault);
    cards.set(card.outTrackId, changedCard(card, body as CardChange));
    return done(true);
  };

  const stream: SimRoute = (request) => {
    const body = jsonBody(request) ?? {};
    const card = held(body);
    if (!card) return refusal('param.cardNotExist', 'outTrackId 不存在');
    const { guid, key, content, isFull = false, isFinalize = false, isError = false } = body;
    if (typeof guid !== 'string' || typeof key !== 'string' || typeof content !== 'string') {
      return wrong(request, 'guid, key and content are required');
    }
    if (typeof isFull !== 'boolean' || typeof isFinalize !== 'boolean' || typeof isError !== 'boolean') {
      return wrong(request, 'isFull, isFinalize and isError are true or false');
    }
    const next = streamedCard(card, { guid, key, content, isFull, isFinalize, isError });
    if (next !== card && card.streams[key]?.ended) return wrong(request, `${key} was finalized already`);
    const total = Buffer.byteLength(next.streams[key]?.content ?? '');
    if (!isFull && Buffer.byteLength(content) > STREAM_BYTES) return wrong(request, 'content is over 1 KB');
    if (total > STREAM_TOTAL_BYTES) record.violations.push(`PUT ${request.path}: ${key} is over 3 KB in all`);
    cards.set(card.outTrackId, next);
    return done(true);
  };

  const register: SimRoute = (request) => {
    const { apiSecret = app.appSecret, callbackUrl, callbackRouteKey, forceUpdate } = jsonBody(request) ?? {};
    if (typeof callbackUrl !== 'string' || typeof callbackRouteKey !== 'string' || typeof apiSecret !== 'string') {
      return wrong(request, 'callbackUrl, callbackRouteKey and apiSecret are text');
    }
    if (callbacks.has(callbackRouteKey) && forceUpdate !== true) {
      return refusal('param.callbackRouteKeyExist', 'callbackRouteKey 已注册');
    }
    callbacks.set(callbackRouteKey, { url: callbackUrl, apiSecret });
    return done({ callbackUrl, apiSecret });
  };

  const routes = {
    'POST /v1.0/card/instances/createAndDeliver': create,
    'PUT /v1.0/card/instances': update,
    'PUT /v1.0/card/streaming': stream,
    'POST /v1.0/card/callbacks/register': register,
  };
  return { cards, callbacks, clicking, routes };
}
