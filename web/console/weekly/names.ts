import { t } from '../../shared/t.ts';
import type { Weekly } from './weekly-queries.ts';

/** What the report calls the things that the server names by codes. */

export function sayOutcome(outcome: Weekly['turns']['rows'][number]['outcome']): string {
  switch (outcome) {
    case 'answer':
      return t('用条目回答');
    case 'finding':
      return t('检查有结论');
    case 'clarify':
      return t('要用户选');
    case 'not-covered':
      return t('没有条目');
    case 'ask':
      return t('检查里提问');
    case 'handoff':
      return t('转人工');
    case 'handoff-offered':
      return t('问要不要人工');
    case 'declined':
      return t('用户不要人工');
    case 'refuse':
      return t('不能办的');
    case 'smalltalk':
      return t('寒暄');
  }
}

export function sayWhy(why: Weekly['unhelpful'][number]['examples'][number]['why']): string {
  switch (why) {
    case 'vote':
      return t('说没帮助');
    case 'person':
      return t('接着找人工');
    case 'again':
      return t('又问同一件事');
  }
}

export function sayBy(by: Weekly['gaps']['by']): string {
  return by === 'meaning' ? t('意思相近的归为一组。') : t('字词相近的归为一组。');
}
