import { after, before } from './clause.ts';

/**
 * How much a named phone is the one that will run the APP: the higher wins.
 *
 * 5 it is taken up now (换成了苹果, 拿我媳妇的 iphone 扫), or another is asked
 * about (还有个安卓5.1能用吗) · 4 the person's own
 * (我的安卓) · 3 just named · 2 a switch that is only considered (换苹果行吗),
 * or a system's steps · 1 of the past (以前用安卓) · 0 not in use: denied,
 * spare, or what a rule recommends.
 */
type Stance = 0 | 1 | 2 | 3 | 4 | 5;

const FILLER = '(?:使用|用|人|我|他|她|说|什么|个|台|部|款|一|的|这|那|手机|系统|新|老|过|是|改|换|\\s)*$';
const DENIED = new RegExp(
  `(?:(?<!是)不是|并非|(?<!有|只)没有?|不(?=用|想用|会用)|别(?=用)|买不起)${FILLER}|没有?升级?(?:到|成|过)?$|\\b(?:not|no)(?: an?| my)? $`,
);
const DENIED_AFTER = /^(?:手机|机)?(?:我)?(?:没有|没|就?算了|不是我的)$/;
const ASIDE = new RegExp(
  `(?:(?<![用拿在没])(?:电脑|笔记本)(?:[也就]?是|用的是?)|推荐|建议|必须|非要|非得|一定要|最好|是不是[要得]|要不要|需不需要|用不用|要换|得换|除非|不如|对应|卖|销售|经营|修理?|回收|比|除了?)${FILLER}`,
);
const ANOTHER = new RegExp(
  `(?:(?:还|也|另外|另|家里|备用|闲置)有|还剩|另外?一?(?:台|部|个)|备用(?:机|的)?|如果|要是|假如|万一)${FILLER}`,
);
/** A question about what was just named: 能用吗, 行不行, 呢. (扫吗 is put right to 扫码.) */
const ASKED_ABOUT =
  /呢(?:$|[?。!,])|(?:能|可以|行|好使|够|支持|可|成)[^,。!?]{0,6}(?:不|吗|么|嘛|否|没)(?:$|[?。!,])|[能以](?:用来)?扫码(?:$|[?。!])|能不能|可不可以|行不行|成不成|能否|够不够|支不支持|怎么样|试试/;
const PAST = new RegExp(`(?:以前|之前|原先|原来(?=用|是用)|上次|上回|曾经)${FILLER}`);
const ASIDE_AFTER = /^.{0,6}(?:没试|备用|闲置)|^.{0,8}(?:换成|换到|改成|改用)/;
const STEPS = /^(?:手机|机)?(?:的|版|端)?(?:那个)?(?:步骤|教程|路径|方法|操作)/;
const SWITCH = /(?:换|改用|借|拿|用)(?<middle>.{0,9})$/;
const DEFINITE =
  /^.?了|我|他|她|媳妇|老婆|老公|爸|妈|同事|朋友|室友|同学|儿子|女儿|老板|领导|家人|公司|家里|对象|这|那|台|部/;
const SWITCHED_AFTER = /^(?:手机|机)?.{0,3}(?:了|还是|也|依旧|照样|仍|一扫|一试|就进)/;
const OWN =
  /(?:(?<!给|让|叫|教|跟)我|俺|咱|本人|自己)(?!媳妇|老婆|老公|妈|爸|同事|朋友|女朋友|男朋友|儿子|女儿|哥|姐|弟|妹|领导|老板|室友|同学|客户|对象|家人|们老板)(?:们)?(?:的|用|是|手机|这|就|现在|这边|手里|手头)?.{0,5}$|(?:现在|目前|只有|只剩|就剩|就是)[^,]{0,4}$/;
const SWITCHING = /换|改用|借/;

/** The stance of the name at `start` to `end`, from the clause around it. */
export function stanceOf(text: string, { start, end }: { readonly start: number; readonly end: number }): Stance {
  const lead = before(text, start, 16);
  const tail = after(text, end, 12);
  if (ANOTHER.test(lead) && !ASIDE_AFTER.test(tail)) return isAskedAbout(text, start, end) ? 5 : 0;
  if (DENIED.test(lead) || DENIED_AFTER.test(tail) || ASIDE.test(lead) || ASIDE_AFTER.test(tail)) return 0;
  if (PAST.test(lead)) return 1;
  if (STEPS.test(tail)) return 2;
  const { 0: found = '', groups } = SWITCH.exec(lead) ?? {};
  if (found !== '') {
    if (found.startsWith('借') || DEFINITE.test(groups?.middle ?? '')) return 5;
    if (SWITCHING.test(found)) return SWITCHED_AFTER.test(tail) ? 5 : 2;
  }
  return OWN.test(lead) ? 4 : 3;
}

/** Whether another phone, a certain one, is asked about: a brand without anything else (如果用苹果呢) may be any. */
function isAskedAbout(text: string, start: number, end: number): boolean {
  const clause = before(text, start, 16) + after(text, start, 30);
  const certain = /有|另|备用|剩|我|他|她|台|部|\d/.test(clause);
  const rest = text.slice(end, end + 26).split(/[。!;…\n]/, 1)[0] ?? '';
  return certain && ASKED_ABOUT.test(rest);
}

/** Whether the name is denied: "不是安卓", "没有苹果手机". */
export function denied(text: string, start: number): boolean {
  return DENIED.test(before(text, start, 16));
}
