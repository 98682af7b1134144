import type { PushOptions, WechatCtl } from '../wechat/ctl.ts';
import { faultLevers } from './fault-levers.ts';
import { button, choice, type Lever, toggle } from './lever.ts';

export interface WechatLevers {
  readonly levers: readonly Lever[];
  readonly pushOptions: () => PushOptions;
}

const SEND = '/cgi-bin/message/custom/send';
/** Ms over which messages are scattered when they may overtake each other. */
const SCATTER = 3_000;

/** How the platform pushes, and what can go wrong. */
export function wechatLevers(ctl: WechatCtl): WechatLevers {
  const push = (id: string, label: string) => ({ id, group: '推送', label });
  const refuse = (errcode: number, label: string): Lever =>
    button({ id: `refuse-${errcode}`, group: '故障', label }, () => ctl.refuse(SEND, errcode));
  const mode = choice(
    push('mode', '加解密方式'),
    [
      { id: 'safe', label: '安全模式' },
      { id: 'compat', label: '兼容模式' },
      { id: 'plain', label: '明文模式' },
    ],
    'safe',
  );
  const format = choice(
    push('format', '数据格式'),
    [
      { id: 'xml', label: 'XML' },
      { id: 'json', label: 'JSON' },
    ],
    'xml',
  );
  const overlap = choice(
    push('overlap', '重推时上一次'),
    [
      { id: 'cut', label: '已经断开' },
      { id: 'open', label: '还开着' },
    ],
    'cut',
  );
  const check = async (): Promise<string> => {
    const { ok, answer } = await ctl.verifyUrl();
    if (ok) return '服务器地址验证通过。';
    return `服务器地址没有通过验证：${answer.is === 'answered' ? `服务回答 ${answer.status}` : '服务没有回答'}。`;
  };
  return {
    levers: [
      button({ id: 'verify', group: '推送', label: '验证服务器地址' }, check),
      ...[mode.lever, format.lever, overlap.lever],
      ...faultLevers(ctl.fault),
      toggle({ id: 'scatter', group: '故障', label: '客服消息先后到达不定' }, (isOn) =>
        ctl.rule({ scatter: isOn ? SCATTER : 0 }),
      ),
      refuse(45047, '下一条客服消息：条数用完'),
      refuse(45015, '下一条客服消息：超过 48 小时'),
      refuse(-1, '下一条客服消息：系统繁忙'),
      button({ id: 'token', group: '故障', label: '让令牌失效' }, () => ctl.expireTokens()),
    ],
    pushOptions: () => ({
      ...{ mode: mode.chosen(), format: format.chosen() },
      ...(overlap.chosen() === 'open' && { overlap: 3_000 }),
    }),
  };
}
