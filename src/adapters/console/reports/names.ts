import type { Reason } from '../../../handoff/case.ts';
import type { Report } from './schema.ts';

/** What tables call the things that the reports name by codes; in the order of their columns. */

export const ENDING_NAMES: Readonly<Record<Report['endings']['rows'][number]['ending'], string>> = {
  solved: '机器人办完',
  unhelpful: '用户说没帮助',
  unanswered: '没有答上',
  person: '转了人工',
};

export const REASON_NAMES: Readonly<Record<Reason | 'none', string>> = {
  user_asked: '用户要求人工',
  face_unresolved: '人脸多次未通过',
  no_answer_twice: '两次没找到答案',
  diagnostic_exhausted: '检查做完未解决',
  image_unfixable: '图片需换证件',
  complaint: '投诉',
  system_error: '系统故障',
  none: '没有写明原因',
};

export const FACE_NAMES: Readonly<Record<Report['face']['rows'][number]['ending'], string>> = {
  solved: '用户说解决了',
  retry: '建议再试，之后没有再说',
  'not-self': '不是本人，已说明要本人来做',
  'manual-review': '建议系统的人工审核，没有转人工',
  person: '转了人工',
  unfinished: '没有查完',
};

export const OUTCOME_NAMES: Readonly<Record<Report['gaps']['rows'][number]['outcome'], string>> = {
  'not-covered': '没找到答案',
  clarify: '要用户选',
  handoff: '直接转人工',
};

export const WAY_NAMES: Readonly<Record<Report['response']['ways'][number]['way'], string>> = {
  queue: '排队的',
  ticket: '留言的',
};

const CHANNELS: ReadonlyMap<string, string> = new Map([
  ['web', '网页'],
  ['wechat', '微信'],
  ['wecom', '企业微信'],
  ['dingtalk', '钉钉'],
  ['terminal', '命令行'],
]);

export function channelNamed(channel: string): string {
  return CHANNELS.get(channel) ?? channel;
}
