import type { Entry } from '../knowledge/entry.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Turn } from './dialogs/dialogue.ts';
import { type Handoff, outcome } from './message.ts';
import { phrases } from './phrases.ts';
import type { Gap } from './ports.ts';

const TOPICS = [1, 2, 3, 8, 9, 10];

/** Buttons for the six things people ask most; the other entries are found by asking. */
export function topicsOf(knowledge: Knowledge): readonly string[] {
  const entries = knowledge.entries();
  return TOPICS.flatMap((number) => entries.get(number)?.label ?? []);
}

/** Remembers that an entry was the answer of the turn. */
export function answered(turn: Turn, entry: Entry, confidence: number, handoff: Handoff = 'none'): void {
  turn.draft.facts = { ...turn.draft.facts, entry: entry.number };
  turn.settle(outcome('answer', { entry: entry.number, confidence, handoff }));
}

/** Says honestly that no entry answers, with topics and a person; kept for the editor where `gap` is given. */
export async function notCovered(
  turn: Turn,
  knowledge: Knowledge,
  text: string,
  gap: Pick<Gap, 'candidates' | 'confidence'> | undefined,
  confidence = 1,
): Promise<void> {
  await turn.say({ text, choices: [...topicsOf(knowledge), phrases.person] });
  if (gap) noteGap(turn, 'not-covered', gap);
  turn.settle(outcome('not-covered', { confidence, handoff: 'offered' }));
}

export function noteGap(turn: Turn, kind: Gap['outcome'], gap: Pick<Gap, 'candidates' | 'confidence'>): void {
  const { message } = turn.draft;
  turn.draft.gaps.push({ at: message.at, text: message.text, outcome: kind, ...gap });
}
