import { questionFor } from '../../diagnostics/diagnostic.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { sourceOf } from '../answer-text.ts';
import type { Turn } from '../dialogs/dialogue.ts';
import type { Next } from '../dialogs/next.ts';
import type { Reply } from '../message.ts';
import { phrases } from '../phrases.ts';
import { AFTER_ANSWER } from '../replies.ts';
import { toldBack } from '../understanding/told-back.ts';
import type { Checks } from './checks.ts';
import { type AskedField, type FindingsOfTurn, findingsOfTurn } from './findings-of-turn.ts';
import { checksOf, type Scope, titlesOf } from './scope.ts';
import { settleFindings } from './settle-findings.ts';

interface Reporting {
  readonly checks: Checks;
  readonly entry: Entry;
  readonly scope: Scope;
  /** What was told in this turn and is not remembered: a number, names, whom a text is for. */
  readonly told?: Readonly<Record<string, unknown>>;
  /** Only findings that look at these facts are told; without it all that are decided. */
  readonly changed?: readonly string[];
  /** Said first, in a bubble of its own: the answer of the entry. */
  readonly answer?: Reply;
  readonly confidence?: number;
  /** Said before the question or the first finding. */
  readonly lead?: string;
  /** Whether the question comes with where to look it up. */
  readonly explain?: boolean;
  /** Instead of the buttons after an answer. */
  readonly choices?: readonly string[];
}

/** Tells what the checks find in what is known, and asks for the next fact. Gives what is to be waited for. */
export async function report(turn: Turn, reporting: Reporting): Promise<Next | undefined> {
  const { checks, entry, scope, told = {}, changed, answer, confidence = 1 } = reporting;
  const { draft } = turn;
  const known = { ...checks.known(draft, scope.entry), ...told };
  const { mayAsk, mayOffer } = draft;
  const found = findingsOfTurn(checksOf(checks, scope), known, { changed, silent: !!answer, mayAsk, mayOffer });
  const question = found.asked && asking(reporting, found.asked, known, found.shown.length > 0);
  const replies = [...(answer ? [answer] : []), ...findingReplies(turn, reporting, found)];
  if (question) await sayAll(turn, [...replies, question]);
  else await sayAll(turn, withChoices(replies, afterwards(reporting, found, known)));

  const advised = scope.checks.includes('face-verification') && (!!answer || found.shown.length > 0);
  draft.facts = {
    ...draft.facts,
    entry: entry.number,
    ...(advised && { failuresAfterAdvice: draft.facts.failuresAfterAdvice ?? 0 }),
  };
  settleFindings(turn, found, { entry: entry.number, answers: !!answer, confidence });
  return nextOf(found, scope);
}

function findingReplies(turn: Turn, { entry, lead }: Reporting, { shown, cards, offered }: FindingsOfTurn): Reply[] {
  const sources = [sourceOf(entry)];
  const texts = shown.map(({ finding: { evidence, advice } }) => `${evidence}\n\n${advice}`.trim());
  const parts = [...(lead ? [lead] : []), ...texts, ...(offered ? [offerText(turn)] : [])];
  return [
    ...(shown.length > 0 ? [{ text: parts.join('\n\n'), sources }] : []),
    ...cards.map((text) => ({ text, sources })),
  ];
}

function offerText({ draft }: Turn): string {
  const told = toldBack(draft.facts);
  return told ? phrases.offerWith(told) : phrases.offer;
}

function asking(
  { checks, lead, answer, explain, choices: asked = [] }: Reporting,
  { check: id, field }: AskedField,
  known: Readonly<Record<string, unknown>>,
  led: boolean,
): Reply {
  const check = checks.byId(id);
  if (!check) throw new RangeError(`There is no check ${id}`);
  const { text, choices, help } = questionFor(check, field, known);
  const parts = [lead && !led && !answer ? lead : undefined, text, explain ? help : undefined];
  const person = asked.includes(phrases.person) ? [phrases.person] : [];
  return {
    text: parts.filter(Boolean).join('\n\n'),
    choices: [...choices.map(({ label }) => label), phrases.unknown, ...person],
  };
}

/** The buttons after the last bubble, where nothing is asked. */
function afterwards(
  { checks, entry, choices }: Reporting,
  { repeated, offered }: FindingsOfTurn,
  known: Readonly<Record<string, unknown>>,
): readonly string[] {
  if (offered) return [phrases.person, phrases.notYet];
  const check = repeated && checks.byId(repeated.check);
  const others = check ? questionFor(check, repeated.field, known).choices.map(({ label }) => label) : [];
  const titles = titlesOf(checks, entry).filter((title) => title !== check?.title);
  return [...others, ...(choices ?? [...titles, ...AFTER_ANSWER])];
}

function withChoices(replies: readonly Reply[], choices: readonly string[]): readonly Reply[] {
  return replies.map((reply, at) => (at === replies.length - 1 ? { ...reply, choices } : reply));
}

async function sayAll(turn: Turn, replies: readonly Reply[]): Promise<void> {
  for (const reply of replies) await turn.say(reply);
}

function nextOf({ asked, repeated, offered }: FindingsOfTurn, scope: Scope): Next | undefined {
  if (offered) return { dialog: 'offer', state: { reason: offered, entry: scope.entry, declined: false } };
  const waits = asked ?? repeated;
  if (!waits) return undefined;
  return { dialog: 'diagnose', state: { open: [{ ...scope, asked: waits, missed: 0, idle: !asked }] } };
}
