import type { Entry } from '../knowledge/entry.ts';
import { sourceOf } from './answer-text.ts';
import { examine, nextQuestion } from './checks/examine.ts';
import { report } from './checks/report.ts';
import { checksOf, scopeOf } from './checks/scope.ts';
import type { Turn } from './dialogs/dialogue.ts';
import type { Next } from './dialogs/next.ts';
import { learnFace } from './face-facts.ts';
import { outcome } from './message.ts';
import type { Parts } from './parts.ts';
import { phrases } from './phrases.ts';

/** A line longer than this, in characters, is told by its sentences. */
const LONG = 100;
/** What an entry says for the case that its steps did not help. */
const NEXT_STEP = /(仍无法|仍然失败|仍无|多次尝试|但仍)/;

/** The entry's steps did not help: what its checks still want to know comes first, then its own next step and a person. */
export async function stillFailing(turn: Turn, parts: Parts, entry: Entry): Promise<Next | undefined> {
  const { checks } = parts;
  const { draft } = turn;
  const scope = scopeOf(checks, entry);
  if (scope.checks.includes('face-verification')) {
    draft.facts = learnFace(draft.facts, { ...draft.heard.face, failed: true });
    return report(turn, { checks, entry, scope });
  }
  const examined = examine(checksOf(checks, scope), checks.known(draft, entry.number));
  if (entry.checks.includes('android-version') && draft.mayAsk && nextQuestion(examined))
    return report(turn, { checks, entry, scope, changed: [], lead: phrases.oneThing });
  return nextStep(turn, entry);
}

/** The entry's own next step, where it has one, and a person. */
export async function nextStep(turn: Turn, entry: Entry): Promise<Next | undefined> {
  const next = entry.sections
    .flatMap(({ text }) => text.split('\n'))
    .flatMap((line) => (line.length > LONG ? line.split(/(?<=。)/) : [line]))
    .find((sentence) => NEXT_STEP.test(sentence))
    ?.replace(/^\s*(-|\d+\.)\s+/, '');
  const offers = turn.draft.mayOffer;
  const said = next ?? phrases.nextStepUnknown;
  await turn.say({
    text: offers ? `${said}\n\n${phrases.offer}` : said,
    choices: offers ? [phrases.person, phrases.notYet] : [phrases.solved, phrases.person],
    ...(next && { sources: [sourceOf(entry)] }),
  });
  if (!offers) {
    turn.settle(outcome('answer', { entry: entry.number }));
    return undefined;
  }
  turn.settle(outcome('handoff-offered', { entry: entry.number, handoff: 'offered' }));
  return { dialog: 'offer', state: { reason: 'diagnostic_exhausted', entry: entry.number, declined: false } };
}
