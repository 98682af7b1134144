import { t } from '../../shared/t.ts';
import type { TalkState } from '../api/types.ts';

/** Who has the conversation, in a few words; `agent` is the name of the one who spoke last. */
export function sayState({ state, position }: TalkState, agent: string | undefined): string {
  switch (state) {
    case 'queued':
      if (position === undefined) return t('排队中');
      return position > 1 ? t('排队中，前面 {count} 位', { count: position - 1 }) : t('排队中，前面没有人');
    case 'agent':
      return t('{agent} 为您服务', { agent: agent ?? t('人工客服') });
    case 'ticket':
      return t('已留言，机器人在线');
    default:
      return t('机器人在线');
  }
}
