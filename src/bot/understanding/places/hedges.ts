import type { Cue } from './cues-before.ts';
import type { Group } from './group.ts';
import type { SaidAnywhere } from './said-anywhere.ts';
import { type Standing, standings } from './standing.ts';

/** A cue, and what is added to its weight. */
export interface Judged extends Cue {
  readonly extra: number;
}

const FORMER =
  /(?:(?:前面|刚才|刚刚|上面(?=我)|刚)我?(?:[写说填选打]|[写说填选打]的?是?)|之前|以前|原来|原先|原本|曾经?|上次|早先|旧)(?!.{0,28}(?:现在|如今|目前|后来|今年|改|搬|迁))/u;
const NOW = /现在|目前|这次|如今|本次/u;
const WISH = /(?:想(?!问|知道|咨询|请教|了解|请|确认)|打算|准备|计划|考虑|如果|要是|假如|万一|以后|将来|明年)/u;
const NOT_YET = /还没|尚未|没有?|能不能|可以|可不可以|可能|下个月|即将/u;
/** 湖南的执照可以在广东备案吗 */
const MAY = /(?:可以|能不能|能否|可不可以|能)在$/u;
const STILL = /(?:执照|注册地?|登记|主体|备案).{0,6}(?:还是|仍|还在|依旧|没[变换改])/u;
const OTHERS = /(?<![和跟与])(?:朋友|别人|同行|人家|隔壁|同学|邻居|亲戚|别的公司|其他公司|另一家)/u;
const TENTATIVE: ReadonlySet<Standing> = new Set(['files', 'licensed', 'firm', 'branch']);
/** More than 迁到 counts what is still so: 刚迁到杭州，执照还是江苏的. */
const STILL_ADDS = 12;
const NOW_ADDS = 2;

/** What is past, planned, supposed or said of somebody else weighs less; what is so still or now, more. */
export function hedged(anywhere: SaidAnywhere, { before, segment }: Group, cue: Cue): Judged {
  const plain = { ...cue, extra: 0 };
  if (standings[cue.standing] < standings.hasBranch) return plain;
  const others = OTHERS.exec(before)?.[0];
  if (others && !anywhere.onBehalf) return { standing: 'other', words: others, extra: 0 };
  if (STILL.test(before)) return { ...cue, extra: STILL_ADDS };
  const former = FORMER.exec(before)?.[0];
  if (former && cue.standing !== 'moved') return { standing: 'former', words: former, extra: 0 };
  const wish = WISH.exec(segment)?.[0];
  if (cue.standing === 'moved' && (wish || NOT_YET.test(segment) || anywhere.isMoving))
    return { ...plain, standing: 'planned' };
  const asked = wish ?? MAY.exec(before)?.[0];
  if (asked && TENTATIVE.has(cue.standing)) return { standing: 'wish', words: asked, extra: 0 };
  return { ...cue, extra: NOW.test(before) ? NOW_ADDS : 0 };
}
