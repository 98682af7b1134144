/** Every fixed sentence of the page. */
export const WORDS = {
  number: (ticket) => `编号 ${ticket}`,
  question: '您的留言',
  none: '还没有回答。客服回答后，刷新这一页就能看到。',
  pictures: (count) => `还有 ${count} 张图片，在原来的对话里看。`,
  masked: '证件号、电话等号码已经遮住。',
  noKey: '这个链接不完整。请回到原来的对话或邮件，把链接完整地复制过来。',
  unreachable: '没有连上服务。请检查网络，再点“刷新”。',
  tooOften: '打开得太频繁了，请过一分钟再点“刷新”。',
};
