import type { Claim } from './claim.ts';
import { after, before } from './clause.ts';

/** A number that bounds versions instead of being one: 5.0以下, 至少5.0. `rule`: it tells of no phone's side of the bound. */
type Bound = 'below' | 'above' | 'rule';

const NAME = '(?:安卓|android|ios|鸿蒙|harmonyos|系统|版本|阿里云|app|手机|\\s|是|到|的|为|v|:)*$';
const BELOW_BEFORE = new RegExp(
  `(?:(?<!不)低于|不到|没到|没有|(?<!不)小于|不足|达不到|老于|below|under|lower than|older than)${NAME}`,
);
const ABOVE_BEFORE = new RegExp(`(?:不低于|(?<!不)高于|大于|超过|不小于)${NAME}`);
const RULE_BEFORE = new RegExp(
  `(?:至少|最低|最少|起码|要求|需要|需|必须|(?<![主重还只])要|得|支持到|最新(?:的)?(?:版本?)?(?:号)?(?:是|为)|(?<!最)新版本?(?:号)?|满|requires?|needs?|at least|minimum)${NAME}`,
);
const TARGET_BEFORE = new RegExp(
  `(?:(?:怎么|如何|怎样|能|可以|想|要|需|无法|没法|去哪|打算|准备|计划)[^,]{0,8}(?:升级?|更新|刷)(?:到|成|为|至)?|(?:升|更新|升级)不(?:到|上|了))${NAME}`,
);
const BELOW_AFTER =
  /^ ?(?:版本?|系统|的)?(?:\(?不含\)?)?(?:及|或|和)?(?:其|它)?(?:(?:以|之)下|(?:以|之)前的?(?:版本|系统|不))|^ ?往下|^ ?都不到/;
const THAN = new RegExp(`比${NAME}`);
const OLDER = /^ ?(?:还|要|更)*(?:低|旧|老)/;
const ABOVE_AFTER =
  /^ ?(?:版本?|系统|的)?(?:\(?含\)?)?(?:及|或|和)?(?:其|它)?(?:(?:以|之)上|(?:以|之)后的?(?:版本|系统))|^ ?往上|^ ?起步?|^\+(?=$|[,。!?\s的才])/;
const RULE_AFTER = /^ ?(?:版本?|系统|的)?(?:才(?:能|可以|行|支持|让|装)|以内)/;

/** The bound that a number sets, if it sets one. */
export function boundIn(text: string, { numeral: { start, end } }: Claim): Bound | undefined {
  const lead = before(text, start, 26);
  const tail = after(text, end, 8);
  if (BELOW_AFTER.test(tail) || (THAN.test(lead) && OLDER.test(tail))) return 'below';
  if (ABOVE_AFTER.test(tail)) return 'above';
  if (BELOW_BEFORE.test(lead)) return 'below';
  if (ABOVE_BEFORE.test(lead)) return 'above';
  return RULE_BEFORE.test(lead) || TARGET_BEFORE.test(lead) || RULE_AFTER.test(tail) ? 'rule' : undefined;
}

/** Whether the clause around a bound speaks of a phone at hand ("我的是5.0以下的") and not of the rule. */
export function ofOwnPhone(text: string, { numeral: { start, end } }: Claim): boolean {
  const clause = before(text, start, 24) + after(text, start, end - start + 16);
  return OWN.test(clause) && !RULE.test(clause);
}

const OWN =
  /(?:我|俺|咱)(?:们)?(?:的|这|手机|用|就?是|那)|(?:这|手机|系统|机子|版本)(?:台|部|个)?(?:就?是|只有|才)|^(?:是|才|就)/;
const RULE = /为什么|为啥|为何|是不是|是否|要求|不支持|规定|必须|怎么|凭什么|哪/;

/** Whether the number itself is denied: "不是安卓4.4", "不是4.4是5.1". */
export function numberDenied(text: string, { numeral }: Claim): boolean {
  return DENIED.test(before(text, numeral.start, 16));
}

const DENIED = new RegExp(`(?:(?<!是)不是|并非)${NAME}`);
