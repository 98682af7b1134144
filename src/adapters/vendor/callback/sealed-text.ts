import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { sameText } from './same-text.ts';

/** Bytes: PKCS#7 fills up to multiples of 32, not of AES's 16, so that Node's own padding is of no use. */
const BLOCK = 32;
const RANDOM = 16;
/** Random bytes and the length of the message stand before it. */
const HEAD = RANDOM + 4;

/**
 * Opens what the platform encrypted: AES-256-CBC over random bytes, a length,
 * the message and the id of its receiver. Undefined where anything of that is
 * not as it should be; which, is not told.
 */
export function openSealed(key: Buffer, receiver: string, sealed: string): string | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(sealed)) return undefined;
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length === 0 || bytes.length % BLOCK !== 0) return undefined;
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(bytes), decipher.final()]);
  const padding = paddingOf(plain);
  const length = plain.readUInt32BE(RANDOM);
  const end = plain.length - (padding ?? 0);
  const fits = padding !== undefined && HEAD + length <= end;
  const to = plain.subarray(fits ? HEAD + length : end, end);
  return sameText(to, receiver) && fits ? plain.toString('utf8', HEAD, HEAD + length) : undefined;
}

/** `random`: 16 bytes; fresh ones where left out. */
export function sealText(
  key: Buffer,
  receiver: string,
  text: string,
  random: Uint8Array = randomBytes(RANDOM),
): string {
  const message = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(message.length);
  const whole = Buffer.concat([random, length, message, Buffer.from(receiver)]);
  const missing = BLOCK - (whole.length % BLOCK);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(whole), cipher.update(Buffer.alloc(missing, missing)), cipher.final()]).toString(
    'base64',
  );
}

/** How many bytes were filled up; undefined where one of them is wrong. All are looked at, whatever they are. */
function paddingOf(plain: Buffer): number | undefined {
  const tail = plain.subarray(-BLOCK);
  const count = tail[BLOCK - 1] ?? 0;
  let wrong = count < 1 || count > BLOCK ? 1 : 0;
  tail.forEach((byte, at) => {
    if (BLOCK - at <= count) wrong |= byte ^ count;
  });
  return wrong === 0 ? count : undefined;
}
