export type Smalltalk =
  | 'greeting'
  | 'thanks'
  | 'goodbye'
  | 'solved'
  | 'acknowledged'
  | 'waiting'
  | 'here'
  | 'helpless'
  | 'frustration'
  | 'other';

/** In the order in which they are looked for: "弄好了,谢谢" is solved, "好烦" is no consent. */
const KINDS: readonly (readonly [Smalltalk, RegExp])[] = [
  [
    'solved',
    /^(?!.*[吗么没不][?？。\s]*$).*((?<![没未])解决了|^(哎呀?|现在|刚|终于|已经)*(都|就)?(好了|过了|可以了|行了|成了)|搞定|弄好了|弄好啦|(?<!没)成功了|没问题了|没事了|问题没了|ok了|通过了|搞掂|妥了|solved|不用管了)/,
  ],
  ['thanks', /(谢|感谢|感恩|感激|辛苦|thank|thx|唔该|蟹蟹|xiexie|3q|给你点赞|🙏|🌹|抱拳|玫瑰)/],
  [
    'goodbye',
    /(再见|拜拜|掰掰|bye|下次见|先这样|回见|晚安|good night|先走了|先忙了|下班了|明天见|see you|^88\d?$|愉快)/,
  ],
  ['waiting', /(等一?下|等我|稍等|等等|等一哈|我去拿|接个电话|我(先|再)?(看看|试试|试一下|想想|考虑))/],
  [
    'helpless',
    /(不会(弄|用|操作|搞)|[都也]不懂|不懂(手机|电脑|技术)|没用过|看不清|老年人|年纪大|小白|新手|不太会|好笨|教教我)/,
  ],
  [
    'frustration',
    /(气死|烦|无语|崩溃|崩潰|受不了|破玩意|什么玩意|太难|好难|折腾|受气|急死|急急|头疼|心累|绝了|服了|糟心|郁闷|想哭|唉|愁|救命|心态炸|😡|🤬|😭|😤|流泪|裂开)/,
  ],
  ['here', /(人呢|还在吗|不说话|没动静|不回复|怎么还不|等半天|等了半天|等你回复|我等着|在线等|好慢)/],
  [
    'greeting',
    /(你好|您好|^hello|^hi\b|^hey|嗨|哈[喽啰囉]|在吗|在么|在不在|早上好|上午好|中午好|下午好|晚上好|有人[吗没在]|^早|喂|nihao|good (morning|evening))/,
  ],
  [
    'acknowledged',
    /^(好[的嘞噶啊吧]?|嗯+|哦+|噢+|中|要得|行[吧啊]?|知道[了啦]|明白了?|收到|晓得|ok|okay|got it|了解|懂了|可以[的吧]?|是的|对的?|👌|👍|🙂|😂|hao de|en)/,
  ],
];

/** Which kind of talk beside the matter a normalised message is. */
export function smalltalkOf(normalised: string): Smalltalk {
  return KINDS.find(([, pattern]) => pattern.test(normalised))?.[0] ?? 'other';
}
