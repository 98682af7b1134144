import type { Clause } from './clauses.ts';
import { STUCK } from './face-stuck.ts';

const ACT = '(刷|唰|涮|扫|验|整|搞|弄|认|识别|验证|核验|认证|采集|录|做|对|匹配)';

/** Words of a failure, within one clause. 不过 is one only at the end of what it says: elsewhere it means "but". */
export const FAILS = new RegExp(
  [
    "失败|失白|败(?=了|$)|连[败跪]|fail|no luck|reject|(?:not|n'?t|never) (?:pass|work|match|recogni)",
    '没(?:有)?(?:能|刷|给)?(?:通过|成功|过(?![期多一几程头])|成(?!立)|戏|效果|反应|(?:一个|啥|什么)?(?:管用|好使|起作用)|用(?=$|[了啊呀的哦]|怎么|咋))',
    '(?:过|通过|通)不(?:去|了|到|过)|(?<=通)不过|(?:不|未|没)(?:有)?通过|不(?:让|给)(?:我)?(?:通?过)',
    '不一致|不一样(?=$)|不匹配|不相?符|不成功|(?<!成)不成(?=$|[啊呀了])|不好使|不管用|(?<!行|好到|好得|亮得|亮到)不行(?!吗|么|不)|(?<!中)不中(?=$|[啊呀了嘞])|不得行|(?<![舍巴怪见要])不得(?=$|[啊了嘅])|不灵|无效|白刷',
    `${ACT}(?:脸|人脸)?(?:都|也)?不(?:上|了|过|成|出|到|通|定|好|下去|来)|不认(?:我|识|他|她|脸|人|$)|不识别`,
    '报错|出错|超时|被拒|(?:说|提示|显示)(?:我|他|她)?(?:不是|非)(?:我|本人)|(?<!能)不能(?:通过|过)|无法(?:通过|识别|验证|核验|刷|认证)',
    '(?<=[^只好超难大])(?<!再好)不过(?=$|[了啊呀哦呢吧的嘛哈]|去|关|怎么|咋)',
    '(?:还是?|仍然?|结果|依[旧然]|照样|又是?)(?:是)?(?:老样子|一样|那样|这样|那句|这句|那个(?:提示|错)|同样|原样|这个提示)|老样子|^(?:结果|都|也)?一样的?$',
    ...STUCK,
  ].join('|'),
);
const NOT_YET =
  /会不会|不会(失败|不过|不通过|报错|不一致|过不)|(害怕|生怕|担心|怕(会|又|失败|不过|过不))|避免|防止|才(不会|能|可以)|怎么才|没(有)?失败|还没(刷|试|做|弄|开始)|^会|[次后]会|会怎/;
const AGAIN = /又|再[次败]|再一次|还(?!没(刷|试|做))|仍|依[旧然]|照[样旧]|(?<!不)一样|同样|仲|老样子|still|again/;

const END = '(?:了|啦|咗|咯|喽|嘞|啰)';
const NOT_TIME =
  '(?!吗|么|没|不|一会|会儿|半|好久|几|多久|很久|这么|那么|[\\d一二两三四五六七八九十]|期|时|头|才|以后|之后|再|的话|就|后|要)';
const PASSES = new RegExp(
  [
    `(?:(?<=^|终于|总算|竟然|居然|这[次回把]|就|已经?|脸|核验|验证|认证|刷|[次遍回步关]|刚|给|秒|真|果然|顺利|可算|[都全我他她也哈啊哦]|现在|今天|识别|直接|勉强)过|(?<![没不未能才])通过|(?<![没不未能才])成功|(?<=刷|弄|搞|终于|总算|这次|验证|核验)成)${END}${NOT_TIME}`,
    "(?:核验|验证|认证|刷脸|识别|提示|显示|这[次回]|终于|总算)(?:已经?|都)?(?:成功|通过)(?=$|[啊呀哈!])|(?<=第[^,]{1,3}[次回遍]|这[次回]|终于|总算)才(?:给)?(?:过|成|通过|成功)的?(?=$|[啊呀哈!])|(?<=终于|总算)(?:给我|给)?(?:刷|弄|搞|认|识别|整)(?:上|成|好|过|出来)了|过咗|搞掂|(?<!not |n'?t )\\bpassed\\b|\\bit worked\\b|\\bworks now\\b",
  ].join('|'),
);
const OTHER_PASSED = /(身份证|证件|执照|资料|审|备案|短信|管局|认证书)(都|已经?|也)*$/;
const UNREAL =
  /(怎么|怎样|如何|咋|什么时候|啥时候|多久|等|希望|但愿|如果|要是|是不是|有没有|差点|快要?)[^终总]{0,6}$|(?:[能要想让快]|(?<!刚)才)[^终总]{0,2}$/;
const SOLVED =
  /^(嗯|哦|啊|现在|终于|总算|已经|脸|人脸|刷脸|这次|刚刚|刚才|我|都)*(好了|可以了|行了|ok了|搞定了?|弄好了|刷好了|得咗|成了)(啊|呀|啦|哈|谢谢|感谢)*$/;
const BEFORE = /之前|以前|先前|原来|昨天|前几/;

/** How the story of the clauses goes: the last word counts. */
interface Outcome {
  readonly failed: boolean;
  /** It failed once more: 又失败, 还是不过. */
  readonly again: boolean;
  readonly passed: boolean;
}

export function outcomeOf(clauses: readonly Clause[]): Outcome {
  let failed = false;
  let again = false;
  let passed = false;
  for (const clause of clauses) {
    const fails = failsIn(clause);
    const passes = passesIn(clause);
    failed ||= fails;
    again ||= fails && againIn(clause.text);
    if (passes !== undefined) passed = !fails || passes > clause.text.search(FAILS);
    else if (fails && !BEFORE.test(clause.text)) passed = false;
  }
  const last = clauses.findLast(({ text }) => !/^(谢|感谢|多谢|thank)/.test(text));
  return { failed, again, passed: passed || (last !== undefined && !last.asks && SOLVED.test(last.text)) };
}

/** 又识别不过, not 识别不过我又没换脸. */
function againIn(text: string): boolean {
  const at = text.search(AGAIN);
  return at >= 0 && (at <= text.search(FAILS) || /again|(?<!不)一样|老样子/.test(text));
}

/** Whether a clause tells of a failure that happened. */
function failsIn({ text, supposes }: Clause): boolean {
  return !supposes && FAILS.test(text) && !NOT_YET.test(text);
}

/** Where a clause says that it passed. */
function passesIn({ text, asks, supposes }: Clause): number | undefined {
  if (asks || supposes) return undefined;
  const found = PASSES.exec(text);
  if (!found) return undefined;
  const before = text.slice(Math.max(0, found.index - 10), found.index);
  return OTHER_PASSED.test(before) || UNREAL.test(before) ? undefined : found.index;
}
