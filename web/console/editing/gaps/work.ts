import type { GapGroup, NewTrial } from '../types.ts';

/** A question that may be added, as it is written now. */
export interface Row {
  readonly text: string;
  readonly isOn: boolean;
}

export type Target =
  | { readonly subject: 'similar'; readonly entry: number }
  | { readonly subject: 'outside'; readonly kind: string };

/** What an editor is doing about a group of gaps: plain JSON, so that it can be kept. */
export interface Work {
  readonly title: string;
  readonly rows: readonly Row[];
  /** Questions that were added here before and are to be taken away. */
  readonly remove: readonly string[];
  readonly target: Target | null;
  readonly note: string;
  /** The trial that was begun last, and of what: the server words some of it anew. */
  readonly trial: { readonly id: string; readonly of: NewTrial } | null;
}

export const NO_WORK: Work = { title: '', rows: [], remove: [], target: null, note: '', trial: null };

/** Under which name the work on something is kept: a group, or `entry-5` for one's own questions. */
export function workName(id: string): string {
  return `gap:${id}`;
}

export function workOn({ texts, examples }: GapGroup): Work {
  return {
    ...NO_WORK,
    title: examples[0]?.text ?? texts[0] ?? '',
    rows: texts.map((text) => ({ text, isOn: true })),
  };
}

/** The questions that are to be added, each once. */
export function textsOf({ rows }: Work): readonly string[] {
  const texts = rows.flatMap(({ text, isOn }) => (isOn && text.trim() !== '' ? [text.trim()] : []));
  return [...new Set(texts)];
}

/** Undefined while something is missing. */
export function trialOf(work: Work): NewTrial | undefined {
  const texts = [...textsOf(work)];
  const remove = [...work.remove];
  if (!work.target || texts.length + remove.length === 0) return undefined;
  return { ...work.target, texts, remove } as NewTrial;
}

/** Whether the trial was of what the work is now. */
export function isTried(work: Work): boolean {
  return work.trial !== null && JSON.stringify(work.trial.of) === JSON.stringify(trialOf(work));
}
