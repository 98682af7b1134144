import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares a secret with what somebody gave, in a time that tells nothing of either. */
export function sameText(one: string | Uint8Array, other: string | Uint8Array): boolean {
  return timingSafeEqual(digestOf(one), digestOf(other));
}

function digestOf(text: string | Uint8Array): Buffer {
  return createHash('sha256').update(text).digest();
}
