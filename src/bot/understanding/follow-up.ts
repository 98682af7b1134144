import type { Facts } from '../facts.ts';

/** A message that only has a meaning after the last answer. */
export type FollowUp =
  | { readonly is: 'platform'; readonly platform: NonNullable<Facts['platform']> }
  | { readonly is: 'still-failing' }
  | { readonly is: 'step'; readonly number: number }
  | { readonly is: 'again' };

const PLATFORM = /^那?(如果|要是|换成|换|我用|用|我是|是)?(的是)?(安卓|android|苹果|iphone|ios|ipad|鸿蒙|harmonyos)(手机|系统|机)?(呢|的呢|的话呢?|怎么弄|怎么办|咋办|咋弄|怎么搞|可以吗|行吗|也一样吗|怎么操作|怎么更新|咋整)*[?？。!！\s]*$/;
const STILL = /^(那|可是|但是|但|我)?(照做了|试了|试过了|都试了|弄了|按你说的做了|做了|按步骤做了|更新了|换了)?[,，\s]*(还|仍然?|依然|依旧|又|照样)(是)?(不行|不可以|没用|不管用|不好使|没解决|没好|失败|不成功|这样|一样|那样|报错|不得行|没反应|唔得)(啊|呀|呢|了|哦|怎么办|咋办|咋整)*[?？。!！~\s]*$/;
const STILL_SHORT = /^(没用|不管用|不行|不好使|没解决|试了没用|没有用|不得行|唔得|无效|not working|still not working|doesn'?t work)(啊|呀|呢|了|怎么办|咋办)*[?？。!！~\s]*$/;
const STEP = /^(那)?第([一二三四五六1-6])(步|条|点|个)(是什么|是啥|在哪|在哪里|怎么弄|怎么做|怎么操作|咋弄|什么意思|没看懂|看不懂|不懂|呢|怎么搞|啥意思)*[?？。!！\s]*$/;
const AGAIN = /^(那)?(然后呢?|接下来(呢)?|接着呢|下一步(呢|怎么办|做什么)?|怎么弄|怎么操作|咋弄|怎么做|具体怎么(弄|做|操作)|具体点|说详细点|详细(说说|点|一点)|在哪(里|儿)?|在哪里(点|找)|没看懂|看不懂|不懂|什么意思|啥意思|再说一遍|再说一次|为什么|为啥|怎么回事)(啊|呀|呢)*[?？。!！\s]*$/;

const NUMBERS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6 };

/** The follow-up in a normalised message; undefined for one that can stand alone. */
export function followUpIn(normalised: string): FollowUp | undefined {
  const platform = PLATFORM.exec(normalised)?.[3];
  if (platform) return { is: 'platform', platform: platformOf(platform) };
  if (STILL.test(normalised) || STILL_SHORT.test(normalised)) return { is: 'still-failing' };
  const step = STEP.exec(normalised)?.[2];
  if (step) return { is: 'step', number: NUMBERS[step] ?? Number(step) };
  return AGAIN.test(normalised) ? { is: 'again' } : undefined;
}

function platformOf(word: string): NonNullable<Facts['platform']> {
  if (word === '安卓' || word === 'android') return 'android';
  return word === '鸿蒙' || word === 'harmonyos' ? 'harmony' : 'ios';
}
