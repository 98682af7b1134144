import { ChannelError, type ChannelFault } from '../../bot/channel-error.ts';

/** WeCom answered with an error code. */
export class WecomRefusal extends ChannelError {
  readonly errcode: number;

  constructor(errcode: number, path: string, errmsg: string) {
    const known = CODES[errcode];
    const told = known?.told(errmsg) ?? `企业微信拒绝了 ${path}：${firstSentence(errmsg)}`;
    super('wecom', known?.fault ?? 'refused', `${told}（${errcode}）`, {
      ...(known?.retryAfter !== undefined && { retryAfter: known.retryAfter }),
    });
    this.name = 'WecomRefusal';
    this.errcode = errcode;
  }
}

/** The access token is none, or none any more. */
export const TOKEN_OVER: readonly number[] = [40014, 42001, 41001];
/** There is no such 客服帐号, or no longer. */
export const NO_ACCOUNT: readonly number[] = [95000, 95004];
/** The token of a doorbell is wrong or over. */
export const RING_OVER = 95007;
/** So many messages as are allowed after one of the customer's were sent. */
export const COUNT_OVER = 95001;
export const NOT_THAT_WAY = 95016;
/** A servicer, the pool, or nobody has the session: the API may not send in it. */
export const NOT_IN_THIS_STATE = 95018;

interface Known {
  readonly fault: ChannelFault;
  /** Milliseconds. */
  readonly retryAfter?: number;
  readonly told: (errmsg: string) => string;
}

const known = (fault: ChannelFault, told: string, retryAfter?: number): Known => ({
  fault,
  told: () => told,
  ...(retryAfter !== undefined && { retryAfter }),
});

const SECRET = '请核对 WECOM_SECRET：在管理后台“微信客服 → API”里看，换过就要改成新的';

/** Codes of developer.work.weixin.qq.com/document/path/90455 and of the pages on 微信客服. */
const CODES: Readonly<Record<number, Known>> = {
  [-1]: known('busy', '企业微信系统繁忙，稍后自动再试'),
  40001: known('config', `企业微信不认这个 Secret。${SECRET}`),
  40013: known('config', '企业微信不认这个企业 ID。请核对 WECOM_CORP_ID：在管理后台“我的企业 → 企业信息”最下面'),
  40014: known('busy', '访问凭证失效，换过一次还是不行，稍后自动再试'),
  41001: known('busy', '访问凭证没有带上，稍后自动再试'),
  42001: known('busy', '访问凭证过期，换过一次还是不行，稍后自动再试'),
  45009: known('rate', '调用太频繁，企业微信要求等一会儿', 60_000),
  45033: known('rate', '同时调用太多，稍后自动再试', 2_000),
  48002: known(
    'config',
    '这个 Secret 没有微信客服接口的权限。请在管理后台“微信客服 → 可调用接口的应用”里加上它所属的应用',
  ),
  60020: {
    fault: 'config',
    told: (errmsg) => `服务器的出口 IP${addressIn(errmsg)}不在可信名单里。请在管理后台那个应用的“企业可信 IP”里加上它`,
  },
  95000: known('config', '企业微信不认这个客服帐号。它可能已被删除，请在管理后台“微信客服”里查看'),
  95001: known('window', '对方没有再发消息，微信只允许连发 5 条'),
  95002: known('window', '对方超过 48 小时没有发消息'),
  95003: known('config', '企业没有认证，能接待的客户数已到上限。请在管理后台完成企业认证'),
  95011: known('config', `这个 Secret 属于别的应用，不能管理这个客服帐号。${SECRET}`),
  95012: known('config', `微信客服由别的应用管理，要用那个应用的 Secret。${SECRET}`),
  95013: known('window', '这次会话已结束，对方再发消息才能回复'),
  95014: known('config', '接待人员没有开通或不在名单里。请在管理后台“微信客服 → 接待人员”里检查'),
  95016: known('refused', '会话现在的状态不能这样转接'),
  95017: known('config', '微信客服的“API 接口”没有打开。请在管理后台“微信客服 → API”里打开'),
  95018: known('window', '会话现在不由机器人接待，企业微信不让发送'),
  95019: known('config', '接待人员暂停了接待。请 TA 在企业微信里恢复接待'),
  95030: known('refused', '企业微信不让客服发这种消息'),
  95031: known('window', '对方 48 小时内没有咨询过'),
};

/** ` 1.2.3.4 `, where the answer names it. */
function addressIn(errmsg: string): string {
  const found = /from ip:\s*([0-9a-fA-F.:]+)/.exec(errmsg)?.[1];
  return found === undefined ? '' : ` ${found} `;
}

/** Without the hint and the address that the vendor puts behind. */
function firstSentence(errmsg: string): string {
  return errmsg.split(/,? ?(?:hint|from ip|more info)/)[0]?.slice(0, 80) ?? '';
}
