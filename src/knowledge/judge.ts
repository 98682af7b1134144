import { type Classifier, probabilities } from './classifier.ts';
import type { Classifiers } from './classifiers.ts';
import { type Costs, type Decision, decide } from './decide.ts';
import type { FindErrors } from './errors.ts';

/**
 * How likely one label must be by the words of a message alone for the encoder to be spared. In the development and
 * fresh sets (1 448 messages) the decision with the encoder was another one for none from 0.90 on; with this margin it
 * is spared for four in five.
 */
const SURE = 0.97;

/**
 * What the encoder did for a decision: nothing, since the words were sure; it read the text, or remembered it; it could
 * not; or there is none.
 */
type EncoderUse = 'spared' | 'asked' | 'remembered' | 'failed' | 'missing';

export interface Judged {
  readonly decision: Decision;
  readonly encoder: EncoderUse;
  /** Milliseconds of waiting for the encoder. */
  readonly encoderMs: number;
}

interface Judging extends Classifiers {
  readonly findErrors: FindErrors;
  readonly costs: Costs;
}

/** The vector of the text; undefined or of length 0 where none could be had. */
type AskEncoder = () => Promise<{
  readonly vector: ArrayLike<number> | undefined;
  readonly isRemembered: boolean;
}>;

/** Decides on a normalised text by its words, and by its meaning too where these are not sure. */
export async function judge(judging: Judging, normalised: string, ask: AskEncoder | undefined): Promise<Judged> {
  const { words, meaning, findErrors, costs } = judging;
  const errors = findErrors(normalised);
  const by = ({ labels }: Classifier, chances: Float64Array): Decision => decide(labels, chances, errors, costs);
  const byWords = probabilities(words, normalised, []);
  const alone = (encoder: EncoderUse, encoderMs = 0): Judged => ({ decision: by(words, byWords), encoder, encoderMs });
  if (!meaning || !ask) return alone('missing');
  if (byWords.some((probability) => probability >= SURE)) return alone('spared');
  const begun = performance.now();
  const { vector, isRemembered } = await ask();
  const encoderMs = performance.now() - begun;
  if (!vector || vector.length === 0) return alone('failed', encoderMs);
  const decision = by(meaning, probabilities(meaning, normalised, vector));
  return { decision, encoder: isRemembered ? 'remembered' : 'asked', encoderMs };
}
