import { type Attempts, attemptsIn, OFTEN } from './attempts.ts';
import { clausesIn } from './clauses.ts';
import { english } from './english-counts.ts';
import { followedIn } from './face-advice.ts';
import { outcomeOf } from './face-outcome.ts';

/** What a message tells of face verification attempts. */
export interface FaceStory {
  /** Failures over the whole story, where it counts them: 都第四次了. Vague ones (好几次, 一上午) count as three. Never beside `more`. */
  readonly total?: number;
  /** Failures since the last message: 又失败, 又刷了两回. */
  readonly more?: number;
  /** It happened three times or more, or 每次, 老是. */
  readonly many: boolean;
  /** Light, glasses, background: what entry 8 and our advice say was done. */
  readonly followed: boolean;
  /** It passed at last. */
  readonly passed: boolean;
  /** It tells of a failure at all. */
  readonly failed: boolean;
}

const AS_TOLD = /(按照?|照着?)(你|您)们?(说|讲|教|的)/;
const EACH_TIME =
  /每[次回]|次次|回回|老是|老(?=[不说提失对报过卡让叫跳退弹停回要])|总是|总(?=[不说提失报过卡让叫跳退弹停回要])|一直|反复|屡|经常|不停|always|keeps? fail/;
const USED_UP = /次数(已|都|也|被|达|到|了){0,3}(过多|太多|超|用完|用光|上限|满)/;

/** Reads what a normalised message tells of face verification; asked only where that is the topic. */
export function faceStoryIn(normalised: string): FaceStory {
  const clauses = clausesIn(normalised);
  const outcome = outcomeOf(clauses);
  const toldSince = AS_TOLD.test(normalised);
  const attempts = [
    ...clauses
      .flatMap((clause) => attemptsIn(clause))
      .map((one) => (toldSince && !one.ordinal ? { ...one, again: true } : one)),
    ...english(normalised),
  ];
  const counted = countOf(attempts, outcome.again && !outcome.passed);
  const count = Math.max(counted.total ?? 0, counted.more ?? 0);
  const failed = outcome.failed || (count > 0 && !outcome.passed);
  return {
    ...counted,
    many: count >= OFTEN || (failed && EACH_TIME.test(normalised)) || USED_UP.test(normalised),
    followed: followedIn(clauses),
    passed: outcome.passed,
    failed,
  };
}

function countOf(attempts: readonly Attempts[], again: boolean): Pick<FaceStory, 'total' | 'more'> {
  const sum = attempts.find((one) => one.sum);
  if (sum) return { total: sum.count };
  const first = attempts.findIndex((one) => !one.again);
  if (first < 0) {
    const more = added(attempts);
    if (more > 0) return { more };
    return again ? { more: 1 } : {};
  }
  const whole = attempts.filter((one) => !one.again);
  const since = whole.some((one) => !one.ordinal) ? added(attempts.slice(first).filter((one) => one.again)) : 0;
  return { total: overDays(whole) + since };
}

/** Counts of different days add up; of one day the highest tells all. */
function overDays(attempts: readonly Attempts[]): number {
  const days = new Map<string | undefined, number>();
  for (const { day, ordinal, count } of attempts) {
    const key = ordinal ? undefined : day;
    days.set(key, Math.max(days.get(key) ?? 0, count));
  }
  return days.has(undefined) ? Math.max(...days.values()) : added([...days.values()].map((count) => ({ count })));
}

const added = (counts: readonly { readonly count: number }[]): number =>
  counts.reduce((sum, { count }) => sum + count, 0);
