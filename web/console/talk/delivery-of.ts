import type { DeskLine, Summary } from '../api/types.ts';

const STATES = { sent: '已送出', 'under-way': '发送中', dead: '未送达' } as const;

/** How an agent's line reaches its person. Whoever reads on our page fetches it: what counts is what they read. */
export function deliveryOf({ by, seq, delivery = [] }: DeskLine, { channel, read }: Summary): string {
  if (by !== 'agent') return '';
  return delivery
    .map(({ way, state }) => {
      if (way === 'mail') return `邮件${STATES[state]}`;
      if (way === 'link') return '可在留言链接里看';
      if (state === 'sent') return read.user >= seq ? '已读' : channel === 'web' ? '未读' : '已送达';
      return STATES[state];
    })
    .join(' · ');
}
