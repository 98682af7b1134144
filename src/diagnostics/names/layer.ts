/** The name a person typed, and the one on the document. */
export interface NamePair {
  readonly typed: string;
  readonly document: string;
}

/** What differs, and what to do about it. */
export interface Difference {
  readonly evidence: string;
  readonly advice: string;
}

/** One way in which two names may look alike and still differ: it takes the difference away and says what it was. */
export interface Layer {
  /** Counts even where the names are no nearer to each other afterwards. */
  readonly always?: true;
  fold(pair: NamePair): NamePair;
  say(pair: NamePair): Difference;
}
