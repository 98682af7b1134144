import type { Claim } from './claim.ts';
import { after, before } from './clause.ts';

const NUMBERS_JOINED = /^ ?(?:或者?|还是|、|和|跟|~|-) ?v?$/;
const UPGRADED =
  /^(?:版本?|的)? ?,?(?:刷机|手机|系统)?(?:就|才|刚|已经|直接|今天|昨天|自动|后来|又|给|被|能|可以|要|需要|想|怎么|如何|无法|没法|得|不)*(?:升级?|更新?|变|换|刷|降级?)(?:到|成|为|至|不到)?(?:了)? ?(?:最?新的?)?v?$|^ ?(?:→|-+>|=+>) ?$/;
const TAKEN_BACK =
  /^(?:版本?|的|系统)?[,。.!\s…]*(?:(?:哦|啊|额|呃|哎呀?|等(?:一?下|一)?)+[,\s]*)?(?:不对|错了|(?<=[啊哦噢呃哎])不|不不|(?:说|打|写|看|记|弄|搞)错了?|更正|纠正|抱歉|不好意思|不是(?=[,\s]))[,\s了:]*(?:(?:应该|其实|实际上?|(?=[是为]))[是为]?\s*)?v?$/;
const BUT = /^(?:版本?|的|系统)?[,\s]*(?:而|应该|其实)?是\s*v?$/;
const WISHED = /能|可以|要|需要|想|怎么|如何|无法|没法|得|不/;
const DENIED = /^(?:版本?|的|系统)?,? ?(?:而|并)?不是 ?v?$/;
/** Longest text between two numbers that bear on each other, in characters. */
const AT_MOST = 36;

/**
 * Two numbers of which one replaces the other (从4.4升到6.0; 4.4,不对,5.1;
 * 5.1,不是4.4) or that share a word (4.4或5.0). Undefined for unrelated ones.
 */
export function follow(text: string, last: Claim, own: Claim, beside: boolean): readonly [Claim, Claim] | undefined {
  const alone = own.of === 'alone' && beside;
  const named =
    own.of === last.of && own.platform === last.platform && own.subject && own.subject.start >= last.numeral.end;
  if (!alone && !named) return undefined;
  const gap = text.slice(last.numeral.end, named ? own.subject.start : own.numeral.start);
  if (gap.length > AT_MOST) return undefined;
  const next = alone ? { ...last, numeral: own.numeral, replaced: false } : own;
  const replaced: readonly [Claim, Claim] = [{ ...last, replaced: true }, next];
  if (UPGRADED.test(gap)) {
    const done = /了/.test(gap + after(text, own.numeral.end, 3));
    const wished = WISHED.test(before(text, last.numeral.start, 12) + gap);
    return wished && !done ? [last, { ...next, replaced: true }] : replaced;
  }
  if (TAKEN_BACK.test(gap)) return replaced;
  if (BUT.test(gap) && /不是/.test(before(text, last.numeral.start, 10))) return replaced;
  if (DENIED.test(gap)) return [last, { ...next, replaced: true }];
  const listed = /^, ?$/.test(gap) && last.numeral.form === 'plain' && own.numeral.form === 'plain';
  return alone && (listed || NUMBERS_JOINED.test(gap)) ? [last, next] : undefined;
}
