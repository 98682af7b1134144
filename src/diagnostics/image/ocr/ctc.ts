/** Characters as the recogniser gives them, and how sure it is of them on average. */
export interface Spelled {
  readonly text: string;
  /** 0 to 1; 0 where nothing was read. */
  readonly confidence: number;
}

/**
 * Reads the recogniser's output, for every step the probabilities of all
 * classes: the likeliest class of each, repeats and blanks (class 0) dropped
 * (connectionist temporal classification, best path).
 */
export function spell(odds: Float32Array, steps: number, characters: readonly string[]): Spelled {
  const classes = characters.length;
  let text = '';
  let [sum, count, before] = [0, 0, 0];
  for (let step = 0, from = 0; step < steps; step++, from += classes) {
    let best = 0;
    let most = odds[from] as number;
    for (let at = 1; at < classes && most < 0.5; at++) {
      const value = odds[from + at] as number;
      if (value > most) [most, best] = [value, at];
    }
    if (best !== 0 && best !== before) {
      text += characters[best];
      sum += most;
      count++;
    }
    before = best;
  }
  return { text, confidence: count === 0 ? 0 : sum / count };
}
