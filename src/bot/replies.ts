import type { Entry } from '../knowledge/entry.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { answerReply } from './answer-text.ts';
import type { Turn } from './dialogs/dialogue.ts';
import { type Handoff, outcome, type Reply } from './message.ts';
import { phrases, smalltalk } from './phrases.ts';
import type { Gap } from './ports.ts';

const TOPICS = [1, 2, 3, 8, 9, 10];
/** After these a person looks for something to ask. */
const OPENINGS: ReadonlySet<string> = new Set([smalltalk.greeting, smalltalk.here, smalltalk.other]);
export const AFTER_ANSWER = [phrases.stillFailing, phrases.solved];

/** Buttons for the six things people ask most; the other entries are found by asking. */
export function topicsOf(knowledge: Knowledge): readonly string[] {
  const entries = knowledge.entries();
  return TOPICS.flatMap((number) => entries.get(number)?.label ?? []);
}

/** Whether a text offers a person: then it has the button, and its outcome says so. */
export function offersPerson(text: string): boolean {
  return text.includes(phrases.person);
}

/** Talk beside the matter: with topics where it opens a conversation, with the button where it offers a person. */
export async function sayBeside(turn: Turn, knowledge: Knowledge, text: string, confidence = 1): Promise<void> {
  const offers = offersPerson(text);
  const choices = [...(OPENINGS.has(text) ? topicsOf(knowledge) : []), ...(offers ? [phrases.person] : [])];
  await turn.say({ text, ...(choices.length > 0 && { choices }) });
  turn.settle(outcome('smalltalk', { confidence, handoff: offers ? 'offered' : 'none' }));
}

/** Says what an entry says, once more or cut another way, and remembers it as the turn's answer. */
export async function sayAnswer(
  turn: Turn,
  entry: Entry,
  reply: Reply = answerReply(entry, turn.draft.facts),
): Promise<undefined> {
  await turn.say({ choices: AFTER_ANSWER, ...reply });
  answered(turn, entry, 1);
}

/** Remembers that an entry was the answer of the turn. */
export function answered(turn: Turn, entry: Entry, confidence: number, handoff: Handoff = 'none'): void {
  turn.draft.facts = { ...turn.draft.facts, entry: entry.number };
  turn.settle(outcome('answer', { entry: entry.number, confidence, handoff }));
}

/** What the gap log is told beside the time. Without a text it is the message. */
export type NewGap = Pick<Gap, 'candidates' | 'confidence'> & Partial<Pick<Gap, 'text'>>;

/** Says honestly that no entry answers, with topics and a person; kept for the editor where `gap` is given. */
export async function notCovered(
  turn: Turn,
  knowledge: Knowledge,
  text: string,
  { gap, confidence = 1 }: { readonly gap: NewGap | undefined; readonly confidence?: number },
): Promise<void> {
  await turn.say({ text, choices: [...topicsOf(knowledge), phrases.person] });
  if (gap) noteGap(turn, 'not-covered', gap);
  turn.settle(outcome('not-covered', { confidence, handoff: 'offered' }));
}

export function noteGap(turn: Turn, kind: Gap['outcome'], gap: NewGap): void {
  const { at, text } = turn.draft.message;
  turn.draft.gaps.push({ at, text, outcome: kind, ...gap });
}
