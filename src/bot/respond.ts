import type { Decision } from '../knowledge/decide.ts';
import type { Entry } from '../knowledge/entry.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { answerReply } from './answer-text.ts';
import type { ClarifyState } from './dialogs/clarify.ts';
import type { Turn } from './dialogs/dialogue.ts';
import { followUp } from './follow-up.ts';
import { outcome } from './message.ts';
import { outside } from './outside.ts';
import { phrases, smalltalk } from './phrases.ts';
import { answered, noteGap } from './replies.ts';
import { despairs } from './understanding/despair.ts';
import { followUpIn } from './understanding/follow-up.ts';
import { questionsIn } from './understanding/questions.ts';
import { smalltalkOf } from './understanding/smalltalk.ts';

/** What is to be waited for after the reply, if anything. */
export type Next = ClarifyState | undefined;

/** Two questions in one message are both answered only where both are this sure. */
const SURE = 0.8;
const AFTER_ANSWER = [phrases.stillFailing, phrases.solved];
const DOUBLED = /(两遍|两次|重复|写重|19)/;

/** Answers a message that is no command and belongs to no running dialogue. */
export async function respond(turn: Turn, knowledge: Knowledge): Promise<Next> {
  const { draft } = turn;
  const { text, facts } = draft;
  if (despairs(text)) {
    await turn.say({ text: phrases.despair });
    turn.settle(outcome('refuse', { handoff: 'offered' }));
    return undefined;
  }
  const pressed = [...knowledge.entries().values()].find(({ label }) => knowledge.normalise(label) === text);
  if (pressed) return answer(turn, [pressed], 1);
  const last = knowledge.entries().get(facts.entry ?? 0);
  const follows = last && followUpIn(text);
  if (follows) {
    await followUp(turn, last, follows);
    return undefined;
  }
  if (last && text.length <= 8 && smalltalkOf(text) === 'solved') {
    await turn.say({ text: smalltalk.solved });
    turn.settle(outcome('smalltalk'));
    return undefined;
  }
  return (await bothOf(turn, knowledge)) ?? act(turn, knowledge, await knowledge.decide(text));
}

/** Answers a message with two questions, where each of them surely has an entry of its own. */
async function bothOf(turn: Turn, knowledge: Knowledge): Promise<Next | null> {
  const questions = questionsIn(turn.draft.text);
  if (questions.length < 2) return null;
  const decisions = await Promise.all(questions.map((question) => knowledge.decide(question)));
  const sure = decisions.filter(({ kind, confidence }) => kind === 'answer' && confidence >= SURE);
  const numbers = [...new Set(sure.map(({ candidates }) => candidates[0]?.entry ?? 0))];
  const entries = numbers.flatMap((number) => knowledge.entries().get(number) ?? []);
  const [first] = entries;
  if (!first || entries.length < 2 || entries.some((one) => one !== first && first.related.includes(one.number))) return null;
  return answer(turn, entries, Math.min(...sure.map(({ confidence }) => confidence)));
}

async function act(turn: Turn, knowledge: Knowledge, decision: Decision): Promise<Next> {
  const entries = knowledge.entries();
  const best = entries.get(decision.candidates[0]?.entry ?? 0);
  if (decision.error) turn.draft.facts = { ...turn.draft.facts, errorText: decision.error };
  if (decision.kind === 'answer' && best) return answer(turn, [best], decision.confidence);
  if (decision.kind === 'outside') {
    await outside(turn, knowledge, decision);
    return undefined;
  }
  const candidates = decision.candidates.map(({ entry }) => entry);
  const labels = candidates.flatMap((number) => entries.get(number)?.label ?? []);
  await turn.say({ text: phrases.clarify, choices: [...labels, phrases.clarifyNone] });
  noteGap(turn, 'clarify', { candidates, confidence: decision.confidence });
  turn.settle(outcome('clarify', { candidates, confidence: decision.confidence }));
  return { candidates };
}

async function answer(turn: Turn, entries: readonly Entry[], confidence: number): Promise<undefined> {
  const { draft } = turn;
  const [first] = entries;
  if (!first) return undefined;
  const offered = draft.text.includes('人工');
  for (const [at, entry] of entries.entries()) {
    const lead = leadOf(draft.text, entry, entries.length > 1 && at === 0);
    const reply = answerReply(entry, draft.facts, lead);
    const last = at === entries.length - 1;
    const text = last && offered ? `${reply.text}\n\n${phrases.personOffer}` : reply.text;
    await turn.say({ ...reply, text, ...(last && { choices: [...AFTER_ANSWER, ...(offered ? [phrases.person] : [])] }) });
  }
  answered(turn, first, confidence, offered ? 'offered' : 'none');
  if (entries.length > 1 && draft.outcome) {
    turn.settle({ ...draft.outcome, entries: entries.map(({ number }) => number) });
  }
  return undefined;
}

/** What comes before an entry's own words: a heading where two things were asked, a defect of the source where it was asked about. */
function leadOf(text: string, entry: Entry, several: boolean): string | undefined {
  const defects = DOUBLED.test(text) ? entry.corrections.map(({ why }) => why) : [];
  const lead = [...(several ? [phrases.alsoAsked] : []), ...defects].join('\n\n');
  return lead || undefined;
}
