import { ChannelError, type ChannelErrorOptions, type ChannelFault } from '../../bot/channel-error.ts';
import type { JsonAnswer } from '../vendor/call-json.ts';

const MINUTE = 60_000;

/** What a code means. `retryAfter` in milliseconds. */
interface Meaning {
  readonly fault: ChannelFault;
  readonly says: string;
  readonly retryAfter?: number;
}

const RATE: Meaning = { fault: 'rate', says: '钉钉说发得太快，过一会儿自动重发。', retryAfter: 1_000 };
const KEYS: Meaning = {
  fault: 'config',
  says: '钉钉不认这组凭证：请核对 DINGTALK_CLIENT_ID、DINGTALK_CLIENT_SECRET 与开放平台“凭证与基础信息”中的 Client ID、Client Secret。',
};
const ROBOT: Meaning = {
  fault: 'config',
  says: '钉钉找不到这个应用的机器人：请在开放平台“添加应用能力”里加上机器人并发布版本，机器人编码应与 DINGTALK_CLIENT_ID 相同。',
};

/** Codes of api.dingtalk.com, of its tables for sending (0714, 0716), for limits (0012) and of all APIs (0013). */
const CODES: readonly (readonly [RegExp, Meaning])[] = [
  [/^(?:send\.too\.fast|send\.byToken\.tooFast|system\.busy)$/, RATE],
  [/Qpm/, { ...RATE, retryAfter: MINUTE }],
  [/Qps/, RATE],
  [/^too\.many\.(?:group|people)$/, { ...RATE, retryAfter: MINUTE }],
  [/^(?:invalidClientIdOrSecret|invalidClientId|invalidClientSecret|authFailed)$/, KEYS],
  [/^(?:invalidParameter\.robotCode\.|robot\.oto\.notExist|miss\.robotCode)/, ROBOT],
  [
    /^chatbotId\.notAllow\.sendOTO$/,
    { fault: 'config', says: '这个机器人不能发单聊：请在开放平台“权限管理”里开通“企业内机器人发送消息权限”。' },
  ],
  [
    /^Forbidden\.AccessDenied/,
    { fault: 'config', says: '应用没有调用这个接口的权限：请在开放平台“权限管理”里开通后发布版本。' },
  ],
  [/^staffId\.notExisted$/, { fault: 'refused', says: '这位用户不在企业里了，消息送不到。' }],
  [/^bot\.stopped$/, { fault: 'refused', says: '机器人在这个群里被停用了，消息送不到。' }],
  [/^group\.disbanded$/, { fault: 'refused', says: '这个群已经解散，消息送不到。' }],
  [/^contain\.notAllowed\.text$/, { fault: 'refused', says: '钉钉不让发这段内容。' }],
  [/\.tooLong$/, { fault: 'refused', says: '这条消息太长，钉钉没有收。' }],
  [/^system\.error$|^ServiceUnavailable$|^unknownError$/, { fault: 'busy', says: '钉钉出了故障，过一会儿自动重发。' }],
];

/** Codes of oapi.dingtalk.com, the session webhook among them. */
const ERRCODES: Readonly<Record<string, Meaning>> = {
  '-1': { fault: 'busy', says: '钉钉正忙，过一会儿自动重发。' },
  '90002': { ...RATE, retryAfter: 5_000 },
  '410100': { ...RATE, retryAfter: 10 * MINUTE },
  '130101': { ...RATE, retryAfter: 10 * MINUTE },
  '40089': KEYS,
  '40078': KEYS,
  '400013': { fault: 'refused', says: '这个群已经解散，消息送不到。' },
  '400102': { fault: 'refused', says: '机器人被停用了，消息送不到。' },
};

/** The status of the answer to an address that made too many calls; it is blocked for five minutes (0012). */
const BLOCKED = 1111;

/** What is wrong with an answer of DingTalk; undefined where it is fine. Codes that nobody knows are refusals, unless it failed. */
export function faultOf({ status, body }: JsonAnswer): ChannelError | undefined {
  if (body.status === BLOCKED)
    return made({ ...RATE, says: '这台服务器的调用太多，钉钉停了 5 分钟。', retryAfter: 5 * MINUTE });
  const { errcode, code, message, errmsg } = body;
  if (errcode !== undefined && errcode !== 0) {
    return made(ERRCODES[String(errcode)] ?? unknown(`${errcode} ${errmsg}`), String(errcode));
  }
  if (status < 300) return undefined;
  const known = CODES.find(([pattern]) => typeof code === 'string' && pattern.test(code))?.[1];
  if (known) return made(known, String(code));
  if (status === 429) return made(RATE);
  if (status >= 500) return made({ fault: 'busy', says: `钉钉出了故障（状态 ${status}），过一会儿自动重发。` });
  return made(unknown(`${code} ${message}`));
}

/** Whether the token of a call is no longer good: 400 by the table of codes, 401 by an SDK; the old API has its own codes. */
export function isStale({ status, body: { code, errcode } }: JsonAnswer): boolean {
  return status === 401 || code === 'InvalidAuthentication' || [40_001, 40_014, 42_001].includes(Number(errcode));
}

function unknown(said: string): Meaning {
  return { fault: 'refused', says: `钉钉没有收：${said.slice(0, 200)}。` };
}

function made({ fault, says, retryAfter }: Meaning, code?: string): ChannelError {
  const options: ChannelErrorOptions = retryAfter === undefined ? {} : { retryAfter };
  return new ChannelError('dingtalk', fault, code === undefined ? says : `${says}（${code}）`, options);
}
