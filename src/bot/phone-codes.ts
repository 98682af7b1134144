/** A code that hands a talk to another device: its hash, and the talk's token, sealed. */
export interface PhoneCode {
  readonly hash: string;
  readonly talk: string;
  readonly sealed: string;
  readonly until: string;
}

export interface PhoneCodes {
  /** Keeps a code, and forgets all that are over at `at`. */
  keepCode(code: PhoneCode, at: string): Promise<void>;
  /** What was sealed, once, and only until it is over; of several who ask at the same time one gets it. */
  takeCode(hash: string, at: string): Promise<string | undefined>;
}
