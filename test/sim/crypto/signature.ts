import { createHash } from 'node:crypto';

/**
 * The platforms' request signature: SHA-1 (hex) over the parts, sorted as text
 * and joined without a separator.
 *
 * A URL signature is made of token, timestamp and nonce; `msg_signature` of an
 * encrypted body has the ciphertext as its fourth part.
 */
export const signatureOf = (...parts: readonly string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
