import { t } from '../../shared/t.ts';
import { roughly, timeOf } from '../times.ts';
import type { Handed } from './types.ts';

type Next = Handed['next'];

const STEPS: Readonly<Record<Next['is'], () => string>> = {
  claim: () => t('接入：用户在排队'),
  'answer-ticket': () => t('接入并回答留言'),
  answer: () => t('回复用户'),
  'look-again': () => t('到约好的时间再看'),
  ask: () => t('问一问结果，快要自动结束了'),
  wait: () => t('等用户回复'),
};

const RUNGS: Readonly<Record<NonNullable<Next['rung']>, () => string>> = {
  'right-person': () => t('请网站负责人本人来做核验'),
  who: () => t('先问清做核验的是不是网站负责人本人'),
  advise: () => t('建议到光线充足的地方再核验'),
  retry: () => t('等按建议再核验一次的结果'),
  review: () => t('请用户按系统提示转为人工审核'),
};

/** What comes next for a case, in words: the step at the desk, then where the face verification stands. */
export function sayNext({ is, rung }: Next): string {
  const step = STEPS[is]();
  return rung === null ? step : t('{step}；{rung}', { step, rung: RUNGS[rung]() });
}

/** By when: 14:09 之前, 已过 20 分; empty where nothing sets a time. */
export function sayDue({ due }: Next, now: number): string {
  if (due === null) return '';
  const late = now - Date.parse(due);
  if (late <= 0) return t('{time} 之前', { time: timeOf(due, now) });
  return late < 60_000 ? t('已到时间') : t('已过 {time}', { time: roughly(late) });
}

export function isLate({ due }: Next, now: number): boolean {
  return due !== null && now > Date.parse(due);
}
