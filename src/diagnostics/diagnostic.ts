import { z } from 'zod';

export type Severity = 'ok' | 'notice' | 'problem' | 'blocker';

/** What one check found. */
export interface Finding {
  /** One of the closed list of verdicts of its check. */
  readonly verdict: string;
  readonly severity: Severity;
  /** What was seen, in the person's words: `您的手机是安卓 4.4.2`. Never a whole identity number. */
  readonly evidence: string;
  /** What to do about it. */
  readonly advice: string;
  /** The entry it rests on. */
  readonly entry: number;
  /** Whether trying again can help, or another document or phone is needed. */
  readonly retryable?: boolean;
}

export interface Checked {
  /** Of several findings the most severe. */
  readonly verdict: string;
  readonly findings: readonly Finding[];
}

/** How a person is asked for a fact. */
export interface Ask {
  readonly question: string;
  readonly choices?: readonly string[];
  /** Where to look it up, said to whoever answers 不知道. */
  readonly help: string;
}

/** The questions of the checks, by the zod field that takes the answer. */
export const asks = z.registry<Ask>();

/**
 * A check: facts in, findings out. One complete file: the fields of `input`
 * (named like the facts of a conversation) register the questions that ask a
 * person for them. `run` is pure: no network, clock or file.
 */
export interface Diagnostic<Input extends z.ZodObject = z.ZodObject> {
  readonly id: string;
  /** What a button that starts it says. */
  readonly title: string;
  readonly input: Input;
  run(facts: z.output<Input>): Checked;
}
