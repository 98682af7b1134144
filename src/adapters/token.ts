import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, base64url: only the browser keeps it. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A talk's name in addresses: 128 bits, so that it cannot be guessed either. */
export function newTalkId(): string {
  return randomBytes(16).toString('base64url');
}

/** SHA-256, hexadecimal: all that is stored of a token. It needs no salt, since a token is random and long. */
export function hashToken(token: string): string {
  return sha256(token).toString('hex');
}

/** Takes as long for a token that is nearly right as for one that is all wrong. */
export function sameToken(a: string, b: string): boolean {
  return timingSafeEqual(sha256(a), sha256(b));
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
