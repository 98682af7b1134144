import { createHash } from 'node:crypto';
import { subKey } from './seal.ts';

/**
 * What a key can be told by, and nothing of the key itself: 16 hexadecimal digits in groups of four. It is the same
 * wherever the key is, so that whoever holds a back-up knows which key belongs to it.
 */
export function fingerprint(key: Uint8Array): string {
  const digits = createHash('sha256').update(subKey(key, 'fingerprint v1')).digest('hex').slice(0, 16);
  return digits.match(/.{4}/g)?.join('-') ?? digits;
}
