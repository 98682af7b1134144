import type { Fault } from '../faults.ts';
import type { SimRequest } from '../request.ts';
import type { CardState } from './cards.ts';
import type { Seen } from './chats.ts';
import type { DingTalkSettings } from './settings.ts';
import type { SignVariant } from './sign.ts';
import type { LineState, LineTarget } from './stream-lines.ts';

/** Bytes behind a downloadCode, and how the file host behaves when they are fetched. */
export interface SimFile {
  readonly bytes?: Buffer;
  /**
   * `expired` 403 at once · `redirect` 302 to http://169.254.169.254/ · `huge` 25 MB · `wrongMagic` a program instead
   * of a picture · `slow` half now, half after 60 s. `fine` if left out.
   */
  readonly host?: 'fine' | 'expired' | 'redirect' | 'huge' | 'wrongMagic' | 'slow';
}

/** What a person does in DingTalk. A message in a group reaches the robot only with `at` (true if left out). */
export interface RobotMessage {
  readonly user: string;
  /** openConversationId of the group; left out: the person's own chat with the robot. */
  readonly group?: string;
  readonly type?: 'text' | 'picture' | 'richText' | 'audio' | 'video' | 'file';
  readonly text?: string;
  readonly file?: SimFile;
  readonly fileName?: string;
  /** richText: texts and pictures in their order. */
  readonly parts?: readonly (string | SimFile)[];
  readonly at?: boolean;
  readonly nick?: string;
  /** A person outside the organisation: no senderStaffId. */
  readonly outsider?: boolean;
  /** The month's pushes are used up: errorCode 20001 and no content. */
  readonly quotaExceeded?: boolean;
  /** The body is cut in the middle. */
  readonly badJson?: boolean;
  /** HTTP mode: how the call is signed. */
  readonly sign?: SignVariant;
}

/** One arrival at the bot: a frame on a connection, or an HTTP call. */
export interface Attempt {
  /** Stream: the frame's messageId. HTTP: a number of ours. */
  readonly id: string;
  readonly at: number;
  /** The connection id, or the address. */
  readonly over: string;
  answer?: { readonly code: number; readonly data: string; readonly at: number };
  /** Resolves with the answer, or without when the connection ended first. */
  readonly answered: Promise<Attempt['answer']>;
}

/** One message or click with everything that was sent for it; no attempt means that it was lost or never due. */
export interface SimPush {
  readonly id: string;
  readonly attempts: readonly Attempt[];
  /** Resolves when every attempt made so far has its answer. */
  answered(): Promise<void>;
}

/**
 * The hands of a test on the DingTalk simulator.
 *
 * @example
 * ```ts
 * const clock = steppedClock();
 * const sim = await dingtalkSim({ clock, seed: testSeed(), appKey: 'ding1', appSecret: 's', robotCode: 'ding1' });
 * // … point the bot at sim.url, sim.oapiUrl and allow files from sim.filesUrl …
 * await sim.ctl.connected(1);
 * const push = sim.ctl.robotMessage({ user: 'u1', text: '人脸核验失败' });
 * await push.answered();                                   // acked
 * const [line] = await sim.ctl.waitSent('u1', 1);          // what u1 sees
 * sim.ctl.fault({ match: '/oToMessages/batchSend', kind: 'http500' });
 * sim.ctl.disconnect('upgrade');                           // frame now, silence, TCP closed after 10 s
 * await clock.advance(10_000);
 * expect(sim.ctl.violations).toEqual([]);
 * ```
 */
export interface DingTalkCtl {
  /** Every HTTP call and WebSocket upgrade, in order. */
  readonly log: readonly SimRequest[];
  /** What the bot did that DingTalk forbids: late or malformed acks, missing headers, sizes, unknown addresses. */
  readonly violations: readonly string[];
  /** Messages and clicks that reached nobody, with the reason, as the real service loses them. */
  readonly lost: readonly { readonly id: string; readonly reason: string }[];
  /** Plans a fault (match on `METHOD /path`, `GET /connect` for the socket); gives back what calls it off. */
  fault(fault: Fault): () => void;
  /** Changes the service's habits from now on, see DingTalkSettings. */
  set(settings: Partial<DingTalkSettings>): void;

  /** What this person (own chat) or this group sees from the robot, in order. */
  sent(userOrGroup: string): readonly Seen[];
  /** Resolves as soon as they see `count` lines. */
  waitSent(userOrGroup: string, count: number): Promise<readonly Seen[]>;
  /** `gone` and never seen people are invalidStaffId; whoever writes becomes known. */
  person(user: string, is: 'known' | 'gone' | 'flowControlled'): void;
  group(openConversationId: string, is: 'known' | 'disbanded'): void;

  /** A person writes. HTTP mode if the simulator was given `pushTo`, Stream otherwise. */
  robotMessage(message: RobotMessage): SimPush;
  /** The same message again. HTTP mode: the same call, timestamp and signature and all; Stream: in a new frame. */
  replay(push: SimPush): void;
  /** An organisation event over Stream. */
  event(eventType: string, data: object): SimPush;
  /** Stream: any text as a frame on the oldest live connection. */
  rawFrame(text: string): void;

  /** Every connection that was opened, oldest first. */
  lines(): readonly { readonly id: string; readonly state: LineState }[];
  /** Resolves as soon as `count` connections are live. */
  connected(count: number): Promise<void>;
  /** SYSTEM/disconnect now, no delivery from now on, TCP closed 10 s later. Target left out: the oldest live one. */
  disconnect(reason: string, target?: LineTarget): void;
  /** Nothing is delivered any more and no frame says so; with `stillPings` even the pings go on. */
  zombie(target?: LineTarget, stillPings?: boolean): void;
  /** Kills TCP. */
  drop(target?: LineTarget): void;
  /** The network stands still: nothing is read or written until the function given back is called. */
  pauseTcp(target?: LineTarget): () => void;

  /** The tokens given out so far are refused from now on. */
  expireToken(): void;
  /** All calls are answered 1111 for five minutes. */
  blockIp(): void;

  /** The bytes behind a mediaId the bot uploaded. */
  uploaded(mediaId: string): Buffer | undefined;

  card(outTrackId: string): CardState | undefined;
  /** Somebody presses a button: a CALLBACK frame, or a signed call to the registered address. */
  clickCard(
    outTrackId: string,
    user: string,
    params: Readonly<Record<string, string>>,
    how?: { readonly actionId?: string; readonly sign?: SignVariant },
  ): SimPush;
}
