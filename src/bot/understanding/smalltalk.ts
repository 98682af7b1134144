export type Smalltalk = 'greeting' | 'thanks' | 'goodbye' | 'solved' | 'acknowledged' | 'frustration' | 'other';

const KINDS: readonly (readonly [Smalltalk, RegExp])[] = [
  ['solved', /(解决了|好了|搞定|可以了|弄好了|成功了|过了|没问题了|ok了|通过了)[,，。.!！~谢感啦哈\s]*(谢谢|感谢|多谢)?/],
  ['thanks', /(谢|感谢|辛苦|thank|thx|多谢|唔该|太感激)/],
  ['goodbye', /(再见|拜拜|bye|下次见|先这样|回见|晚安|先走了|88)/],
  ['greeting', /(你好|您好|hello|hi|嗨|哈喽|在吗|在么|在不在|早上好|上午好|下午好|晚上好|有人吗|早安|喂)/],
  ['frustration', /(气死|烦|无语|崩溃|受不了|破玩意|什么玩意|垃圾|太难|折腾|受气|着急|急死|头疼|心累|绝了|坑|服了|糟心|郁闷)/],
  ['acknowledged', /^(好的?|嗯+|哦+|噢+|行|知道了|明白了?|收到|ok|okay|了解|懂了|可以|是的|对)[的吧啊呀哈,，。.!！~\s]*/],
];

/** Which kind of talk beside the matter a normalised message is. */
export function smalltalkOf(normalised: string): Smalltalk {
  return KINDS.find(([, pattern]) => pattern.test(normalised))?.[0] ?? 'other';
}
