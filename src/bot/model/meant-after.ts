import type { Decision } from '../../knowledge/decide.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { ELSEWHERE, POSSIBLE } from '../context.ts';
import type { Draft } from '../draft.ts';
import type { Parts } from '../parts.ts';
import { helperFor, wordsOf } from './helper-for.ts';

/** The longest message, in characters, that may lean on the one before. */
const LEANING = 60;
/** As sure as this the question must be of its entry: it is not the person's own. 0 to 1, calibrated. */
const SURE = 0.9;

export interface Meant {
  readonly entry: Entry;
  readonly confidence: number;
}

/**
 * What a message means that follows an answer and that we cannot read: the model
 * makes a question of it that stands alone, and that is looked up. It can settle
 * for the last entry, or for one that the message itself may mean; for no other.
 */
export async function meantAfter(
  draft: Draft,
  { knowledge, model }: Parts,
  { last, decision }: { readonly last: Entry | undefined; readonly decision: Decision },
): Promise<Meant | undefined> {
  if (!last || decision.kind === 'answer' || decision.outside.probability > ELSEWHERE) return undefined;
  if (draft.text.length > LEANING) return undefined;
  const question = await helperFor(draft, model)?.rewrite(wordsOf(draft), last.title);
  if (question === undefined) return undefined;
  const { kind, confidence, candidates } = await knowledge.decide(question);
  const entry = knowledge.entries().get(candidates[0]?.entry ?? 0);
  if (!entry || kind !== 'answer' || confidence < SURE) return undefined;
  const possible = decision.candidates.find((one) => one.entry === entry.number)?.probability ?? 0;
  return entry === last || possible >= POSSIBLE ? { entry, confidence } : undefined;
}
