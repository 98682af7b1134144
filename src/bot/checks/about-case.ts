import { explained, listed } from '../../diagnostics/provinces/list.ts';
import type { Decision } from '../../knowledge/decide.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { sourceOf } from '../answer-text.ts';
import type { Turn } from '../dialogs/dialogue.ts';
import type { Next } from '../dialogs/next.ts';
import { isSurelyElsewhere } from '../elsewhere.ts';
import { learnFace } from '../face-facts.ts';
import { outcome } from '../message.ts';
import type { Parts } from '../parts.ts';
import { smalltalk } from '../phrases.ts';
import { AFTER_ANSWER, sayAnswer, sayBeside } from '../replies.ts';
import { asksAboutPhone, asksWhichPhone } from '../understanding/phone-question.ts';
import { asksForProvinces, asksOfDoubling } from '../understanding/province-list.ts';
import { asksForStandIn } from '../understanding/stand-in.ts';
import { looksAt } from './examine.ts';
import { report } from './report.ts';
import { checksOf, entryWith, scopeOf } from './scope.ts';

interface Considered {
  readonly decision: Decision;
  readonly best: Entry | undefined;
  readonly last: Entry | undefined;
}

const FACES = /刷脸|刷个脸|人脸|扫脸|核验|验脸|代刷/;
/** The section of an entry that says what to heed. */
const HEED = '注意';
/** So likely another entry is meant that no phone is thought of. */
const ELSEWHERE = 0.9;

/** Answers from the checks what is a question about this very case: its phone, its province, its next failure. `no` where it is not. */
export async function aboutCase(turn: Turn, parts: Parts, considered: Considered): Promise<Next | undefined | 'no'> {
  const { decision, last, best } = considered;
  if (asksForList(turn, parts, considered)) return sayList(turn, parts);
  if (asksAboutPhone(turn.draft.text, turn.draft.heard.facts) && isOfPhones(considered)) {
    return ofThePhone(turn, parts, considered);
  }
  if (last && !isSurelyElsewhere(decision, last, best)) {
    const again = await onLast(turn, parts, last);
    if (again !== 'no') return again;
  }
  if (asksForStandIn(turn.draft.text)) {
    const entry = entryWith(parts.knowledge, 'face-verification', last);
    if (entry && (entry === last || entry === best || FACES.test(turn.draft.text))) return standIn(turn, parts, entry);
  }
  if (asksWhichPhone(turn.draft.text) && isOfPhones(considered)) return sayWhichPhone(turn, parts, last);
  return 'no';
}

/** Nobody else may: told as the finding that it would be. */
async function standIn(turn: Turn, { checks }: Parts, entry: Entry): Promise<Next | undefined> {
  return report(turn, { checks, entry, scope: scopeOf(checks, entry), told: { inPerson: false } });
}

/** News of what the last entry's checks look at: another province, another phone, one more failure. */
async function onLast(turn: Turn, { knowledge, checks }: Parts, last: Entry): Promise<Next | undefined | 'no'> {
  const { draft } = turn;
  const scope = scopeOf(checks, last);
  const heard = Object.keys(draft.heard.facts);
  const { face } = draft.heard;
  const isFace = scope.checks.includes('face-verification');
  if (isFace && face.passed && !face.failed) {
    await sayBeside(turn, knowledge, smalltalk.solved);
    return undefined;
  }
  const before = draft.facts;
  if (isFace) draft.facts = learnFace(before, face);
  const changed = draft.facts === before ? heard : [...heard, 'faceAttempts', 'failuresAfterAdvice'];
  if (!checksOf(checks, scope).some((check) => looksAt(check, changed))) return 'no';
  return report(turn, { checks, entry: last, scope, changed });
}

function isOfPhones({ decision, best }: Considered): boolean {
  return (
    decision.kind !== 'answer' || decision.confidence < ELSEWHERE || (best?.checks.includes('android-version') ?? false)
  );
}

/** Whether this phone will do: asked before anything failed. */
async function ofThePhone(
  turn: Turn,
  { knowledge, checks }: Parts,
  { last }: Considered,
): Promise<Next | undefined | 'no'> {
  const entry = entryWith(knowledge, 'android-version', last);
  if (!entry) return 'no';
  const appCheck = checks.byId('app-version')?.title;
  const choices = [...(appCheck ? [appCheck] : []), ...AFTER_ANSWER];
  return report(turn, { checks, entry, scope: { entry: entry.number, checks: ['android-version'] }, choices });
}

/** What the entry heeds: iOS works better. */
async function sayWhichPhone(turn: Turn, { knowledge }: Parts, last: Entry | undefined): Promise<undefined> {
  const entry = entryWith(knowledge, 'android-version', last);
  const heed = entry?.sections.find(({ heading }) => heading === HEED);
  if (!entry || !heed) throw new RangeError('No entry says which phones will do');
  await sayAnswer(turn, entry, { text: heed.text, sources: [sourceOf(entry)] });
  if (turn.draft.outcome) turn.settle({ ...turn.draft.outcome, diagnostic: 'android-version' });
}

function asksForList(turn: Turn, { checks }: Parts, { decision, last }: Considered): boolean {
  const { entry } = checks.provinces.faq;
  const near =
    last?.number === entry || decision.candidates.some((one) => one.entry === entry && one.probability > 0.1);
  return near && asksForProvinces(turn.draft.text, last?.number === entry);
}

async function sayList(turn: Turn, { knowledge, checks }: Parts): Promise<undefined> {
  const { provinces } = checks;
  const entry = knowledge.entries().get(provinces.faq.entry);
  const parts = [listed(provinces), ...(asksOfDoubling(turn.draft.text) ? [explained(provinces)] : [])];
  await turn.say({ text: parts.join('\n\n'), choices: AFTER_ANSWER, ...(entry && { sources: [sourceOf(entry)] }) });
  turn.draft.facts = { ...turn.draft.facts, entry: provinces.faq.entry };
  turn.settle(outcome('answer', { entry: provinces.faq.entry, diagnostic: 'province' }));
}
