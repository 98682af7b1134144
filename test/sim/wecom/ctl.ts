import type { SimClock } from '../clock.ts';
import type { Fault } from '../faults.ts';
import type { Pushed } from '../push.ts';
import type { SimRequest } from '../request.ts';
import type { SyncItem, WecomMessage } from './message.ts';

/** A corp with one 客服帐号 and the service behind it. */
export interface WecomOptions {
  readonly clock: SimClock;
  readonly seed: number;
  readonly corpId: string;
  readonly secret: string;
  readonly token: string;
  /** EncodingAESKey, 43 characters. */
  readonly aesKey: string;
  readonly openKfId: string;
  /** Userids of the 接待人员 who are receiving from the start. */
  readonly servicers?: readonly string[];
  /** The callback address of the service; may be named later by `ctl.pushTo`. */
  readonly pushTo?: string;
  /** Port of the API; any free one if left out. */
  readonly port?: number;
  readonly rules?: Partial<WecomRules>;
}

/** Where sources disagree, or where a corp may be set up otherwise. Unnamed rules are the stricter reading. */
export interface WecomRules {
  /** 0, 1 and 2 may go to 4 by API. Off: only 3 may. */
  readonly allowEndFromAny: boolean;
  /** 0 and 1 may go to 1 by API. Off: the official table knows no way into 1 but 智能助手 of the back office. */
  readonly allowToBot: boolean;
  /** The state a new enquiry starts in: 0, or 1 where 智能助手 receives first. */
  readonly firstState: 0 | 1;
  /** Whom the envelope is addressed to: the corp id, a suite id, or nobody. */
  readonly receiver: string;
  /** Most entries a page of sync_msg holds, whatever `limit` says. 1000. */
  readonly pageSize: number;
  /** Calls of one API per minute: 10 000 by the rate page, 2 000 in an older thread. */
  readonly callsPerMinute: number;
  /** sync_msg without a token, per minute. "Strict" in the documentation; the number is ours: 5. */
  readonly untokenedPerMinute: number;
  /** Deliveries of one doorbell in all: 3, or 4 by the other reading of the documentation. */
  readonly maxDeliveries: 3 | 4;
  /** What a msgid that was used before is answered with. Documented as an error without its number: 40058. */
  readonly repeatedMsgid: number;
  /** A cursor that was never given out: 40058, or read from the beginning. Not documented. */
  readonly unknownCursor: 'refused' | 'beginning';
}

/**
 * How the doorbell behaves: `once`, `lost` (never rings), `doubled` (rings twice at once), `held` (rings with the next
 * `ctl.ring()`, so that many messages make one doorbell), or `{ late }` after so many ms of the clock.
 */
export type Doorbell = 'once' | 'lost' | 'doubled' | 'held' | { readonly late: number };

/** How one doorbell fared. */
export interface Ring {
  readonly answered: boolean;
  readonly deliveries: readonly Pushed[];
}

export interface Said {
  readonly msgid: string;
  /** Resolves when the service has answered or the platform has given up; empty when it was lost or held. */
  readonly rings: Promise<readonly Ring[]>;
}

