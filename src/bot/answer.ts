import type { Entry } from '../knowledge/entry.ts';
import { answerReply, WHY } from './answer-text.ts';
import type { Checks } from './checks/checks.ts';
import { examine, looksAt } from './checks/examine.ts';
import { report } from './checks/report.ts';
import { checksOf, type Scope, scopeOf, titlesOf } from './checks/scope.ts';
import type { Turn } from './dialogs/dialogue.ts';
import type { Next } from './dialogs/next.ts';
import { SLIP } from './follow-up.ts';
import { outcome, type Reply } from './message.ts';
import { noteFor } from './notes.ts';
import { phrases } from './phrases.ts';
import { AFTER_ANSWER } from './replies.ts';

/** Words that ask for people beside the matter: the answer then offers one. */
const PEOPLE = /人工|客服|售后|真人|活人/;
const DOUBLED = /(两遍|两次|重复|写重|19)/;

export interface AnswerParts {
  readonly confidence: number;
  /** Said before several; each then stands under its title. */
  readonly lead?: string;
  /** Said after the last: what could not be answered. */
  readonly tail?: string;
}

/** Answers with an entry and its checks, or with each of several under its heading. */
export async function answer(
  turn: Turn,
  checks: Checks,
  entries: readonly Entry[],
  parts: AnswerParts,
): Promise<Next | undefined> {
  const [first, ...others] = entries;
  if (!first) throw new RangeError('An answer needs an entry');
  if (others.length === 0 && parts.tail === undefined) return answerOne(turn, checks, first, parts);
  await answerEach(turn, entries, parts);
  return undefined;
}

/** What the entry says, for this case where the checks already know it; then the first question of its checks. */
async function answerOne(
  turn: Turn,
  checks: Checks,
  entry: Entry,
  { confidence, lead }: AnswerParts,
): Promise<Next | undefined> {
  const { draft } = turn;
  const scope = scopeOf(checks, entry);
  const fits = tailored(turn, checks, scope);
  if (fits === 'instead') return report(turn, { checks, entry, scope, confidence, ...(lead && { lead }) });
  const offer = PEOPLE.test(draft.text) ? phrases.personOffer : undefined;
  const reply = answerReply(entry, draft.facts, {
    lead: [lead, fits, noteFor(draft, entry), defects(turn, entry)].filter(Boolean).join('\n\n'),
  });
  const text = [withAdvice(reply.text, checks.advice(entry.number)), offer].filter(Boolean).join('\n\n');
  const choices = [...titlesOf(checks, entry), ...AFTER_ANSWER, ...(offer ? [phrases.person] : [])];
  const next = await report(turn, { checks, entry, scope, confidence, answer: { ...reply, text }, choices });
  if (offer && draft.outcome) turn.settle({ ...draft.outcome, handoff: 'offered' });
  return next;
}

/** Our own advice stands after the steps, before what explains them. */
function withAdvice(text: string, advice: string | undefined): string {
  if (!advice) return text;
  const why = text.indexOf(`\n\n**${WHY}**`);
  return why < 0 ? `${text}\n\n${advice}` : `${text.slice(0, why)}\n\n${advice}${text.slice(why)}`;
}

/**
 * What the checks already know of this case: a sentence to begin with where the entry's steps still hold, `instead`
 * where the finding says all that is to be done. Asked about the same entry again, a mere notice is not told again.
 */
function tailored({ draft }: Turn, checks: Checks, scope: Scope): string | undefined {
  // Who wrote a name wrong is not helped by whose name it has to be.
  if (scope.checks.includes('province') && SLIP.test(draft.text) && !draft.heard.facts.province) return undefined;
  const known = checks.known(draft, scope.entry);
  const decided = examine(checksOf(checks, scope), known).filter(({ wants }) => wants === undefined);
  const heard = Object.keys(draft.heard.facts);
  const findings = decided.flatMap(({ checked }) => checked?.findings ?? []);
  const news = draft.record.facts.entry !== scope.entry || decided.some(({ check }) => looksAt(check, heard));
  if (findings.some(({ verdict, severity }) => !GOES_ON.has(verdict) && (news || severity !== 'notice')))
    return 'instead';
  const [first] = findings;
  if (!first) return undefined;
  return first.severity === 'ok' ? phrases.systemFine(first.evidence) : `${first.evidence}${first.advice}`;
}

/** After these the entry's own steps are still to be done. */
const GOES_ON: ReadonlySet<string> = new Set(['android-supported', 'version-unknown']);

async function answerEach(
  turn: Turn,
  entries: readonly Entry[],
  { confidence, lead, tail }: AnswerParts,
): Promise<void> {
  const { draft } = turn;
  const offer = tail ?? (PEOPLE.test(draft.text) ? phrases.personOffer : undefined);
  for (const [at, entry] of entries.entries()) {
    const leads = [at === 0 ? lead : undefined, defects(turn, entry)].filter(Boolean).join('\n\n');
    const reply = answerReply(entry, draft.facts, { lead: leads, titled: true });
    const last = at === entries.length - 1;
    const choices = [...AFTER_ANSWER, ...(offer ? [phrases.person] : [])];
    await turn.say({ ...withTail(reply, last ? offer : undefined), ...(last && { choices }) });
  }
  const numbers = entries.map(({ number }) => number);
  draft.facts = { ...draft.facts, ...(numbers[0] !== undefined && { entry: numbers[0] }) };
  turn.settle(
    outcome('answer', {
      entry: numbers[0] ?? null,
      entries: numbers,
      confidence,
      handoff: offer ? 'offered' : 'none',
    }),
  );
}

function withTail(reply: Reply, tail: string | undefined): Reply {
  return tail ? { ...reply, text: `${reply.text}\n\n${tail}` } : reply;
}

/** The mistakes of the source, told only to whoever asks about them. */
function defects({ draft }: Turn, entry: Entry): string | undefined {
  return DOUBLED.test(draft.text) ? entry.corrections.map(({ why }) => why).join('\n\n') : undefined;
}
