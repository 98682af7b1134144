import { type Question, questionFor } from '../../../diagnostics/diagnostic.ts';
import type { Scope } from '../../checks/scope.ts';
import type { Parts } from '../../parts.ts';
import type { Heard, Turn } from '../dialogue.ts';
import type { Next } from '../next.ts';

/** A check that waits for an answer. */
export interface Open extends Scope {
  readonly asked: { readonly check: string; readonly field: string };
  /** Answers that were not understood, and times the question was passed over. */
  readonly missed: number;
  /** It has its answer and only waits for another one: nothing is asked again. */
  readonly idle?: boolean;
}

/** The checks that wait, the one asked last at the end; an interrupted one keeps its place before it. */
export interface DiagnoseState {
  readonly open: readonly Open[];
}

/** So many checks wait at once; of more the oldest is forgotten. */
const MOST = 3;

/** The checks that wait, with those that begin now at the end. */
export function joined(state: DiagnoseState, begun: DiagnoseState): DiagnoseState {
  const kept = state.open.filter((open) => !begun.open.some(({ entry }) => entry === open.entry));
  return { open: [...kept, ...begun.open].slice(-MOST) };
}

export function without(state: DiagnoseState, open: Open): DiagnoseState {
  return { open: state.open.filter((one) => one !== open) };
}

/** Goes on waiting while a check does, and begins what comes next. */
export function waitingFor(state: DiagnoseState, next: Next | undefined): Heard<DiagnoseState> {
  const begun = next && { next };
  return state.open.length > 0 ? { is: 'waiting', state, ...begun } : { is: 'done', ...begun };
}

/** The question that a check put last, as it is put now. */
export function questionOf({ checks }: Parts, { draft }: Turn, { asked, entry }: Open): Question {
  const check = checks.byId(asked.check);
  if (!check) throw new RangeError(`There is no check ${asked.check}`);
  return questionFor(check, asked.field, checks.known(draft, entry));
}
