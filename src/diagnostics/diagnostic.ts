import { z } from 'zod';

export type Severity = 'ok' | 'notice' | 'problem' | 'blocker';

/** Why a check hands over to a person (product rule: the closed list of reasons). */
export type HandoffReason = 'face_unresolved' | 'diagnostic_exhausted';

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
  /** Set where a person of the desk is to be offered now. */
  readonly handoff?: HandoffReason;
}

export interface Checked {
  /** Of several findings the most severe; null for a check that only tells steps. */
  readonly verdict: string | null;
  readonly findings: readonly Finding[];
  /** Texts to show as they are, each a message of its own: steps to forward to somebody. */
  readonly cards?: readonly string[];
}

/** What is known of a case, by the names of its facts. */
export type Known = Readonly<Record<string, unknown>>;

/** One answer to choose, as a button. */
export interface Choice {
  readonly label: string;
  /** The facts that it tells. */
  readonly means: Known;
  /** What people say instead of pressing it, in a normalised message. */
  readonly says?: RegExp;
}

/** How a person is asked for a fact. 不知道 is always an answer, and gets `help`. */
interface Ask {
  readonly question: string | ((known: Known) => string);
  readonly choices?: readonly Choice[] | ((known: Known) => readonly Choice[]);
  /** Shown as buttons only after two answers that were not understood: too many to show at once. */
  readonly lastResort?: readonly Choice[];
  /** Reads an answer that is neither a choice nor a fact heard anyway; undefined where it is none. `typed` is as it was typed. */
  readonly read?: (normalised: string, typed: string) => Known | undefined;
  /** Where to look it up. */
  readonly help: string | ((known: Known) => string);
  /** The answer is a name: no stored text may show it. */
  readonly isName?: boolean;
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
  /** Whether its first question comes along with the answer of an entry, or only when its button is pressed. */
  readonly starts: 'with-answer' | 'on-request';
  readonly input: Input;
  /** A question that stays open after it was answered: the next answer shows what is meant for it. */
  readonly repeats?: string;
  /** The fact to ask for next; undefined where asking more decides nothing. */
  next(known: Known): string | undefined;
  run(facts: z.output<Input>): Checked;
}

/** A question as it is put now. */
export interface Question {
  readonly text: string;
  readonly choices: readonly Choice[];
  readonly help: string;
  readonly lastResort: readonly Choice[];
  readonly read: Ask['read'];
  readonly isName: boolean;
}

/** The question for a field of a check, with what is known. Throws for a field that registers none. */
export function questionFor({ id, input }: Pick<Diagnostic, 'id' | 'input'>, field: string, known: Known): Question {
  const ask = asks.get((input.shape as Readonly<Record<string, z.ZodType>>)[field] ?? z.never()) as Ask | undefined;
  if (!ask) throw new RangeError(`${id} has no question for ${field}`);
  const { question, choices = [], help, lastResort = [], read, isName = false } = ask;
  return {
    text: typeof question === 'function' ? question(known) : question,
    choices: typeof choices === 'function' ? choices(known) : choices,
    help: typeof help === 'function' ? help(known) : help,
    lastResort,
    read,
    isName,
  };
}
