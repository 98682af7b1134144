import { type Place, standings, TELLS } from './standing.ts';

const INTERJECTION = '(?:哦|啊|噢|喔|呀|呃|额|嗯|诶|哎呀?|等等|等下|等一下|抱歉|不好意思|对不起|sorry|no)';
/** Said by itself, of what was just typed: 看错了, not 负责人姓名填错了. */
const SLIPS = '(?:[看写填选听讲念敲输点发抄贴按]|复制|粘贴)错|[打写手]太?快|手[误滑快]|嘴[误瓢]|笔误';
const CORRECTS = new RegExp(
  [
    `(?:^|[,。!?;、.\\s])${INTERJECTION}?[,\\s]?(?:不对|不是的|不不|错了|不[,。!])`,
    '(?<![对姓名息料码照方里都也])不对(?=是|应该)',
    `(?:^|[,。!?;、.\\s的])(?:${INTERJECTION}|我|刚才?|前面)*,?(?:${SLIPS})`,
    '[啊哦噢喔呃额]不(?![要用能会可行过知了好清太同管需想得在敢让给算])|呸',
    '(?:说|打|记|搞|弄|讲)[错岔反]|口误|更正|纠正|准确地?[来]?说|确切地?[来]?说|看[了下一]*(?:营业)?执照[,是写]*|应该是|改成|换成|actually|correction|i mean',
  ].join('|'),
  'gu',
);
/** Papers can be wrong too: only what clearly speaks of the filing party corrects after these. */
const WEAK = new RegExp(`[搞弄][错反]|应该是|${SLIPS}`, 'u');
/** The slip is owned up to at last: 公司在广州，啊深圳，说错了. */
const OWNED_UP = /[,。!?;.\s]我?(?:刚才?|前面)?(?:[说打讲写选看记]错|口误|手误|笔误)了?[字省]?[,。!.]*$/u;
/** 湖北的，哦湖南. */
const ON_SECOND_THOUGHT = /[,。!?;.\s](?:哦|噢|喔|呃|额|哎呀?|欸)[,\s]?(?:应该)?是?$/u;
/** More characters than such a thought has. */
const THOUGHT = 8;
/** Characters between a slip and what was meant, where neither has words of its own. */
const CLOSE = 5;

/** The places after the last correction that says anything; all where there is none. */
export function corrected(text: string, places: readonly Place[]): readonly Place[] {
  const last = { [standings.plain]: lastOf(places, standings.plain), [TELLS]: lastOf(places, TELLS) };
  for (const { 0: words, index } of [...text.matchAll(CORRECTS)].reverse()) {
    const enough = WEAK.test(words) ? standings.plain : TELLS;
    const from = index + words.length;
    if ((last[enough] ?? -1) >= from) return places.filter(({ start, weight }) => start >= from && weight >= enough);
  }
  const second = places.findLastIndex(
    ({ start, weight }, at) =>
      at > 0 && weight >= standings.plain && ON_SECOND_THOUGHT.test(text.slice(Math.max(0, start - THOUGHT), start)),
  );
  return second < 0 ? ownedUp(text, places) : places.slice(second);
}

/** Where the last place of some weight begins; -1 where none has it. */
function lastOf(places: readonly Place[], least: number): number {
  return Math.max(-1, ...places.filter(({ weight }) => weight >= least).map(({ start }) => start));
}

function ownedUp(text: string, places: readonly Place[]): readonly Place[] {
  const [slip, meant] = places.slice(-2);
  if (!slip || !meant || meant.weight < standings.plain || meant.start - slip.end > CLOSE) return places;
  return OWNED_UP.test(text.slice(meant.end)) ? [meant] : places;
}
