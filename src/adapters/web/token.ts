import { createHash, randomBytes } from 'node:crypto';

/** 256 bits that only the browser keeps. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A talk's name in addresses: 128 bits, so that it cannot be guessed either. */
export function newTalkId(): string {
  return randomBytes(16).toString('base64url');
}

/** SHA-256, hexadecimal: all that is stored of a token. It needs no salt, since a token is random and long. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
