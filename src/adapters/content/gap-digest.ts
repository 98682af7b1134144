import { createHash } from 'node:crypto';

/** A question without its words, to be recognised again. */
export function gapDigest(normalised: string): string {
  return createHash('sha256').update(normalised).digest('hex').slice(0, 32);
}
