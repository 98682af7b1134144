import { ChannelError, type ChannelFault } from '../../bot/channel-error.ts';

/** What WeChat answers a call that it did not take. */
export interface Refusal {
  readonly errcode: number;
  readonly errmsg: string;
}

const MINUTE = 60_000;

/** Codes that say that an access token is no longer taken. */
export const TOKEN_CODES: readonly number[] = [40001, 40014, 42001];

/** Codes that mean the same to us, with what to do about them. */
const KNOWN: Readonly<Record<number, readonly [fault: ChannelFault, message: string, retryAfter?: number]>> = {
  [-1]: ['busy', '微信系统繁忙，过一会儿再试。'],
  40001: ['config', '微信不认这个密钥：请核对 WECHAT_APP_SECRET 与公众号后台“开发接口管理”中的 AppSecret。'],
  40013: ['config', '微信不认这个 AppID：请核对 WECHAT_APP_ID 与公众号后台“开发接口管理”中的 AppID。'],
  40125: ['config', '微信不认这个密钥：请核对 WECHAT_APP_SECRET 与公众号后台“开发接口管理”中的 AppSecret。'],
  40243: ['config', '公众号的 AppSecret 被冻结了：请在公众号后台“开发接口管理”里解冻。'],
  89503: ['config', '服务器的 IP 要管理员确认：请公众号管理员在微信里确认这次调用，再等几分钟。'],
  48001: ['config', '公众号没有这个接口的权限：未认证的公众号，请设 WECHAT_VERIFIED=false。'],
  50002: ['config', '公众号被平台限制了：请到公众号后台看通知。'],
  40003: ['refused', '微信不认识这个用户。'],
  40007: ['refused', '这个文件已经不在微信上了（只存 3 天）。'],
  43004: ['refused', '用户没有关注公众号，发不到。'],
  43019: ['refused', '用户在公众号的黑名单里，发不到。'],
  48002: ['refused', '用户不接收公众号的消息，发不到。'],
  45002: ['refused', '内容太长，微信不收。'],
  45009: ['rate', '今天调用微信接口的次数用完了。请在公众号后台查看限额，可以清零或者申请提高。', 10 * MINUTE],
  45011: ['rate', '调用微信接口太快了，过一会儿再试。', MINUTE],
  45015: ['window', '用户超过 48 小时没有写，或者取消了关注：等对方再写才能发。'],
  45047: ['window', '用户上次写了之后能发的条数用完了：等对方再写才能发。'],
};

export function faultOf({ errcode, errmsg }: Refusal): ChannelError {
  if (errcode === 40164) return new ChannelError('wechat', 'config', notListed(errmsg));
  const [fault, message, retryAfter] = KNOWN[errcode] ?? [
    errcode >= 40_000 ? 'refused' : 'busy',
    '微信没有收下这次调用。',
  ];
  return new ChannelError('wechat', fault, `${message}（${errcode}）`, retryAfter === undefined ? {} : { retryAfter });
}

/** WeChat names the address that it saw. */
function notListed(errmsg: string): string {
  const ip = /invalid ip ([\d.]+|[\da-f:]+)/i.exec(errmsg)?.[1];
  const which = ip === undefined ? '服务器的 IP' : `服务器的 IP ${ip}`;
  return `${which} 不在白名单里：请在公众号后台“开发接口管理 → IP 白名单”里加上它。（40164）`;
}

/** The refusal in an answer, or undefined where it was taken. */
export function refusalIn(body: Readonly<Record<string, unknown>>): Refusal | undefined {
  const { errcode, errmsg } = body;
  if (typeof errcode !== 'number' || errcode === 0) return undefined;
  return { errcode, errmsg: typeof errmsg === 'string' ? errmsg : '' };
}
