import type { Decision } from '../knowledge/decide.ts';
import type { Entry } from '../knowledge/entry.ts';
import { answer } from './answer.ts';
import { sameRemedy } from './answer-text.ts';
import type { Turn } from './dialogs/dialogue.ts';
import type { Parts } from './parts.ts';
import { phrases } from './phrases.ts';
import { noteGap } from './replies.ts';
import { type Questions, questionsIn } from './understanding/questions.ts';

/** How sure each question must be of its entry: where the person counted them, and where only marks do. */
const SURE = { told: 0.8, guessed: 0.9 } as const;
/** How sure it must be that one question has an entry and the other has none, before one is answered and the other declined. */
const SURELY = 0.95;

/**
 * Answers a message that asks several things, where each of them surely has an entry of its own, or one has and the
 * other surely has none. False, and nothing said, for a story with many sentences.
 */
export async function answerSeveral(
  turn: Turn,
  { knowledge, checks }: Parts,
  whole: Decision,
  { parts, told }: Questions = questionsIn(turn.draft.text),
): Promise<boolean> {
  if (parts.length < 2 || (!told && whole.kind === 'outside')) return false;
  const decided = await Promise.all(parts.map(async (text) => ({ text, decision: await knowledge.decide(text) })));
  const least = told ? SURE.told : SURE.guessed;
  const sure = decided.filter(({ decision: { kind, confidence } }) => kind === 'answer' && confidence >= least);
  const numbers = [...new Set(sure.map(({ decision }) => decision.candidates[0]?.entry ?? 0))];
  const entries = numbers.flatMap((number) => knowledge.entries().get(number) ?? []);
  const confidence = Math.min(...sure.map(({ decision }) => decision.confidence));
  if (entries.length > 1 && (told ? !alike(entries) : !related(entries))) {
    await answer(turn, checks, entries, { confidence, lead: phrases.several(entries.length) });
    return true;
  }
  const rest = told ? decided.find(({ decision }) => surelyOutside(decision)) : undefined;
  if (entries.length !== 1 || !rest || confidence < SURELY) return false;
  noteGap(turn, 'not-covered', { candidates: [], confidence: rest.decision.confidence, text: rest.text });
  await answer(turn, checks, entries, { confidence, lead: phrases.several(2), tail: phrases.alsoNotCovered });
  return true;
}

function surelyOutside({ kind, outside }: Decision): boolean {
  return kind === 'outside' && outside.kind === 'near-domain' && outside.probability >= SURELY;
}

/** People confuse them: two parts of one story. */
function related([first, ...others]: readonly Entry[]): boolean {
  return others.some(({ number }) => first?.related.includes(number));
}

function alike([first, ...others]: readonly Entry[]): boolean {
  return first !== undefined && others.some((other) => sameRemedy(first, other));
}
