import type { Doorbell, WecomCtl } from '../wecom/ctl.ts';
import { faultLevers } from './fault-levers.ts';
import { button, choice, type Lever, toggle } from './lever.ts';

export interface WecomLevers {
  readonly levers: readonly Lever[];
  readonly doorbell: () => Doorbell;
}

const SEND = '/cgi-bin/kf/send_msg';
const LATE = 3_000;

/** How WeCom rings, who receives there, and what can go wrong. */
export function wecomLevers(ctl: WecomCtl, servicers: readonly string[]): WecomLevers {
  const refuse = (errcode: number, label: string): Lever =>
    button({ id: `refuse-${errcode}`, group: '故障', label }, () => ctl.refuse(SEND, errcode));
  const bell = choice(
    { id: 'bell', group: '通知', label: '有新消息时' },
    [
      { id: 'once', label: '通知一次' },
      { id: 'doubled', label: '同时通知两次' },
      { id: 'late', label: '3 秒后才通知' },
      { id: 'held', label: '攒着，等“现在通知”' },
      { id: 'lost', label: '通知丢失' },
    ],
    'once',
  );
  const check = async (): Promise<string> => {
    const { ok, answer } = await ctl.verifyUrl();
    if (ok) return '接收消息的地址验证通过。';
    return `接收消息的地址没有通过验证：${answer.is === 'answered' ? `服务回答 ${answer.status}` : '服务没有回答'}。`;
  };
  const ring = async (): Promise<string> => ((await ctl.ring()).answered ? '服务收到了通知。' : '服务没有应答。');
  return {
    levers: [
      button({ id: 'verify', group: '通知', label: '验证接收消息的地址' }, check),
      button({ id: 'ring', group: '通知', label: '现在通知' }, ring),
      bell.lever,
      ...servicers.map((name) =>
        toggle(
          { id: `receives-${name}`, group: '接待人员', label: `${name} 正在接待` },
          (isOn) => void ctl.agent.status(name, isOn ? 1 : 2),
          true,
        ),
      ),
      ...faultLevers(ctl.fault),
      toggle({ id: 'bot', group: '故障', label: '智能助手先接待（状态 1）' }, (isOn) =>
        ctl.rule({ firstState: isOn ? 1 : 0 }),
      ),
      refuse(95001, '下一条消息：条数用完'),
      refuse(95002, '下一条消息：超过 48 小时'),
      refuse(-1, '下一条消息：系统繁忙'),
      button({ id: 'token', group: '故障', label: '让令牌失效' }, () => ctl.expireTokens()),
    ],
    doorbell() {
      const chosen = bell.chosen();
      return chosen === 'late' ? { late: LATE } : chosen;
    },
  };
}
