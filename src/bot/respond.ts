import type { Decision } from '../knowledge/decide.ts';
import type { Entry } from '../knowledge/entry.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { answer } from './answer.ts';
import { leansOn, meantAgain } from './context.ts';
import type { ClarifyState } from './dialogs/clarify.ts';
import type { Turn } from './dialogs/dialogue.ts';
import { followUp } from './follow-up.ts';
import { outcome } from './message.ts';
import { outside } from './outside.ts';
import { phrases, smalltalk } from './phrases.ts';
import { noteGap, sayBeside, topicsOf } from './replies.ts';
import { answerSeveral } from './several.ts';
import { storedText } from './stored-text.ts';
import { despairs } from './understanding/despair.ts';
import { followUpIn } from './understanding/follow-up.ts';
import { smalltalkOf } from './understanding/smalltalk.ts';
import { onlyFacts, toldBack } from './understanding/told-back.ts';
import { wantsNoPerson } from './understanding/wants-person.ts';

/** What is to be waited for after the reply, if anything. */
export type Next = ClarifyState | undefined;

/** The longest message, in characters, that only tells that it is solved. */
const REMARK = 8;

/** Answers a message that is no command and belongs to no running dialogue. */
export async function respond(turn: Turn, knowledge: Knowledge): Promise<Next> {
  const { text, facts } = turn.draft;
  const entries = knowledge.entries();
  const last = entries.get(facts.entry ?? 0);
  if (await answerAtOnce(turn, knowledge, last)) return undefined;
  const decision = await knowledge.decide(text);
  const best = entries.get(decision.candidates[0]?.entry ?? 0);
  const leans = last && leansOn(turn.draft, last, decision, best);
  if (last && leans) {
    await followUp(turn, last, leans);
    return undefined;
  }
  if (await answerSeveral(turn, knowledge, decision)) return undefined;
  if (decision.error) turn.draft.facts = { ...facts, errorText: decision.error };
  if (best && (decision.kind === 'answer' || meantAgain(last, decision))) {
    await answer(turn, [best], {
      confidence: decision.kind === 'answer' ? decision.confidence : (decision.candidates[0]?.probability ?? 0),
    });
    return undefined;
  }
  if (onlyFacts(text, turn.draft.heard)) {
    await askWhich(turn, knowledge);
    return undefined;
  }
  if (decision.kind === 'clarify') return offerChoice(turn, knowledge, decision);
  await outside(turn, knowledge, decision);
  return undefined;
}

/** Answers what needs no looking up; false, and nothing said, where there is something to look up. */
async function answerAtOnce(turn: Turn, knowledge: Knowledge, last: Entry | undefined): Promise<boolean> {
  const { text } = turn.draft;
  const pressed = [...knowledge.entries().values()].find(({ label }) => knowledge.normalise(label) === text);
  const follows = followUpIn(text);
  if (despairs(text)) await sayBeside(turn, knowledge, phrases.despair);
  else if (pressed) await answer(turn, [pressed], { confidence: 1 });
  else if (last && text.length <= REMARK && smalltalkOf(text) === 'solved') {
    await sayBeside(turn, knowledge, smalltalk.solved);
  } else if (wantsNoPerson(text)) await sayBeside(turn, knowledge, phrases.noPerson);
  else if (last && follows) await followUp(turn, last, follows);
  else if (follows && (follows.is !== 'platform' || onlyFacts(text, turn.draft.heard))) await askWhich(turn, knowledge);
  else return false;
  return true;
}

async function offerChoice(
  turn: Turn,
  knowledge: Knowledge,
  { candidates, confidence }: Decision,
): Promise<ClarifyState> {
  const numbers = candidates.map(({ entry }) => entry);
  const labels = numbers.flatMap((number) => knowledge.entries().get(number)?.label ?? []);
  await turn.say({ text: phrases.clarify, choices: [...labels, phrases.clarifyNone] });
  noteGap(turn, 'clarify', { candidates: numbers, confidence });
  turn.settle(outcome('clarify', { candidates: numbers, confidence }));
  return { candidates: numbers, question: storedText(turn.draft.message.text) };
}

/** Nothing yet to answer: says back what was learnt and asks what the case is. */
async function askWhich(turn: Turn, knowledge: Knowledge): Promise<void> {
  const told = toldBack(turn.draft.heard.facts);
  await turn.say({ text: told ? phrases.noted(told) : phrases.whichCase, choices: topicsOf(knowledge) });
  turn.settle(outcome('ask'));
}
