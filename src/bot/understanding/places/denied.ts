import type { Group } from './group.ts';

const NOT_BEFORE =
  /(?:(?<![是要])不是(?:让你|[要问查])*|(?<!要)不要|(?<!用)不用|别[用查写]|(?<![在是])不在|并非|没在|(?<!有)没有?在|不属于|不算)(?:在|的|说|指|注册在|去|公司)?$/u;
/** 打成江西: that was the slip. */
const SLIP_BEFORE = /(?:打|写|说|填|选|弄|搞|输|看|听)成了?$|\b(?:not|bu ?shi) (?:in |from )?$/u;
/** 选错了，我选了湖南 */
const SLIP_OWNED = /[打写填选][错岔]/u;
const WHAT_WAS_PUT = /(?<!重新?|再|改|要|该)[打写填选](?:了|的是?)$/u;
const SLIP_AFTER = /^的?我?是?(?:打|写|说|填|选|弄|搞)错|^(?:不是的?|不对)$|^的?(?:作废|不算|划掉|忽略)/u;
/** …不对，是西宁，说错了: the slip was what stood before. */
const CORRECTED = /(?:不对|不是|错了|更正|呸)[,.\s]*(?:应该|其实)?是?$/u;
/** 不是说福建要求吗 denies nothing. */
const ASKS = /[吗么嘛]/u;

/** The words that take a place back: 不是山东, 打成江西, 河北不对. */
export function denied({ before, clause, after, leads }: Group): string | undefined {
  const not = ASKS.test(after) ? undefined : NOT_BEFORE.exec(before)?.[0];
  const taken = not ?? SLIP_BEFORE.exec(before)?.[0] ?? ownedUp(clause);
  return taken ?? (leads || CORRECTED.test(clause) ? undefined : SLIP_AFTER.exec(after)?.[0]);
}

/** From the slip on, where the clause ends in what was put. */
function ownedUp(clause: string): string | undefined {
  const slip = clause.search(SLIP_OWNED);
  return slip >= 0 && clause.search(WHAT_WAS_PUT) >= slip + 2 ? clause.slice(slip) : undefined;
}
