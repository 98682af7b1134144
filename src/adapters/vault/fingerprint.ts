import { createHash, hkdfSync } from 'node:crypto';

/**
 * What a key can be told by, and nothing of the key itself: 16 hexadecimal digits in groups of four. It is the same
 * wherever the key is, so that whoever holds a back-up knows which key belongs to it.
 */
export function fingerprint(key: Uint8Array): string {
  const derived = Buffer.from(hkdfSync('sha256', key, '', 'beian-assistant fingerprint v1', 32));
  const digits = createHash('sha256').update(derived).digest('hex').slice(0, 16);
  return digits.match(/.{4}/g)?.join('-') ?? digits;
}
