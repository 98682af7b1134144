/** What the desk itself says to the person of a talk. */
export const deskPhrases = {
  joined: (name: string) => `${name} 已接入，前面的情况已经看到，不用再讲一遍。`,
  handedOn: (name: string) => `${name} 正在把您转给另一位客服，排在最前面。`,
  waitsAgain: '刚才的客服离开了，您已回到队伍最前面，不用重新说明。',
  returned: '客服这边先处理到这里，后面的问题可以继续问我。需要客服时点“转人工”。',
  resolved: '客服已结束这次服务。如果还没解决，72 小时内回来点“转人工”，会优先找同一位客服。',
  offerTicket: '现在还没有客服空出来。可以接着等，也可以留言，或者先继续问我。',
  back: '您约好的时间到了，已为您重新排到队伍最前面。',
  followUp: (when: string) => `已记下，${when} 再看这件事；到时候这里会重新排队。`,
  warnIdle: '这段对话一段时间没有新消息了，再过 2 小时会自动结束。还需要帮助，回一句话就行。',
  ended: '这段对话已自动结束。再发一句话，就可以重新开始。',
  announcement: (when: string, text: string) => `**公告 · ${when}**\n\n${text}`,
} as const;

/** An agent as people see them: 客服 07. */
export function agentName(number: number): string {
  return `客服 ${String(number).padStart(2, '0')}`;
}
