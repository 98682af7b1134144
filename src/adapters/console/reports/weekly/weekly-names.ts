import type { Unhelpful } from './unhelpful.ts';
import type { OUTCOMES } from './weekly-schema.ts';

/** What reports call the things that they name by codes. */

export const WEEKLY_OUTCOME_NAMES: Readonly<Record<(typeof OUTCOMES)[number], string>> = {
  answer: '用条目回答',
  finding: '检查有结论',
  clarify: '要用户选',
  'not-covered': '没有条目',
  ask: '检查里提问',
  handoff: '转人工',
  'handoff-offered': '问要不要人工',
  declined: '用户不要人工',
  refuse: '不能办的',
  smalltalk: '寒暄',
};

export const UNHELPFUL_NAMES: Readonly<Record<Unhelpful, string>> = {
  vote: '说没帮助',
  person: '接着找人工',
  again: '又问同一件事',
};
