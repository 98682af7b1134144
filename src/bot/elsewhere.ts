import type { Decision } from '../knowledge/decide.ts';
import type { Entry } from '../knowledge/entry.ts';
import { sameRemedy } from './answer-text.ts';

/** So sure a message is about another entry that the case at hand is not thought of. 0 to 1, calibrated. */
const SURE = 0.9;

/** Whether a message is surely about another entry (`best`) than `own`: one with another remedy, or one whose error it quotes. */
export function isSurelyElsewhere(
  { kind, confidence, error }: Decision,
  own: Entry | undefined,
  best: Entry | undefined,
): boolean {
  if (kind !== 'answer' || confidence < SURE || !own || !best || best === own) return false;
  return error !== undefined || !sameRemedy(best, own);
}
