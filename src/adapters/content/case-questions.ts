import type { ResolvedCase } from '../store/asked-turn.ts';
import { ASKING, isQuestion } from './asked-groups.ts';

/** A question of a case, and the entry that its agent resolved it by. */
export interface CaseQuestion {
  readonly text: string;
  readonly entry: number;
  /** How that is known: an agent sent the answer of the entry, or it stood on the case card when they ended it. */
  readonly by: 'answer' | 'card';
  readonly talk: string;
  readonly at: string;
}

/**
 * The questions of a case that the assistant did not answer with the entry it was resolved by. `answers` are the texts
 * of the entries as agents find them, masked as what is said is stored.
 */
export function caseQuestions(one: ResolvedCase, answers: ReadonlyMap<number, string>): readonly CaseQuestion[] {
  const found = resolvedBy(one, answers);
  if (!found) return [];
  const questions = one.turns.filter(isQuestion);
  const asked = questions.flatMap((turn) => {
    if (turn.entries.includes(found.entry)) return [];
    if (turn.gaps.length > 0) return turn.gaps;
    // An earlier answer that nobody complained of was to another question.
    return turn.text !== null && (turn.unhelpful || turn === questions.at(-1)) ? [turn.text] : [];
  });
  const drafted = one.drafts.flatMap(({ kind, text }) => (ASKING.includes(kind) ? [text] : []));
  return [...new Set([...asked, ...drafted])].map((text) => ({ text, ...found, talk: one.talk, at: one.at }));
}

/** Which entry helped, as far as the case tells. */
function resolvedBy(
  { turns, drafts, said }: ResolvedCase,
  answers: ReadonlyMap<number, string>,
): Pick<CaseQuestion, 'entry' | 'by'> | undefined {
  const lines = said.map(squeezed);
  const isSaid = (text: string): boolean => text !== '' && lines.some((line) => line.includes(text));
  const drafted = drafts.filter((draft) => draft.entries.length === 1 && isSaid(squeezed(draft.drafted.join('\n'))));
  const quoted = [...answers].filter(([, text]) => isSaid(squeezed(text))).map(([entry]) => entry);
  const used = new Set([...drafted.flatMap(({ entries }) => entries), ...quoted]);
  const [entry] = used;
  // Two answers: which of them was of help is not told.
  if (entry !== undefined) return used.size === 1 ? { entry, by: 'answer' } : undefined;
  const last = turns.findLast(({ entries }) => entries.length > 0);
  const onCard = last?.unhelpful ? undefined : last?.entries[0];
  return onCard === undefined ? undefined : { entry: onCard, by: 'card' };
}

/** Words alone: how they are set out does not matter. */
function squeezed(text: string): string {
  return text.replace(/[\s*]+/g, '');
}
