/** A card as people see it now. */
export interface CardState {
  readonly outTrackId: string;
  readonly template: string;
  /** openConversationId, or the user id of a single chat. */
  readonly to: string;
  readonly space: 'IM_GROUP' | 'IM_ROBOT';
  readonly callback: 'STREAM' | 'HTTP';
  readonly routeKey?: string;
  readonly params: Readonly<Record<string, string>>;
  /** What single people see instead, by user id. */
  readonly privateParams: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Streamed fields. */
  readonly streams: Readonly<
    Record<string, { readonly content: string; readonly ended: boolean; readonly failed: boolean }>
  >;
  /** guids of streaming calls already applied. */
  readonly guids: readonly string[];
}

type Params = Readonly<Record<string, unknown>>;

const KEY_BYTES = 100;
const VALUE_BYTES = 1024;

/** What is wrong with a cardParamMap: values must be text of at most 1 KB, keys at most 100 bytes. */
export function paramFault(params: unknown): string | undefined {
  if (params === undefined) return undefined;
  if (typeof params !== 'object' || params === null || Array.isArray(params)) return 'cardParamMap is no object';
  for (const [key, value] of Object.entries(params)) {
    if (typeof value !== 'string') return `cardParamMap.${key} is not text`;
    if (Buffer.byteLength(key) > KEY_BYTES) return `the key ${key} is over ${KEY_BYTES} bytes`;
    if (Buffer.byteLength(value) > VALUE_BYTES) return `cardParamMap.${key} is over ${VALUE_BYTES} bytes`;
  }
  return undefined;
}

/** The part of a create, an update or a callback answer that changes a card. */
export interface CardChange {
  readonly cardData?: { readonly cardParamMap?: Params };
  /** By user id in calls; a callback answer has one cardParamMap, for the person who clicked. */
  readonly privateData?: Readonly<Record<string, { readonly cardParamMap?: Params }>>;
  readonly cardUpdateOptions?: {
    readonly updateCardDataByKey?: boolean;
    readonly updatePrivateDataByKey?: boolean;
  };
}

const texts = (params: Params = {}): Readonly<Record<string, string>> => params as Readonly<Record<string, string>>;

/** The card after a change. Without `…ByKey` the new params replace all old ones. */
export function changedCard(card: CardState, { cardData, privateData = {}, cardUpdateOptions }: CardChange): CardState {
  const merge = cardUpdateOptions?.updateCardDataByKey === true;
  const mergePrivate = cardUpdateOptions?.updatePrivateDataByKey === true;
  const privateParams = { ...card.privateParams };
  for (const [user, { cardParamMap }] of Object.entries(privateData)) {
    privateParams[user] = { ...(mergePrivate ? privateParams[user] : {}), ...texts(cardParamMap) };
  }
  const params = cardData ? { ...(merge ? card.params : {}), ...texts(cardData.cardParamMap) } : card.params;
  return { ...card, params, privateParams };
}

export interface CardStream {
  readonly guid: string;
  readonly key: string;
  readonly content: string;
  readonly isFull: boolean;
  readonly isFinalize: boolean;
  readonly isError: boolean;
}

/** The card after a streaming call: the whole field, or more of it; a guid seen before changes nothing. */
export function streamedCard(card: CardState, step: CardStream): CardState {
  if (card.guids.includes(step.guid)) return card;
  const before = card.streams[step.key]?.content ?? '';
  const content = step.isFull ? step.content : before + step.content;
  const field = { content, ended: step.isFinalize, failed: step.isError };
  return { ...card, guids: [...card.guids, step.guid], streams: { ...card.streams, [step.key]: field } };
}
