import type { EvaluatedSet } from './evaluate-change.ts';
import type { Outcome } from './message.ts';

/** What an assistant came to, as far as editors compare it. */
export interface Decided {
  readonly kind: 'answer' | 'clarify' | 'not-covered' | 'other';
  /** Those that were answered, or offered by a clarification. */
  readonly entries: readonly number[];
  readonly confidence: number;
}

export function decidedOf({ kind, entries, candidates, confidence }: Outcome): Decided {
  if (entries.length > 0) return { kind: 'answer', entries, confidence };
  if (kind === 'clarify') return { kind, entries: candidates, confidence };
  return { kind: kind === 'not-covered' ? kind : 'other', entries: [], confidence };
}

/** A question of the sets that is decided otherwise than before. */
export interface Otherwise {
  readonly set: string;
  readonly text: string;
  /** The entries that are right; none where none answers. */
  readonly should: readonly number[];
  readonly before: Decided;
  readonly after: Decided;
  readonly effect: 'better' | 'same' | 'worse';
}

/** Of every verdict how good it is. */
const WORTH = { right: 3, clarified: 2, 'not-covered': 1, wrong: 0, declined: 3, answered: 0 } as const;
const ORDER = { worse: 0, better: 1, same: 2 } as const;

/** The questions whose decision changed, those that became worse first. Both were asked the same questions in the same order. */
export function decidedOtherwise(
  before: readonly EvaluatedSet[],
  after: readonly EvaluatedSet[],
): readonly Otherwise[] {
  return before
    .flatMap(({ guard: { set }, evaluation }, at) => {
      const now = after[at]?.evaluation;
      return [
        ...evaluation.inScope.map((was, nth) => ({
          was,
          is: now?.inScope[nth],
          should: [was.item.entry, ...was.item.also],
        })),
        ...evaluation.outOfScope.map((was, nth) => ({ was, is: now?.outOfScope[nth], should: [] })),
      ].flatMap(({ was, is, should }): Otherwise[] => {
        if (!is) return [];
        const [first, second] = [decidedOf(was.outcome), decidedOf(is.outcome)];
        if (first.kind === second.kind && first.entries.join() === second.entries.join()) return [];
        const gain = WORTH[is.verdict] - WORTH[was.verdict];
        const effect = gain > 0 ? 'better' : gain < 0 ? 'worse' : 'same';
        return [{ set, text: was.item.q, should, before: first, after: second, effect }];
      });
    })
    .sort((a, b) => ORDER[a.effect] - ORDER[b.effect]);
}
