import type { Talk } from './message.ts';

/** Letting go of what is told twice, or of use to nobody any more. Each does a part, and tells how many rows it was. */
export interface RetentionStore {
  /** Answers of turns before a moment, which their lines tell as well, are from now on told by these: byte for byte the same. */
  thinTurns(before: string, at: string, limit: number): Promise<number>;
  /** Forgets how lines got to people that arrived, or were not sent after all, before a moment. What did not arrive stays. */
  forgetDeliveries(before: string, limit: number): Promise<number>;
  /** Conversations in which nobody spoke since before a moment, and nobody waits for anything; longest silent first. */
  silentSince(before: string, limit: number): Promise<readonly { readonly id: string; readonly talk: Talk }[]>;
}
