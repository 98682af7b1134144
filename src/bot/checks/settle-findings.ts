import type { Turn } from '../dialogs/dialogue.ts';
import { type OutcomeKind, outcome } from '../message.ts';
import { asksAboutPhone } from '../understanding/phone-question.ts';
import { bySeverity } from './examine.ts';
import type { FindingsOfTurn } from './findings-of-turn.ts';
import { asOutcome } from './outcome-findings.ts';

interface Settling {
  readonly entry: number;
  /** Whether the entry itself was said. */
  readonly answers: boolean;
  readonly confidence: number;
}

/** Names what a turn of checks came to, by its most severe finding. What is still to be looked at counts as a finding. */
export function settleFindings(turn: Turn, found: FindingsOfTurn, { entry, answers, confidence }: Settling): void {
  const { examined, shown, asked, offered } = found;
  const all = examined.flatMap(({ check, checked }) =>
    (checked?.findings ?? []).map((finding) => ({ check: check.id, finding })),
  );
  const { text, heard } = turn.draft;
  // Who asks whether a phone will do is answered by that; who reports a failure, by what is still to be looked at.
  const open = asksAboutPhone(text, heard.facts) ? [] : all.filter(({ check }) => check === asked?.check);
  const counted = shown.length > 0 ? [...shown, ...open] : all;
  const told = bySeverity(counted.map(({ check, finding }) => ({ ...finding, check })));
  const [worst] = told;
  turn.settle(
    outcome(kindOf(found, answers), {
      entry,
      confidence,
      diagnostic: worst?.check ?? asked?.check ?? examined[0]?.check.id ?? null,
      verdict: worst?.verdict ?? null,
      findings: told.map(asOutcome),
      handoff: offered ? 'offered' : 'none',
    }),
  );
}

function kindOf({ shown, cards, offered }: FindingsOfTurn, answers: boolean): OutcomeKind {
  if (answers) return 'answer';
  if (offered) return 'handoff-offered';
  return shown.length + cards.length > 0 ? 'finding' : 'ask';
}
