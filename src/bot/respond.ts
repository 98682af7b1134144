import type { Decision } from '../knowledge/decide.ts';
import type { Entry } from '../knowledge/entry.ts';
import { bare } from '../text/normalise.ts';
import { answer } from './answer.ts';
import { aboutCase } from './checks/about-case.ts';
import { askedCheck } from './checks/asked-check.ts';
import { leansOn, meantAgain, NUMBER } from './context.ts';
import { decisionOf } from './decision-of.ts';
import type { Turn } from './dialogs/dialogue.ts';
import type { Next } from './dialogs/next.ts';
import { learnFace } from './face-facts.ts';
import { followUp } from './follow-up.ts';
import { outcome } from './message.ts';
import { meantAfter } from './model/meant-after.ts';
import { splitByModel } from './model/split.ts';
import { outside } from './outside.ts';
import type { Parts } from './parts.ts';
import { phrases, smalltalk } from './phrases.ts';
import { fixPictures } from './pictures/fix-pictures.ts';
import { noteGap, sayBeside, topicsOf } from './replies.ts';
import { askWhichHead, sayRoles } from './say-roles.ts';
import { sayScanner } from './say-scanner.ts';
import { answerSeveral } from './several.ts';
import { storedText } from './stored-text.ts';
import { asksOfKeeping } from './understanding/asks-of-keeping.ts';
import { followUpIn } from './understanding/follow-up.ts';
import { roleQuestionIn } from './understanding/people/role-question.ts';
import { headAskedIn } from './understanding/people/which-head.ts';
import { pictureWishIn } from './understanding/picture-wish.ts';
import { asksOfOtherScanner } from './understanding/scanner.ts';
import { smalltalkOf } from './understanding/smalltalk.ts';
import { onlyFacts, toldBack } from './understanding/told-back.ts';
import { wantsNoPerson } from './understanding/wants-person.ts';

/** The longest message, in characters, that only tells that it is solved. */
const REMARK = 8;

/** Answers a message that is no command and belongs to no running dialogue. Gives what is to be waited for. */
export async function respond(turn: Turn, parts: Parts): Promise<Next | undefined> {
  const next = await lookUp(turn, parts);
  const { draft } = turn;
  const { unanswered = 0, ...facts } = draft.facts;
  if (draft.outcome?.kind !== 'not-covered') {
    draft.facts = facts;
    return next;
  }
  draft.facts = { ...facts, unanswered: unanswered + 1 };
  if (next || unanswered === 0) return next;
  return { dialog: 'offer', state: { reason: 'no_answer_twice', entry: null, declined: false } };
}

async function lookUp(turn: Turn, parts: Parts): Promise<Next | undefined> {
  const { knowledge, checks } = parts;
  const { text } = turn.draft;
  const entries = knowledge.entries();
  const last = entries.get(turn.draft.facts.entry ?? 0);
  const atOnce = await answerAtOnce(turn, parts, last);
  if (atOnce !== 'no') return atOnce;
  const decision = await decisionOf(turn.draft, knowledge);
  const best = entries.get(decision.candidates[0]?.entry ?? 0);
  const role = roleQuestionIn(text);
  if (role) return sayRoles(turn, parts, role);
  const head = headAskedIn(text);
  if (head) return askWhichHead(turn, head);
  const ofCase = await aboutCase(turn, parts, { decision, best, last });
  if (ofCase !== 'no') return ofCase;
  const leans = last && leansOn(turn.draft, last, decision, best);
  if (last && leans) return followUp(turn, parts, last, leans);
  if (await answerSeveral(turn, parts, decision)) return undefined;
  const split = await splitByModel(turn.draft, parts, decision);
  if (split && (await answerSeveral(turn, parts, decision, split))) return undefined;
  if (decision.error) turn.draft.facts = { ...turn.draft.facts, errorText: decision.error };
  if (last && best && best !== last && isTwin(last, best) && !decision.error && !NUMBER.test(text)) {
    return answer(turn, checks, [last], { confidence: decision.confidence });
  }
  if (best && (decision.kind === 'answer' || meantAgain(last, decision))) {
    const sure = decision.kind === 'answer' ? decision.confidence : (decision.candidates[0]?.probability ?? 0);
    return answerWith(turn, parts, best, sure);
  }
  if (onlyFacts(text, turn.draft.heard)) return askWhich(turn, parts);
  const meant = await meantAfter(turn.draft, parts, { last, decision });
  if (meant) return answerWith(turn, parts, meant.entry, meant.confidence);
  if (decision.kind === 'clarify') return offerChoice(turn, parts, decision);
  await outside(turn, knowledge, decision);
  return undefined;
}

function answerWith(turn: Turn, { checks }: Parts, entry: Entry, confidence: number): Promise<Next | undefined> {
  if (entry.checks.includes('face-verification')) {
    turn.draft.facts = learnFace(turn.draft.facts, turn.draft.heard.face);
  }
  return answer(turn, checks, [entry], { confidence });
}

/** After the head of the filing party, a name written wrong is that head's, not the verified person's. */
function isTwin(last: Entry, best: Entry): boolean {
  return last.checks.includes('province') && last.checks.includes('name-check') && best.checks.includes('name-check');
}

/** Answers what needs no looking up; `no`, and nothing said, where there is something to look up. */
async function answerAtOnce(turn: Turn, parts: Parts, last: Entry | undefined): Promise<Next | undefined | 'no'> {
  const { knowledge, checks } = parts;
  const { text } = turn.draft;
  const pressed = [...knowledge.entries().values()].find(({ label }) => knowledge.normalise(label) === text);
  const follows = followUpIn(text);
  if (pressed) return answer(turn, checks, [pressed], { confidence: 1 });
  else if (last && text.length <= REMARK && smalltalkOf(text) === 'solved') {
    await sayBeside(turn, knowledge, smalltalk.solved);
  } else if (wantsNoPerson(text)) await sayBeside(turn, knowledge, phrases.noPerson);
  else if (asksOfOtherScanner(text)) return sayScanner(turn, parts, last);
  else if (asksOfKeeping(text)) await sayBeside(turn, knowledge, phrases.keeping);
  else {
    const wish = turn.draft.facts.pictures && pictureWishIn(bare(text));
    if (wish) {
      return fixPictures(turn, parts, wish);
    }
    const asked = await askedCheck(turn, parts, last);
    if (asked !== 'no') return asked;
    if (last && follows) return followUp(turn, parts, last, follows);
    if (!follows || (follows.is === 'platform' && !onlyFacts(text, turn.draft.heard))) return 'no';
    return askWhich(turn, parts);
  }
  return undefined;
}

async function offerChoice(turn: Turn, { knowledge }: Parts, { candidates, confidence }: Decision): Promise<Next> {
  const numbers = candidates.map(({ entry }) => entry);
  const labels = numbers.flatMap((number) => knowledge.entries().get(number)?.label ?? []);
  await turn.say({ text: phrases.clarify, choices: [...labels, phrases.clarifyNone] });
  noteGap(turn, 'clarify', { candidates: numbers, confidence });
  turn.settle(outcome('clarify', { candidates: numbers, confidence }));
  return { dialog: 'clarify', state: { candidates: numbers, question: storedText(turn.draft.message.text) } };
}

/** Nothing yet to answer: says back what was learnt and asks what the case is. */
async function askWhich(turn: Turn, { knowledge }: Parts): Promise<undefined> {
  const told = toldBack(turn.draft.heard.facts);
  await turn.say({ text: told ? phrases.noted(told) : phrases.whichCase, choices: topicsOf(knowledge) });
  turn.settle(outcome('ask'));
}
