import { t } from '../../shared/t.ts';

/** What calls for an agent's attention, the most pressing first. */
export const KINDS = ['ring', 'late', 'queue', 'ticket', 'message'] as const;
export type Kind = (typeof KINDS)[number];

export type Sound = 'ring' | 'arrival' | 'message';

/** Somebody new sounds alike, wherever they wait. */
export const SOUND_OF: Readonly<Record<Kind, Sound>> = {
  ring: 'ring',
  late: 'arrival',
  queue: 'arrival',
  ticket: 'arrival',
  message: 'message',
};

const NAMES: Readonly<Record<Kind, () => string>> = {
  ring: () => t('有对话振铃给您'),
  late: () => t('有人等得太久'),
  queue: () => t('有人开始排队'),
  ticket: () => t('有新留言'),
  message: () => t('您的对话有新消息'),
};

export function kindName(kind: Kind): string {
  return NAMES[kind]();
}
