import { z } from 'zod';
import type { Label } from './classifier.ts';
import type { OutsideKind } from './entry.ts';
import type { FoundError } from './errors.ts';

/** What each mistake costs, in one currency; chosen on the development set within the limits of the eval. */
export const Costs = z.strictObject({
  /** Answered with an entry that does not help. */
  wrong: z.number().positive(),
  /** Answered although no entry helps. */
  answeredOutside: z.number().positive(),
  /** Asked back with the right entry among the choices. */
  clarified: z.number().positive(),
  /** Asked back with no right entry among the choices. */
  clarifiedWithout: z.number().positive(),
  /** Asked back although no entry helps. */
  clarifiedOutside: z.number().positive(),
  /** Said not to be covered although an entry helps. */
  declined: z.number().positive(),
});

export type Costs = Readonly<z.output<typeof Costs>>;

interface Candidate {
  readonly entry: number;
  /** 0 to 1, calibrated. */
  readonly probability: number;
}

export interface Decision {
  readonly kind: 'answer' | 'clarify' | 'outside';
  /** Best first: for `answer` the first is the answer, for `clarify` they are the choices. */
  readonly candidates: readonly Candidate[];
  /** How likely what was decided is right, 0 to 1. */
  readonly confidence: number;
  /** The likeliest kind, should no entry answer, and how likely it is that none does. */
  readonly outside: { readonly kind: OutsideKind; readonly probability: number };
  /** The error string that decided, where one did. */
  readonly error?: string;
}

const CHOICES = 3;

/** Takes the step with the least expected cost: answer with the best entry, offer two or three, or say that none answers. */
export function decide(
  labels: readonly Label[],
  probabilities: ArrayLike<number>,
  errors: readonly FoundError[],
  costs: Costs,
): Decision {
  const candidates: Candidate[] = [];
  let likeliest: { readonly kind: OutsideKind; readonly probability: number } = { kind: 'nonsense', probability: 0 };
  let none = 0;
  for (const [at, label] of labels.entries()) {
    const probability = probabilities[at] ?? 0;
    if ('entry' in label) candidates.push({ entry: label.entry, probability });
    else {
      none += probability;
      if (probability > likeliest.probability) likeliest = { kind: label.outside, probability };
    }
  }
  const outside = { kind: likeliest.kind, probability: Math.min(1, none) }; // Sums of floats may pass 1 by a hair.
  candidates.sort((a, b) => b.probability - a.probability);
  return quoted(candidates, outside, errors) ?? cheapest(candidates, outside, costs);
}

/** An error string that only our system shows beats every score; a short one does unless the message is surely about something else. */
function quoted(
  candidates: readonly Candidate[],
  outside: Decision['outside'],
  errors: readonly FoundError[],
): Decision | undefined {
  const [error, other] = errors.filter(({ telling }) => telling || outside.probability < 0.5);
  if (!error || (other && other.entry !== error.entry && !error.telling)) return undefined;
  const found = candidates.find(({ entry }) => entry === error.entry) ?? { entry: error.entry, probability: 0 };
  const [top] = candidates;
  // A short string inside a question that is clearly about another entry is not what is asked.
  if (!error.telling && top && top.entry !== error.entry && top.probability > 0.9) return undefined;
  return {
    kind: 'answer',
    candidates: [found, ...candidates.filter((one) => one !== found)],
    confidence: Math.max(found.probability, sureness(error)),
    outside,
    error: error.error,
  };
}

function sureness({ telling, edits }: FoundError): number {
  if (!telling) return 0.9;
  return edits === 0 ? 0.99 : 0.95;
}

function cheapest(candidates: readonly Candidate[], outside: Decision['outside'], costs: Costs): Decision {
  const inside = 1 - outside.probability;
  const [top] = candidates;
  const first = top?.probability ?? 0;
  const choices = choicesOf(candidates);
  const offered = Math.min(
    1,
    choices.reduce((sum, { probability }) => sum + probability, 0),
  );
  const answer = costs.wrong * (inside - first) + costs.answeredOutside * outside.probability;
  const clarify =
    choices.length < 2
      ? Number.POSITIVE_INFINITY
      : costs.clarified * offered +
        costs.clarifiedWithout * (inside - offered) +
        costs.clarifiedOutside * outside.probability;
  const decline = costs.declined * inside;
  if (top && answer <= clarify && answer <= decline) return { kind: 'answer', candidates, confidence: first, outside };
  if (clarify < decline) return { kind: 'clarify', candidates: choices, confidence: offered, outside };
  return { kind: 'outside', candidates, confidence: outside.probability, outside };
}

/** The best two, and the third where it is not far behind the second. */
function choicesOf(candidates: readonly Candidate[]): readonly Candidate[] {
  const second = candidates[1]?.probability ?? 0;
  return candidates.slice(0, CHOICES).filter(({ probability }, at) => at < 2 || probability > second / 4);
}
