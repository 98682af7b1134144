import { HAN_DIGITS } from '../../text/han-digits.ts';
import type { Facts } from '../facts.ts';

/** A message that only has a meaning after the last answer. */
export type FollowUp =
  | { readonly is: 'platform'; readonly platform: NonNullable<Facts['platform']> }
  | { readonly is: 'still-failing' }
  | { readonly is: 'step'; readonly number: number }
  | { readonly is: 'unclear' }
  | { readonly is: 'next' }
  | { readonly is: 'why' }
  | { readonly is: 'again' }
  /** Tells what was filled in. */
  | { readonly is: 'filled' };

const END = '(来着|啊|呀|呢|了|哦|吧|嘛|么|吗)*[?？。.!！~…\\s]*$';
const GAP = '[,，。\\s]*';
const LEAD = `^(不好意思|不对|不是|说错了|错了|哦|嗯|好的?|那|可是|但是|但|所以|还|请问|你说的|上面|这个)*${GAP}`;

const PLATFORM = new RegExp(
  `${LEAD}(如果|要是|换成|换|我们?|的|手机|用|是)*(?<phone>安卓|android|苹果|iphone|ios|ipad|鸿蒙|harmonyos)(手机|系统|机|版)*(呢|的|话|怎么弄|怎么办|咋办|咋弄|怎么搞|可以吗|行吗|也一样吗|也是这样吗|一样吗|怎么操作|怎么更新|咋整)*(?!呢)${END}`,
);
const TRIED =
  '(照做了|照着做了|(我)?(都|也)?(试|弄|做|更新|升级|换|重装|重启|重拍)(过|完|好)?了?(好几次|几遍|半天|一遍|几次)?|按(你|您|步骤|上面)(说的|的)?(做|弄|试|操作)?了?)';
const AFTER_TRYING = `(我?${TRIED}${GAP}|我${GAP})?`;
const STILL = new RegExp(
  `${LEAD}${AFTER_TRYING}(?<!还)(还|仍然?|依然|依旧|又|照样|也|都)+(是|老)?(不行|不可以|不能|没用|没有用|不管用|不好使|没解决|没好|失败|不成功|不通过|没通过|过不了|不过|这样|一样|那样|老样子|报错|出错|不得行|没反应|唔得|进不去|弄不好|搞不定)(怎么办|咋办|咋整)?${END}`,
);
const STILL_SHORT = new RegExp(
  `${LEAD}${AFTER_TRYING}(没用|没有用|不管用|不行|不好使|没解决|没效果|不得行|唔得|无效|弄不了|搞不定|not working|still not working|doesn'?t work|no use)(怎么办|咋办)?${END}`,
);
const STEP = new RegExp(
  `${LEAD}第([一二三四五六七八九十]|[1-9]|10)(步|条|点|个|项)(是什么|是啥|在哪里?|怎么(弄|做|操作|搞)|咋弄|什么意思|没看懂|看不懂|不懂|不会|卡住|具体)*${END}`,
);
const UNCLEAR = new RegExp(
  `${LEAD}(我)?(没看懂|看不懂|没懂|不懂|没明白|不明白|听不懂|什么意思|啥意思|太复杂|太长|说人话|(说|讲)?(简单|详细|具体|清楚|明白)(说|讲|一)?(点|些|一点|说说|讲讲)|一步一步(说|来|教我)?|具体怎么(弄|做|操作)|怎么(弄|操作|做|搞)|咋(弄|整|搞)|[在去从]哪(里|儿)?(点|找|看|弄)?|不会(弄|操作|做)?|教教我)${END}`,
);
const NEXT = new RegExp(
  `${LEAD}(然后|接下来|接着|下一步|之后|再然后|做完)(呢|怎么办|怎么弄|做什么|干嘛|干啥|该怎么做)*(?!呢)${END}`,
);
const WHY = new RegExp(`${LEAD}(为什么|为啥|咋回事|怎么回事|什么原因|啥原因|为什么会这样|怎么会这样)${END}`);
const AGAIN = new RegExp(`${LEAD}(再说一遍|再说一次|再发一遍|再发一次|重复一遍|没听清|刚才说的再发一遍)${END}`);

/** It failed before and fails again: alone a story, after an answer the news that it did not help. */
const FAILS_AGAIN =
  /(还是|仍然?|依然|依旧|照样|还|又|也).{0,8}(不行|不了|不过|不上|不去|不出|不到|没用|没反应|失败|报错|提示|一样|老样子|那样|这样|那个错|不好使|不通过|不显示|不成功|非法参数|为空|错误|白屏|闪退|转圈|上传中)|第[二三四五六七八九十2-9].{0,6}次.{0,4}(了$|失败|不行|不过|没过)|都(失败|不行)/;
const ELLIPTIC = /^(那|哪|如果|要是|换成)?.{1,10}(呢|行不|行吗|可以吗|可以不|也一样吗?)[?？。!！\s]*$/;

/** The follow-up in a normalised message that has no meaning alone; undefined for one that has. */
export function followUpIn(normalised: string): FollowUp | undefined {
  const platform = PLATFORM.exec(normalised)?.groups?.phone;
  if (platform) return { is: 'platform', platform: platformOf(platform) };
  if (STILL.test(normalised) || STILL_SHORT.test(normalised)) return { is: 'still-failing' };
  const step = STEP.exec(normalised)?.[2];
  if (step) return { is: 'step', number: HAN_DIGITS[step] ?? Number(step) };
  if (AGAIN.test(normalised)) return { is: 'again' };
  if (NEXT.test(normalised)) return { is: 'next' };
  if (WHY.test(normalised)) return { is: 'why' };
  return UNCLEAR.test(normalised) ? { is: 'unclear' } : undefined;
}

/** How a normalised message may lean on the last answer that could also stand alone: the decision tells which. */
export function leaningIn(normalised: string): FollowUp | undefined {
  if (FAILS_AGAIN.test(normalised)) return { is: 'still-failing' };
  return ELLIPTIC.test(normalised) ? { is: 'again' } : undefined;
}

function platformOf(word: string): NonNullable<Facts['platform']> {
  if (word === '安卓' || word === 'android') return 'android';
  return word === '鸿蒙' || word === 'harmonyos' ? 'harmony' : 'ios';
}
