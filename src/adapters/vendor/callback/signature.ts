import { createHash } from 'node:crypto';
import { sameText } from './same-text.ts';

/** How WeChat and WeCom sign: SHA-1, in hexadecimal, over the parts sorted by code unit and joined. */
export function signatureOf(...parts: readonly string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
}

/** Whether a signature is that of the token and of what came with it. */
export function isSigned(signature: string | undefined, ...parts: readonly (string | undefined)[]): boolean {
  if (signature === undefined) return false;
  const whole = parts.filter((part) => part !== undefined);
  return whole.length === parts.length && sameText(signature, signatureOf(...whole));
}
