import type { SimClock } from '../clock.ts';
import type { Fault } from '../faults.ts';
import type { Pushed } from '../push.ts';
import type { SimRequest } from '../request.ts';
import type { WechatMessage } from './message.ts';

/** An account of the platform and the service behind it. */
export interface WechatOptions {
  readonly clock: SimClock;
  readonly seed: number;
  readonly appId: string;
  readonly appSecret: string;
  /** Token of 服务器配置: signs every push. */
  readonly token: string;
  /** EncodingAESKey, 43 characters. */
  readonly aesKey: string;
  /** The account's own id, `gh_…`. */
  readonly ghId: string;
  /** The callback address of the service; may be named later by `ctl.pushTo`. */
  readonly pushTo?: string;
  /** Port of the API; any free one if left out. */
  readonly port?: number;
  /** An unverified account may only reply passively: custom/send, typing, menus and user/info answer 48001. */
  readonly verified?: boolean;
  readonly rules?: Partial<WechatRules>;
}

/** Where sources disagree, or where an account may be set up otherwise. Unnamed rules are the stricter reading. */
export interface WechatRules {
  /** Messages per user message in 48 h: `current` 5, `legacy20` 20. */
  readonly quotaProfile: 'current' | 'legacy20';
  /** Deliveries of one push in all. 3 by most reports, 4 by the other reading of the documentation. */
  readonly maxDeliveries: 3 | 4;
  /** JSON of calls must hold UTF-8, not `\uXXXX`: answers 47001. Off. */
  readonly refuseEscapes: boolean;
  /** Bytes of an uploaded picture; one official page says 2 MB and 10 MB. */
  readonly imageLimit: number;
  /** Bytes of a sub-button's name (40 older, 60 newer) and of a button's address (256 or 1024). */
  readonly menuSubName: 40 | 60;
  readonly menuUrl: 256 | 1024;
  /** The content type of an error of media/get; clients have seen both. */
  readonly mediaErrorType: 'text/plain' | 'application/json; encoding=utf-8';
  /** A call from an address that is not on the list answers 40164. On: `[]` refuses everybody. */
  readonly allowedIps: readonly string[] | undefined;
  /** Ms over which messages of custom/send are scattered before the user sees them; may turn their order. 0. */
  readonly scatter: number;
}

export interface PushOptions {
  /** 明文, 兼容 or 安全模式. `safe` if left out. */
  readonly mode?: 'plain' | 'compat' | 'safe';
  /** 数据格式. `xml` if left out. */
  readonly format?: 'xml' | 'json';
  /** Ms for which a delivery stays open after the next one began. 0: it is cut first. */
  readonly overlap?: number;
  /** With an overlap: ms after which the next delivery begins while the one before is open. 5000. */
  readonly impatience?: number;
  /** Another EncodingAESKey: the previous one, or a foreign one. */
  readonly aesKey?: string;
}

/** One delivery of a push. `at` and `took` are simulated ms. */
export interface Delivery {
  readonly at: number;
  readonly timestamp: string;
  readonly nonce: string;
  /** `late`: answered after another delivery had decided; nobody saw it. */
  readonly outcome: 'replied' | 'accepted' | 'cut' | 'failed' | 'invalid' | 'late';
  readonly took: number;
}

/** What became of a message. */
export type Verdict =
  | { readonly is: 'replied'; readonly reply: WechatSent }
  /** `success` or an empty body: nothing shown, nothing repeated. */
  | { readonly is: 'accepted' }
  /** The user reads 该公众号提供的服务出现故障/暂时无法提供服务; `reason` says why. */
  | { readonly is: 'userSawError'; readonly reason: string }
  /** An agent of the platform's own desk holds the user: nothing was pushed. */
  | { readonly is: 'bypassed'; readonly agent: string };

export type PushResult = Verdict & {
  /** Empty for an event. */
  readonly msgId: string;
  readonly deliveries: readonly Delivery[];
};

