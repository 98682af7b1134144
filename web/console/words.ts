import type { Code, Reason, Summary } from './api/types.ts';

/** What the console says of things that the server names by codes. */
export const REASON_NAMES: Readonly<Record<Reason, string>> = {
  user_asked: '用户要求人工',
  face_unresolved: '人脸多次未通过',
  no_answer_twice: '两次没找到答案',
  diagnostic_exhausted: '检查做完未解决',
  image_unfixable: '图片需换证件',
  complaint: '投诉',
  system_error: '系统故障',
};

export const CODE_NAMES: Readonly<Record<Code, string>> = {
  solved: '已解决',
  advised: '已告知办法',
  after_sales: '转给售后',
  unreachable: '联系不上用户',
  abuse: '滥用',
  other: '其他',
};

export const STATE_NAMES: Readonly<Record<Summary['state'], string>> = {
  bot: '机器人在接待',
  queued: '排队中',
  ringing: '振铃中',
  agent: '等客服回复',
  waiting_user: '等用户回复',
  resolved: '已结束',
  closed: '已关闭',
  ticket: '留言',
  follow_up: '约好再看',
};

const CHANNEL_NAMES: ReadonlyMap<string, string> = new Map([
  ['web', '网页'],
  ['wechat', '微信'],
  ['wecom', '企业微信'],
  ['dingtalk', '钉钉'],
  ['terminal', '命令行'],
]);

export function channelName(channel: string): string {
  return CHANNEL_NAMES.get(channel) ?? channel;
}

/** Nobody gives a name here: 访客 and the end of the talk's id. */
export function visitorName(talk: string): string {
  return `访客 ${talk.slice(-4)}`;
}

/** 客服 07 */
export function agentName(number: number): string {
  return `客服 ${String(number).padStart(2, '0')}`;
}
