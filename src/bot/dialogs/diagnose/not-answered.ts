import { maskedName } from '../../../diagnostics/names/mask-names.ts';
import { lastCharacterIn } from '../../../diagnostics/numbers/last-character.ts';
import type { Decision } from '../../../knowledge/decide.ts';
import type { OutsideKind } from '../../../knowledge/entry.ts';
import { decisionOf } from '../../decision-of.ts';
import type { Draft } from '../../draft.ts';
import type { Parts } from '../../parts.ts';
import { phrases } from '../../phrases.ts';
import { nextStep } from '../../still-failing.ts';
import { followUpIn, leaningIn } from '../../understanding/follow-up.ts';
import { asksOfOtherScanner } from '../../understanding/scanner.ts';
import { smalltalkOf } from '../../understanding/smalltalk.ts';
import { onlyFacts, toldBack } from '../../understanding/told-back.ts';
import { wantsNoPerson } from '../../understanding/wants-person.ts';
import type { Heard, Turn } from '../dialogue.ts';
import { askAgain, giveUp } from './ask-again.ts';
import { type DiagnoseState, type Open, questionOf, waitingFor } from './open-checks.ts';
import { isElsewhere } from './told-to.ts';

/** The longest message, in characters, that may be an answer which was not understood. */
const SHORT = 16;
/** The longest one that only tells that it is solved, or is hardly a question of its own. */
const REMARK = 5;
/** After so many answers that were not understood a person is offered. */
const PATIENCE = 2;
/** What stands in a question, and hardly in an answer. */
const ASKS = /[?？]|吗|么|怎|咋|啥|什么|哪|如何|多少|多久|多大|几|能不能|可不可以|要不要|how|what|where/;
/** Said beside the matter: answered as such. */
const TALK: ReadonlySet<OutsideKind> = new Set(['smalltalk', 'abuse', 'injection', 'meta']);

/** A message that answers none of the open checks: answered as what it is, or asked again. */
export async function notAnswered(
  parts: Parts,
  turn: Turn,
  state: DiagnoseState,
  newest: Open,
): Promise<Heard<DiagnoseState>> {
  const { draft } = turn;
  const { text } = draft;
  if (newest.idle) return { is: 'later', state };
  if (await stillFails(parts, turn, newest)) {
    return newest.missed === 0 && isOfPhones(parts, newest)
      ? askAgain(parts, turn, state, newest, phrases.oneThing)
      : passedOver(parts, turn, state, newest);
  }
  if (smalltalkOf(text) === 'solved' && text.length <= REMARK) return { is: 'leave' };
  if (isAtOnce(parts, draft)) return { is: 'later', state };
  if (onlyFacts(text, draft.heard)) {
    return askAgain(parts, turn, state, newest, phrases.notedThat(toldBack(draft.heard.facts)));
  }
  if (!isMisheard(await decisionOf(draft, parts.knowledge), text, newest)) return { is: 'later', state };
  const question = questionOf(parts, turn, newest);
  // One name alone is not read, and yet a name.
  if (question.isName) draft.stored = maskedName(draft.message.text);
  if (newest.missed >= PATIENCE) return giveUp(turn, state, newest);
  const where = newest.missed === 0 ? '' : question.help;
  return askAgain(parts, turn, state, newest, `${phrases.notUnderstood}${where}`);
}

async function stillFails(parts: Parts, turn: Turn, newest: Open): Promise<boolean> {
  const { text } = turn.draft;
  if (followUpIn(text)?.is === 'still-failing') return true;
  return leaningIn(text)?.is === 'still-failing' && !(await isElsewhere(parts, turn, newest));
}

/** Only the system of a phone is worth asking for again before the entry's next step: it may end the matter. */
function isOfPhones({ knowledge }: Parts, { entry }: Open): boolean {
  return knowledge.entries().get(entry)?.checks.includes('android-version') ?? false;
}

/** What is answered at once, whatever waits. */
function isAtOnce({ knowledge }: Parts, { text, facts }: Draft): boolean {
  const pressed = [...knowledge.entries().values()].some(({ label }) => knowledge.normalise(label) === text);
  const corrects = facts.idTrace !== undefined && lastCharacterIn(text) !== undefined;
  if (asksOfOtherScanner(text)) return true;
  return pressed || corrects || followUpIn(text) !== undefined || wantsNoPerson(text);
}

/** Whether a message may be an answer that was not understood: short, no question, and about nothing else. */
function isMisheard({ kind, candidates, outside }: Decision, text: string, { entry }: Open): boolean {
  if (text.length > SHORT) return false;
  if (kind === 'outside') return !TALK.has(outside.kind) && (outside.kind === 'nonsense' || !ASKS.test(text));
  return (
    kind === 'clarify' && !ASKS.test(text) && (text.length <= REMARK || candidates.some((one) => one.entry === entry))
  );
}

/** The question was passed over twice: what the entry says next, and a person. The check goes on waiting. */
async function passedOver(
  parts: Parts,
  turn: Turn,
  state: DiagnoseState,
  { entry }: Open,
): Promise<Heard<DiagnoseState>> {
  const own = parts.knowledge.entries().get(entry);
  return waitingFor(state, own && (await nextStep(turn, own)));
}
