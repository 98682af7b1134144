import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Watch } from '../watch/watch.ts';
import { WAITED_FOR } from './buckets.ts';

/** What goes to people of the desk, what is sent, and what keeps both going. */
export function deskMetrics(register: Registry): Pick<Watch, 'moved' | 'settled' | 'sent' | 'round'> {
  const registers = [register];
  const handovers = new Counter({
    ...{ name: 'beian_handovers_total', registers, labelNames: ['reason', 'to'] as const },
    help: '转人工，按原因，以及去了队列（queued）还是留言（ticket）',
  });
  const transitions = new Counter({
    ...{ name: 'beian_case_transitions_total', registers, labelNames: ['from', 'to'] as const },
    help: '对话状态的变化',
  });
  const settled = new Counter({
    ...{ name: 'beian_lines_settled_total', registers, labelNames: ['way', 'result'] as const },
    help: '要发出去的话的结局，按渠道（channel）或邮件（mail）：sent、drafted、dropped、dead 是终点，postponed、parked 还会再发',
  });
  const sendings = new Counter({
    ...{ name: 'beian_sendings_total', registers, labelNames: ['channel', 'result'] as const },
    help: '向各平台发送的次数，按结果：sent，或失败的原因 network、busy、rate、window、refused、config、error',
  });
  const sending = new Histogram({
    ...{ name: 'beian_sending_seconds', registers, labelNames: ['channel'] as const, buckets: WAITED_FOR },
    help: '向各平台发送一次的时间',
  });
  const leads = new Gauge({
    ...{ name: 'beian_leader', registers },
    help: '这个实例是否在做定时的工作（响铃、超时、发送）：1 是，0 由别的实例做',
  });
  const rounds = new Histogram({
    ...{ name: 'beian_round_seconds', registers, buckets: WAITED_FOR },
    help: '一轮定时工作的时间，只记这个实例做的',
  });
  return {
    moved({ from, to, reason, handsOver }) {
      transitions.inc({ from, to });
      if (handsOver) handovers.inc({ reason: reason ?? 'none', to });
    },
    settled: ({ way, result }) => settled.inc({ way, result }),
    sent({ channel, result, ms }) {
      sendings.inc({ channel, result });
      sending.observe({ channel }, ms / 1000);
    },
    round({ leads: isLeader, ms }) {
      leads.set(isLeader ? 1 : 0);
      if (isLeader) rounds.observe(ms / 1000);
    },
  };
}
