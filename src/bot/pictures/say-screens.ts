import type { ErrorOnScreen } from '../../diagnostics/image/screenshot/errors-on-screen.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { answer } from '../answer.ts';
import { sameRemedy } from '../answer-text.ts';
import { looksAt } from '../checks/examine.ts';
import { report } from '../checks/report.ts';
import { checksOf, scopeOf } from '../checks/scope.ts';
import type { Turn } from '../dialogs/dialogue.ts';
import type { Next } from '../dialogs/next.ts';
import { learnFace } from '../face-facts.ts';
import { outcome } from '../message.ts';
import type { Parts } from '../parts.ts';
import { phrases } from '../phrases.ts';
import { stillFailing } from '../still-failing.ts';
import { learn } from '../understanding/facts.ts';
import { toldBack } from '../understanding/told-back.ts';
import { type Beside, newsFor } from './beside.ts';
import type { Looked } from './look.ts';
import { sayUnknown } from './say-unknown.ts';

export interface Screens {
  readonly screens: readonly Looked[];
  readonly beside: Beside;
  /** The entry answered before they came. */
  readonly last: Entry | undefined;
}

/** Answers screenshots: by the error they show, by the versions they tell, or honestly not at all. */
export async function sayScreens(turn: Turn, parts: Parts, shown: Screens): Promise<Next | undefined> {
  const { draft } = turn;
  const entries = parts.knowledge.entries();
  const found = shown.screens.flatMap(({ report: { seen } }) => seen?.screen?.errors ?? []);
  const versions = Object.assign({}, ...shown.screens.map(({ report: { seen } }) => seen?.screen?.versions ?? {}));
  draft.facts = learn(draft.facts, versions);
  if (found[0]) draft.recognised = found[0].error;
  const [first, ...others] = [...new Set(found.map(({ entry }) => entry))].flatMap((one) => entries.get(one) ?? []);
  if (first && others.length > 0) return choose(turn, [first, ...others]);
  const [error] = found;
  if (first && error) return ofError(turn, parts, shown, first, error);
  if (Object.keys(versions).length > 0) return ofVersions(turn, parts, shown, versions);
  return sayUnknown(turn, parts, shown);
}

/** The entry of the error; shown once more after its answer, what comes next. */
async function ofError(
  turn: Turn,
  parts: Parts,
  shown: Screens,
  entry: Entry,
  error: ErrorOnScreen,
): Promise<Next | undefined> {
  const { draft } = turn;
  const { checks } = parts;
  const again = shown.last === entry && isAgain(turn, shown, error);
  draft.facts = { ...draft.facts, errorText: error.error };
  const scope = scopeOf(checks, entry);
  const isFace = scope.checks.includes('face-verification');
  if (isFace) draft.facts = learnFace(draft.facts, { ...draft.heard.face, failed: true });
  const lead = phrases.onScreen(error.line);
  const asked = shown.beside.entries.filter((one) => one !== entry && !sameRemedy(one, entry));
  const news = newsFor(parts, entry, shown.beside);
  let next: Next | undefined;
  if (asked.length > 0) next = await answer(turn, checks, [entry, ...asked], { confidence: error.score, lead });
  else if (again && isFace) {
    next = await report(turn, {
      checks,
      entry,
      scope,
      changed: [...news, 'faceAttempts', 'failuresAfterAdvice'],
      lead,
    });
  } else if (again && news.length > 0) next = await report(turn, { checks, entry, scope, changed: news, lead });
  else if (again) next = await stillFailing(turn, parts, entry);
  else next = await answer(turn, checks, [entry], { confidence: error.score, lead });
  if (!again) settled(turn, 'recognised');
  return next;
}

/** The error was shown before, or it is said that it stayed. */
function isAgain({ draft }: Turn, { screens, beside }: Screens, { error }: ErrorOnScreen): boolean {
  const before = draft.record.facts;
  const wasShown = before.errorText === error && before.pictures?.some(({ document }) => document === 'screenshot');
  const face = beside.news.includes('faceAttempts');
  return beside.stillFails || face || wasShown === true || screens.some((one) => one.before !== undefined);
}

/** Several errors on one screen: which one is meant. */
async function choose(turn: Turn, entries: readonly Entry[]): Promise<Next> {
  const candidates = entries.slice(0, 3).map(({ number }) => number);
  await turn.say({
    text: phrases.severalOnScreen,
    choices: [...entries.map(({ label }) => label), phrases.clarifyNone],
  });
  turn.settle(outcome('clarify', { candidates }));
  settled(turn, 'recognised');
  return { dialog: 'clarify', state: { candidates, question: '' } };
}

/** A screen that tells versions: what they mean for what is asked, for the entry or the error at hand, or for scanning. */
async function ofVersions(
  turn: Turn,
  parts: Parts,
  shown: Screens,
  versions: Turn['draft']['facts'],
): Promise<Next | undefined> {
  const { knowledge, checks } = parts;
  const { beside, last } = shown;
  const told = Object.keys(versions);
  const all = [...knowledge.entries().values()];
  const ofError = all.find(({ errors }) => errors.includes(turn.draft.facts.errorText ?? ''));
  const hasCheck = (entry: Entry): boolean =>
    checksOf(checks, scopeOf(checks, entry)).some((check) => looksAt(check, told));
  const meant = [last && sameMatter(last, beside.likely) ? last : beside.likely, last, ofError, ...all];
  const entry = meant.find((one) => one !== undefined && hasCheck(one));
  if (!entry) return sayUnknown(turn, parts, shown);
  if (entry === last) {
    return report(turn, { checks, entry, scope: scopeOf(checks, entry), changed: [...told, ...beside.news] });
  }
  return answer(turn, checks, [entry], { confidence: 1, lead: phrases.seenOnScreen(toldBack(versions)) });
}

/** Two entries with one remedy: the one at hand is meant. */
function sameMatter(last: Entry, likely: Entry | undefined): boolean {
  return likely !== undefined && sameRemedy(last, likely);
}

function settled(turn: Turn, verdict: 'recognised'): void {
  if (turn.draft.outcome) turn.settle({ ...turn.draft.outcome, diagnostic: 'screenshot', verdict });
}
