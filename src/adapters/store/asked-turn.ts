import type { OutcomeKind } from '../../bot/message.ts';

/** One turn that the assistant answered, with what its person had said. Texts are masked, as they are stored. */
export interface AskedTurn {
  readonly talk: string;
  readonly seq: number;
  readonly at: string;
  readonly kind: OutcomeKind;
  /** The entries that were answered. */
  readonly entries: readonly number[];
  /** Null where nothing was said: a picture alone. */
  readonly text: string | null;
  /** Whether it was a button that we had offered, and no words of the person's own. */
  readonly pressed: boolean;
  /** Whether one of the lines of the answer was judged as no help. */
  readonly unhelpful: boolean;
}

/** A question that an agent was asked, with what the assistant would have said. */
export interface DraftedQuestion {
  readonly text: string;
  readonly kind: OutcomeKind;
  readonly entries: readonly number[];
  /** The texts of the draft. */
  readonly drafted: readonly string[];
}

/** A conversation that an agent ended as solved or advised. Texts are masked. */
export interface ResolvedCase {
  readonly talk: string;
  /** When it was ended. */
  readonly at: string;
  /** What the assistant was asked since the case before it; `gaps` are those of its questions that found no answer. */
  readonly turns: readonly (AskedTurn & { readonly gaps: readonly string[] })[];
  /** What was said before an agent first answered, and only drafted. */
  readonly drafts: readonly DraftedQuestion[];
  /** What agents said. */
  readonly said: readonly string[];
}
