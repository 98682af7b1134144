import { setImmediate } from 'node:timers/promises';
import type { Decision } from '../../knowledge/decide.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { questionVectors } from './question-vectors.ts';

/** What is known of one question of the gaps. */
export interface ReadGap {
  readonly normalised: string;
  /** Of length 1. */
  readonly vector: Float32Array;
  /** As it would be decided today. */
  readonly decision: Decision;
}

export interface ReadGaps {
  readonly gaps: ReadonlyMap<string, ReadGap>;
  readonly by: 'meaning' | 'words';
}

/** Decisions made before others get the turn. */
const AT_ONCE = 25;

/** Reads the questions of the gaps; the decisions of those it has read before are remembered, as are their vectors. */
export function gapReader(
  vectorsOf = questionVectors(),
): (knowledge: Knowledge, texts: readonly string[]) => Promise<ReadGaps> {
  let decided = { key: '', decisions: new Map<string, Decision>() };
  return async (knowledge, texts) => {
    const { questions, by } = await vectorsOf(knowledge, texts);
    const key = `${knowledge.key()} ${by}`;
    if (decided.key !== key) decided = { key, decisions: new Map() };
    const { decisions } = decided;
    const undecided = [...questions.values()].filter(({ normalised }) => !decisions.has(normalised));
    for (const [at, { normalised, encoded }] of undecided.entries()) {
      if (at % AT_ONCE === 0) await setImmediate();
      if (!decisions.has(normalised)) decisions.set(normalised, await knowledge.decide(normalised, encoded));
    }
    const gaps = new Map(
      [...questions].flatMap(([text, { normalised, vector }]) => {
        const decision = decisions.get(normalised);
        return decision ? [[text, { normalised, vector, decision }] as const] : [];
      }),
    );
    return { gaps, by };
  };
}
