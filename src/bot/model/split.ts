import type { Decision } from '../../knowledge/decide.ts';
import type { Draft } from '../draft.ts';
import type { Parts } from '../parts.ts';
import { type Questions, questionsIn } from '../understanding/questions.ts';
import { helperFor, wordsOf } from './helper-for.ts';

/** As likely as this a second entry is meant as well; 0 to 1, calibrated. */
const BESIDE = 0.1;
/** The shortest message, in characters, that asks two things. */
const SHORTEST = 10;

/** The questions of a message that we see as one, though two entries may be meant, as the model cuts them apart. */
export async function splitByModel(
  draft: Draft,
  { knowledge, model }: Parts,
  { error, candidates }: Decision,
): Promise<Questions | undefined> {
  if (error !== undefined || draft.text.length < SHORTEST || questionsIn(draft.text).parts.length > 1) return undefined;
  if ((candidates[1]?.probability ?? 0) < BESIDE) return undefined;
  const parts = await helperFor(draft, model)?.split(wordsOf(draft));
  return parts && { parts: parts.map(knowledge.normalise), told: false };
}
