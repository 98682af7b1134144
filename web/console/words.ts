import { t } from '../shared/t.ts';
import type { Code, Reason, Summary } from './api/types.ts';

/** What the console says of things that the server names by codes. */
const REASONS: Readonly<Record<Reason, () => string>> = {
  user_asked: () => t('用户要求人工'),
  face_unresolved: () => t('人脸多次未通过'),
  no_answer_twice: () => t('两次没找到答案'),
  diagnostic_exhausted: () => t('检查做完未解决'),
  image_unfixable: () => t('图片需换证件'),
  complaint: () => t('投诉'),
  system_error: () => t('系统故障'),
};

const CODE_WORDS: Readonly<Record<Code, () => string>> = {
  solved: () => t('已解决'),
  advised: () => t('已告知办法'),
  after_sales: () => t('转给售后'),
  unreachable: () => t('联系不上用户'),
  abuse: () => t('滥用'),
  other: () => t('其他'),
};

const STATES: Readonly<Record<Summary['state'], () => string>> = {
  bot: () => t('机器人在接待'),
  queued: () => t('排队中'),
  ringing: () => t('振铃中'),
  agent: () => t('等客服回复'),
  waiting_user: () => t('等用户回复'),
  resolved: () => t('已结束'),
  closed: () => t('已关闭'),
  ticket: () => t('留言'),
  follow_up: () => t('约好再看'),
};

const CHANNELS: ReadonlyMap<string, () => string> = new Map([
  ['web', () => t('网页')],
  ['wechat', () => t('微信')],
  ['wecom', () => t('企业微信')],
  ['dingtalk', () => t('钉钉')],
  ['terminal', () => t('命令行')],
]);

/** How a conversation can end, in the order in which it is offered. */
export const CODES = Object.keys(CODE_WORDS) as readonly Code[];

/** Why a person was asked for; of a reason that is not known here, its code. */
export function reasonName(reason: Reason): string {
  return REASONS[reason]?.() ?? reason;
}

export function codeName(code: Code): string {
  return CODE_WORDS[code]?.() ?? code;
}

export function stateName(state: Summary['state']): string {
  return STATES[state]?.() ?? state;
}

export function channelName(channel: string): string {
  return CHANNELS.get(channel)?.() ?? channel;
}

/** Nobody gives a name here: 访客 and the end of the talk's id. */
export function visitorName(talk: string): string {
  return t('访客 {id}', { id: talk.slice(-4) });
}

/** 客服 07 */
export function agentName(number: number): string {
  return t('客服 {number}', { number: String(number).padStart(2, '0') });
}
