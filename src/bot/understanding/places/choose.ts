import { type Place, standings, TELLS } from './standing.ts';

/** Where the filing party is, as far as a message tells. */
export interface Chosen {
  readonly province: string;
  /** The words that decided; empty where it is the only place named. */
  readonly because: string;
}

const CORRECTS =
  /(?:^|[,。!?;、.\s])(?:哦|啊|噢|喔|呀|呃|额|嗯|诶|哎呀?|等等|等下|等一下|抱歉|不好意思|对不起|sorry|no)?[,\s]?(?:不对|不是的|不不|错了|不[,。!])|(?:说|打|记|搞|弄)错|口误|更正|纠正|准确地?说|确切地?说|看[了下一]*(?:营业)?执照[,是写]*|应该是|改成|换成|actually|correction|i mean/gu;
/** Papers can be wrong too: only what clearly speaks of the filing party corrects after these. */
const WEAK_CORRECTION = /搞错|弄错|应该是/u;
const MOVED = /迁|搬|换|变更|转|改/u;
/** 老家在天水，公司在那边 */
const THERE = /(?:公司|店|厂|执照|主体)(?:就|也|都|开)?在(?:那边|那儿|那里|老家|当地)/u;
const STUDIES = /毕业|读|念|上学|考|母校|校友|学生|学长|同学|教授/u;

/** The one province that a message tells; undefined where the words name none, or several of equal weight. */
export function choose(text: string, places: readonly Place[]): Chosen | undefined {
  const counted = corrected(text, places);
  const telling = counted.filter(({ weight }) => weight >= TELLS);
  const top = Math.max(...telling.map(({ weight }) => weight));
  const best = telling.filter(({ weight }) => weight === top);
  const province = best.length > 0 ? common(best, counted) : fallback(text, counted);
  return province ? { province, because: best[0]?.because ?? counted[0]?.because ?? '' } : undefined;
}

/** The places after the last correction that says anything; all where there is none. */
function corrected(text: string, places: readonly Place[]): readonly Place[] {
  for (const { 0: words, index } of [...text.matchAll(CORRECTS)].reverse()) {
    const enough = WEAK_CORRECTION.test(words) ? standings.plain : TELLS;
    const after = places.filter(({ start, weight }) => start >= index + words.length && weight >= enough);
    if (after.length > 0) return after;
  }
  return places;
}

/** The province that all of the names can mean; a name that several provinces share leans on the other places. */
function common(best: readonly Place[], all: readonly Place[]): string | undefined {
  const names = best.flatMap(({ provinces }) => provinces);
  const shared = names.reduce((some, provinces) => some.filter((province) => provinces.includes(province)));
  if (shared.length < 2) return shared[0];
  const named = new Set(
    all.flatMap(({ provinces, weight }) => (weight > 0 ? provinces.filter((one) => one.length === 1).flat() : [])),
  );
  const settled = shared.filter((province) => named.has(province));
  return settled.length === 1 ? settled[0] : undefined;
}

/**
 * Where nothing tells: the school that files; the home town, if the firm is there; where the firm was before, if
 * nobody speaks of moving; where it still is, if it only plans to.
 */
function fallback(text: string, places: readonly Place[]): string | undefined {
  const stays = places.some(({ standing }) => standing === 'planned');
  const left = places.filter(
    ({ standing }) =>
      (standing === 'school' && !STUDIES.test(text)) ||
      (standing === 'home' && THERE.test(text)) ||
      (standing === 'former' && !MOVED.test(text)) ||
      (standing === 'from' && stays),
  );
  return left.length > 0 ? common(left, left) : undefined;
}
