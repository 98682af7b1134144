import { corrected } from './corrections.ts';
import { type Place, TELLS } from './standing.ts';

/** Where the filing party is, as far as a message tells. */
export interface Chosen {
  readonly province: string;
  /** The words that decided; empty where it is the only place named. */
  readonly because: string;
}

const NOT = /^(?:不是|不在|并非|没在|不属于)/u;
/** 人不在北京 says where a person is not. */
const SOMEBODY = /(?:人|我|[他她]|老板)(?:现在|目前|已经|都|也|又)*[不没]在$/u;
/** Characters before a place that tell of whom it is said. */
const NEAR = 12;
const MOVED = /迁|搬|换|变更|转|改/u;
/** 老家在天水，公司在那边 */
const THERE = /(?:公司|店|厂|执照|主体)(?:就|也|都|开)?在(?:那边|那儿|那里|老家|当地)/u;
const STUDIES = /毕业|读|念|上学|考|母校|校友|学生|学长|同学|教授/u;

/** The one province that a message tells; undefined where the words name none, or several of equal weight. */
export function choose(text: string, places: readonly Place[]): Chosen | undefined {
  const counted = corrected(text, stillOpen(text, places));
  const telling = counted.filter(({ weight }) => weight >= TELLS);
  const top = Math.max(...telling.map(({ weight }) => weight));
  const best = telling.filter(({ weight }) => weight === top);
  const province = best.length > 0 ? common(best, counted) : fallback(text, counted);
  return province ? { province, because: best[0]?.because ?? counted[0]?.because ?? '' } : undefined;
}

/** Without what merely names again where the party is not: 又不在广东，为什么按广东的规则. */
function stillOpen(text: string, places: readonly Place[]): readonly Place[] {
  const denied = places
    .filter(
      ({ start, standing, because }) =>
        standing === 'never' && NOT.test(because) && !SOMEBODY.test(text.slice(Math.max(0, start - NEAR), start)),
    )
    .map((place) => place.text);
  return denied.length > 0
    ? places.filter(({ text: name, standing }) => standing !== 'plain' || !denied.includes(name))
    : places;
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