/** Something the user sees. `at` is simulated ms; `body` is the message as it was sent, fields and all. */
export interface WechatSent {
  readonly at: number;
  readonly via: 'passive' | 'custom' | 'agent' | 'platform';
  /** text, image, voice, video, music, news, msgmenu, … */
  readonly type: string;
  /** The text of a text message, the lines of a menu. */
  readonly text?: string;
  readonly mediaId?: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Requests a service must refuse. `stale` is signed rightly an hour ago; `previousKey` is none of them: see
 * `PushOptions.aesKey`.
 */
export type Hostile =
  | 'badSignature'
  | 'badMsgSignature'
  | 'unsigned'
  | 'stale'
  | 'wrongAppId'
  | 'wrongKey'
  | 'tampered'
  | 'badPadding'
  | 'doctype'
  | 'megabyte'
  | 'truncated'
  | 'plainInSafe';

/**
 * The hands of a test on the platform.
 *
 * @example
 * const clock = steppedClock();
 * const sim = await wechatSim({ clock, seed: testSeed(), appId, appSecret, token, aesKey, ghId, pushTo });
 * const result = await sim.ctl.push({ is: 'text', from: 'oUser', text: '备案要多久' });
 * expect(result).toMatchObject({ is: 'replied', reply: { text: expect.stringContaining('工作日') } });
 * const slow = sim.ctl.push({ is: 'text', from: 'oUser', text: '慢' });
 * await clock.advance(5_100); // cut once, delivered again with the same MsgId
 * expect(sim.ctl.sent('oUser').at(-1)).toMatchObject({ via: 'custom' });
 * expect(sim.ctl.violations).toEqual([]);
 */
export interface WechatCtl {
  /** Names the callback address. */
  pushTo(url: string): void;
  /** The GET by which the platform checks the address: `ok` when the echo came back bare. */
  verifyUrl(options?: { readonly badSignature?: boolean }): Promise<{ readonly ok: boolean; readonly answer: Pushed }>;
  /**
   * A user does something; resolves when it is decided. Each delivery is cut after 5 s of the clock and repeated with
   * the same MsgId and CreateTime under a fresh timestamp, nonce and signature.
   */
  push(message: WechatMessage, options?: PushOptions): Promise<PushResult>;
  /** The very same request again, signature and all: what a thief of the line could send. Last push if left out. */
  replay(msgId?: string): Promise<Pushed>;
  hostile(kind: Hostile): Promise<Pushed>;

  /** Makes a user known, or gives them a unionid. Users who push are known by themselves. */
  user(openid: string, facts?: { readonly unionid?: string; readonly subscribed?: boolean }): void;
  /** What the user saw, in order. */
  sent(openid: string): readonly WechatSent[];
  /** Is 对方正在输入 shown to them? */
  typing(openid: string): boolean;
  /** Messages that custom/send may still send to them now. */
  quotaLeft(openid: string): number;

  /** Kills every access token, as an admin who resets the secret does. */
  expireTokens(): void;
  /** How many tokens were given out: by `token` and by `stable_token` (repeats of one token not counted). */
  tokensIssued(): number;
  /** The next `times` calls (1) whose path contains `path` answer this code: -1, 45009, 45011, 43019, 89503, … */
  refuse(path: string, errcode: number, times?: number): void;
  /** Turns a rule while the simulator runs. */
  rule(change: Partial<WechatRules>): void;

  /** Puts a file among the media and names its media_id. */
  putMedia(type: 'image' | 'voice' | 'video' | 'thumb', bytes: Buffer): string;
  /** The bytes behind a media_id, uploaded or pushed. */
  media(mediaId: string): Buffer | undefined;
  /** The menu that stands under the conversation. */
  menu(): unknown;

  /** Where the platform's own desk has the user: nowhere, in its queue, or with an agent. */
  desk(openid: string): 'none' | 'waiting' | 'held';
  /** An agent takes the user out of the queue: pushes kf_create_session, and from now on nothing the user writes. */
  agentAccept(openid: string, account?: string): Promise<PushResult>;
  /** The agent writes to the user in the platform's own desk. */
  agentSay(openid: string, text: string): void;
  /** The agent closes, as 30 minutes without a close do: pushes kf_close_session, and messages come again. */
  agentClose(openid: string): Promise<PushResult>;

  /** Every call to the API, in order. */
  readonly log: readonly SimRequest[];
  /** What the service did that the platform forbids or merely forgives. Expected empty. */
  readonly violations: readonly string[];
  /** Lets calls to the API go wrong. Gives back what calls the fault off. */
  fault(fault: Fault): () => void;
}

export interface WechatSim {
  /** Base of the API, in place of https://api.weixin.qq.com. */
  readonly url: string;
  readonly ctl: WechatCtl;
  close(): Promise<void>;
}
