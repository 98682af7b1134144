/** What people in WeCom are told beside the words of the desk. */
export const wecomWords = {
  queued: '正在排队，前面的情况不用再讲一遍。',
  joined: '客服已接入，请直接说。',
  over: '客服已结束这次服务。这次服务怎么样？',
  overTail: '还有问题，直接发消息就行。',
  thanks: '收到，谢谢您的评价。',
  goOn: '回复任意内容，可以接着收到后面的消息。',
  goOnAt: (link: string) => `也可以在网页上接着看（30 分钟内打开）：${link}`,
  pictureGone: '（这张图片已按保存期限删除）',
  pictureTooLarge: '（这个文件超过 20 MB，微信发不了）',
  basis: (title: string, date: string) => `依据：${title} · ${date}`,
} as const;

/** The name of the servicers in our record. */
export const SERVICER_NAME = '企业微信客服';

/** What can be chosen when a servicer has ended the session: its id in the menu, its words, its score of 5. */
export const SCORES = [
  { id: 'score-5', content: '满意', score: 5 },
  { id: 'score-3', content: '一般', score: 3 },
  { id: 'score-1', content: '不满意', score: 1 },
] as const;

/** Why a message that WeCom took did not arrive (fail_type of msg_send_fail). */
const FAILURES: Readonly<Record<number, string>> = {
  1: '客服帐号已删除',
  2: '关联的应用已关闭',
  4: '会话超过 48 小时，对方再发消息才能回复',
  5: '会话已关闭，对方再发消息才能回复',
  6: '连发超过 5 条，对方再发消息才能接着发',
  7: '对方没有绑定视频号',
  8: '企业或视频号没有完成认证',
  9: '视频号没有绑定企业微信',
  10: '对方拒收了客服消息',
  11: '企业没有成员登录企业微信 App',
  12: '企业微信不让客服发这种消息',
  13: '内容没有通过微信的安全检查',
};

export function failureOf(failType: number): string {
  return `微信没有送达：${FAILURES[failType] ?? '原因不明'}。`;
}
