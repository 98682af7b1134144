import type { Diagnostic, Finding, HandoffReason, Known } from '../../diagnostics/diagnostic.ts';
import { type Examined, examine, looksAt, nextQuestion, repeatedQuestion } from './examine.ts';

interface Shown {
  readonly check: string;
  readonly finding: Finding;
}

export interface AskedField {
  readonly check: string;
  readonly field: string;
}

/** What the checks come to in one turn. */
export interface FindingsOfTurn {
  readonly examined: readonly Examined[];
  /** The findings that are told. */
  readonly shown: readonly Shown[];
  readonly cards: readonly string[];
  /** The question that is asked. */
  readonly asked: AskedField | undefined;
  /** A question that was answered, and may be answered once more. */
  readonly repeated: AskedField | undefined;
  /** Why a person is offered, if one is. */
  readonly offered: HandoffReason | undefined;
}

interface Telling {
  /** Only findings that look at these facts are told; without it all that are decided. */
  readonly changed: readonly string[] | undefined;
  /** The entry itself is the answer: what the checks find is not told beside it. */
  readonly silent: boolean;
  readonly mayAsk: boolean;
  readonly mayOffer: boolean;
}

/** Runs the checks on what is known and chooses what the turn tells and asks. */
export function findingsOfTurn(
  checks: readonly Diagnostic[],
  known: Known,
  { changed, silent, mayAsk, mayOffer }: Telling,
): FindingsOfTurn {
  const examined = examine(checks, known);
  const shown = silent ? [] : tellable(examined, changed);
  const asked = mayAsk ? nextQuestion(examined) : undefined;
  return {
    examined,
    shown,
    cards: silent ? [] : examined.flatMap(({ wants, checked }) => (wants ? [] : (checked?.cards ?? []))),
    asked,
    repeated: repeatedQuestion(examined),
    offered: asked || !mayOffer ? undefined : shown.find(({ finding }) => finding.handoff)?.finding.handoff,
  };
}

/** What is decided and news; a blocker alone, where there is one. */
function tellable(examined: readonly Examined[], changed: readonly string[] | undefined): readonly Shown[] {
  const decided = examined
    .filter(({ check, wants }) => wants === undefined && (changed === undefined || looksAt(check, changed)))
    .flatMap(({ check, checked }) => (checked?.findings ?? []).map((finding) => ({ check: check.id, finding })));
  const blocker = decided.find(({ finding }) => finding.severity === 'blocker');
  return blocker ? [blocker] : decided;
}
