/** Where DingTalk's pages, SDKs and users contradict each other, and what a test wants harsher. */
export interface DingTalkSettings {
  /** Status of a refused token (the code table says 400, an SDK says 401). */
  tokenErrorStatus: 400 | 401;
  /** Tickets with `+ / = &` in them, which must be URL-encoded. */
  oddTickets: boolean;
  /** Whether a robot message comes again after 60 s (same msgId, new frame): the page says never, users report it. */
  redeliver60s: 'never' | 'unacked' | 'always';
  /** How often each robot message is sent. */
  duplicate: number;
  /** Messages are held until this many are there, then sent in another order; 0 sends at once. */
  outOfOrder: number;
  /** Where a 20001 push carries its words (two pages differ). */
  quotaWords: 'errorMessage' | 'errMsg';
  /** Where HTTP mode puts the text of a text message: one sample page has it in top-level `content`. */
  textAt: 'text' | 'content';
  /** errcode of more than 20 webhook messages a minute (older SDKs know 130101). */
  webhookBusyCode: 410100 | 130101;
  /** Whether a session webhook of a single chat may be used (one page says groups only). */
  webhookInSingle: boolean;
  /** The most userIds of one batchSend (the table says 20, the error text 100). */
  userIdsMax: number;
  /** Ms within which a card callback must be answered (an older page says 1200). */
  cardAnswerMs: number;
  /** Calls of one IP in 20 s before it is blocked for 5 min. */
  ipCalls: number;
  /** The body of a blocked IP. */
  ipBody: 'json' | 'html';
}

export const usualSettings: DingTalkSettings = {
  tokenErrorStatus: 400,
  oddTickets: false,
  redeliver60s: 'never',
  duplicate: 1,
  outOfOrder: 0,
  quotaWords: 'errorMessage',
  textAt: 'text',
  webhookBusyCode: 410100,
  webhookInSingle: true,
  userIdsMax: 20,
  cardAnswerMs: 2_000,
  ipCalls: 10_000,
  ipBody: 'json',
};
