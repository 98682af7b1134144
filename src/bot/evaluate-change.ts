import type { Guard } from './eval-sets.ts';
import { type Evaluation, share } from './evaluate.ts';

/** What came of one set, in shares from 0 to 1; those of an empty set are NaN. */
interface Figures {
  readonly set: string;
  readonly inScope: number;
  readonly right: number;
  readonly helped: number;
  readonly wrong: number;
  readonly notCovered: number;
  readonly outOfScope: number;
  readonly declined: number;
  readonly answered: number;
  readonly clarified: number;
}

/** What came of all sets; `correct` is the share of all questions that were answered right or rightly declined. */
export interface Measured {
  readonly sets: readonly Figures[];
  readonly correct: number;
}

export interface EvaluatedSet {
  readonly guard: Guard;
  readonly evaluation: Evaluation;
}

export function measured(sets: readonly EvaluatedSet[]): Measured {
  const all = sets.flatMap(({ evaluation: { inScope, outOfScope } }) => [...inScope, ...outOfScope]);
  return {
    sets: sets.map(({ guard: { set }, evaluation: { inScope, outOfScope } }) => ({
      set,
      inScope: inScope.length,
      right: share(inScope, 'right'),
      helped: share(inScope, 'right', 'clarified'),
      wrong: share(inScope, 'wrong'),
      notCovered: share(inScope, 'not-covered'),
      outOfScope: outOfScope.length,
      declined: share(outOfScope, 'declined'),
      answered: share(outOfScope, 'answered'),
      clarified: share(outOfScope, 'clarified'),
    })),
    correct: all.filter(({ verdict }) => verdict === 'right' || verdict === 'declined').length / all.length,
  };
}

/** A measure with its guard: more of it is better, or less. */
const MEASURES = [
  { measure: 'right', better: 'more', name: '有条目的题答对的' },
  { measure: 'helped', better: 'more', name: '有条目的题答对或反问里有对的' },
  { measure: 'wrong', better: 'less', name: '有条目的题答错的' },
  { measure: 'answered', better: 'less', name: '没有条目的题误答的' },
  { measure: 'clarified', better: 'less', name: '没有条目的题反问的' },
] as const;

/**
 * Why a change must not be published, a Chinese sentence each; empty where it may be. A measure beyond its guard is a
 * reason where it got worse by more than its standard error, √(p(1 − p)/n) at the guard: one more question changes the
 * fit as another seed does, and a seed alone takes two of four fits of the same content beyond a guard of 1 %. What was
 * beyond it before can so be mended step by step, too.
 */
export function reasonsAgainst(
  before: Measured,
  after: Measured,
  { guards, noise }: { readonly guards: readonly Guard[]; readonly noise: number },
): readonly string[] {
  const fallen = guards.flatMap((guard) => {
    const [was, now] = [before, after].map(({ sets }) => sets.find(({ set }) => set === guard.set));
    if (!was || !now) return [];
    return MEASURES.flatMap(({ measure, better, name }) => {
      const sign = better === 'more' ? 1 : -1;
      const asked = measure === 'answered' || measure === 'clarified' ? now.outOfScope : now.inScope;
      const worse = sign * (was[measure] - now[measure]);
      const isBeyond = sign * (now[measure] - guard[measure]) < 0;
      if (!isBeyond || !(worse > standardError(guard[measure], asked))) return [];
      const limit = better === 'more' ? '不能低于' : '不能超过';
      return [
        `题库 ${guard.set} 里，${name}从 ${percent(was[measure])} 变成 ${percent(now[measure])}，${limit} ${percent(guard[measure])}。`,
      ];
    });
  });
  const drop = before.correct - after.correct;
  if (!(drop > noise)) return fallen;
  return [
    ...fallen,
    `全部题里判断正确的从 ${percent(before.correct)} 降到 ${percent(after.correct)}，比随机波动（${percent(noise)}）大。`,
  ];
}

/** Of a share that is measured with so many questions. */
function standardError(share: number, questions: number): number {
  return Math.sqrt((share * (1 - share)) / questions);
}

function percent(part: number): string {
  return `${(part * 100).toFixed(2)}%`;
}