/** Something the customer sees. `at` is simulated ms; `body` is the call as it was made. */
export interface WecomSent {
  readonly at: number;
  readonly via: 'api' | 'event' | 'agent';
  readonly msgid: string;
  readonly type: string;
  /** The text of a text message, the lines of a menu. */
  readonly text?: string;
  readonly mediaId?: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Where a conversation stands; see `service_state/get`. */
export type ServiceState = 0 | 1 | 2 | 3 | 4;

/** Requests a service must refuse. */
export type WecomHostile =
  | 'badSignature'
  | 'unsigned'
  | 'stale'
  | 'wrongReceiver'
  | 'wrongKey'
  | 'tampered'
  | 'badPadding'
  | 'doctype'
  | 'megabyte'
  | 'truncated'
  | 'plain';

/** What an agent does in the WeCom client. Each step writes to the log and rings; a step the client does not offer throws. */
export interface WecomAgents {
  /** Takes the customer out of the pool (2 → 3): session_status_change 1 with a msg_code. */
  accept(customer: string, servicer: string, doorbell?: Doorbell): Said;
  /** Hands the customer to a colleague (3 → 3): session_status_change 2. */
  transfer(customer: string, to: string, doorbell?: Doorbell): Said;
  /** Writes to the customer: an entry of origin 5. In an ended session it opens it again (4 → 3): change 4 before it. */
  reply(customer: string, text: string, doorbell?: Doorbell): Said;
  /** Ends the session (3 → 4): session_status_change 3 with a msg_code. */
  end(customer: string, doorbell?: Doorbell): Said;
  /** Starts (1) or stops (2) receiving: servicer_status_change. Makes an unknown servicer known. */
  status(servicer: string, status: 1 | 2, doorbell?: Doorbell): Said;
  /** Takes back a message of theirs: servicer_recall_msg. */
  recall(customer: string, msgid: string, doorbell?: Doorbell): Said;
}

/**
 * The hands of a test on the platform.
 *
 * @example
 * const clock = steppedClock();
 * const sim = await wecomSim({ clock, seed, corpId, secret, token, aesKey, openKfId, servicers: ['zhang'], pushTo });
 * sim.ctl.say({ is: 'text', from: 'wmUser', text: '一' }, 'held');
 * await sim.ctl.say({ is: 'text', from: 'wmUser', text: '二' }).rings; // two messages, one doorbell
 * await settle();
 * expect(sim.ctl.sent('wmUser')).toHaveLength(2);
 * await sim.ctl.agent.accept('wmUser', 'zhang').rings; // once the service has moved them to the pool
 * expect(sim.ctl.state('wmUser')).toEqual({ state: 3, servicer: 'zhang' });
 */
export interface WecomCtl {
  /** Names the callback address. */
  pushTo(url: string): void;
  /** The encrypted GET by which the platform checks the address: `ok` when the bare echo came back within 1 s. */
  verifyUrl(options?: { readonly badSignature?: boolean }): Promise<{ readonly ok: boolean; readonly answer: Pushed }>;
  /** A customer writes: an entry in the log, a session in state 0 if there was none, and the doorbell. */
  say(message: WecomMessage, doorbell?: Doorbell): Said;
  /** A customer opens the conversation: enter_session, with a welcome_code when the platform's conditions are met. */
  enter(customer: string, scene?: { readonly scene?: string; readonly param?: string }, doorbell?: Doorbell): Said;
  /** A customer takes back a message: user_recall_msg. */
  recall(customer: string, msgid: string, doorbell?: Doorbell): Said;
  /** Rings now, whatever was held. */
  ring(): Promise<Ring>;
  /** The request of the last doorbell again, signature and all. */
  replay(): Promise<Pushed>;
  hostile(kind: WecomHostile): Promise<Pushed>;

  readonly agent: WecomAgents;
  /** Makes a customer known, or gives them a unionid. Customers who write are known by themselves. */
  customer(externalUserid: string, facts?: { readonly unionid?: string; readonly nickname?: string }): void;
  /** What the customer saw, in order. */
  sent(customer: string): readonly WecomSent[];
  state(customer: string): { readonly state: ServiceState; readonly servicer?: string };
  /** Messages that send_msg may still send to them now, by count and time. */
  quotaLeft(customer: string): number;
  /** The next send_msg to them is accepted, but fails after `after` ms (0): msg_send_fail with this fail_type. */
  failNext(customer: string, failType: number, after?: number): void;

  /** Kills every access token. */
  expireTokens(): void;
  /** How many different access tokens were given out. */
  tokensIssued(): number;
  /** The next `times` calls (1) whose path contains `path` answer this code. */
  refuse(path: string, errcode: number, times?: number): void;
  rule(change: Partial<WecomRules>): void;
  /** The bytes behind a media_id, uploaded or sent by a customer. */
  media(mediaId: string): Buffer | undefined;

  /** The whole log behind sync_msg, trimmed or not. */
  readonly items: readonly SyncItem[];
  readonly log: readonly SimRequest[];
  /** What the service did that the platform forbids or merely forgives. Expected empty. */
  readonly violations: readonly string[];
  fault(fault: Fault): () => void;
}

export interface WecomSim {
  /** Base of the API, in place of https://qyapi.weixin.qq.com. */
  readonly url: string;
  readonly ctl: WecomCtl;
  close(): Promise<void>;
}
