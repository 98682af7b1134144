import { t } from '../../shared/t.ts';
import type { DeskLine, Summary } from '../api/types.ts';

const MAIL = {
  sent: () => t('邮件已送出'),
  'under-way': () => t('邮件发送中'),
  waits: () => t('邮件发送中'),
  dead: () => t('邮件未送达'),
} as const;
const STATES = {
  sent: () => t('已送出'),
  'under-way': () => t('发送中'),
  waits: () => t('等对方来消息后送出'),
  dead: () => t('未送达'),
} as const;

/** How an agent's line reaches its person. Whoever reads on our page fetches it: what counts is what they read. */
export function deliveryOf({ by, seq, delivery = [] }: DeskLine, { channel, read }: Summary): string {
  if (by !== 'agent') return '';
  return delivery
    .map(({ way, state }) => {
      if (way === 'mail') return (MAIL[state] ?? MAIL['under-way'])();
      if (way === 'link') return t('可在留言链接里看');
      if (state === 'sent') return read.user >= seq ? t('已读') : channel === 'web' ? t('未读') : t('已送达');
      // A console that was not reloaded after an upgrade does not know all states.
      return (STATES[state] ?? STATES['under-way'])();
    })
    .join(' · ');
}
