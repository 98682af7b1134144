import { createCipheriv, createDecipheriv } from 'node:crypto';

/** The padding block of the envelope: 32 bytes, twice that of AES. */
const BLOCK = 32;
/** Random bytes before the length. */
const SALT = 16;

/** What an opened envelope held. */
export interface Opened {
  readonly text: string;
  /** App id, corp id or suite id the envelope was addressed to; may be empty. */
  readonly receiver: string;
  readonly salt: Buffer;
}

/** The 32 key bytes of a 43-character EncodingAESKey. */
const keyBytes = (aesKey: string): Buffer => {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  if (aesKey.length !== 43 || key.length !== 32) throw new Error('EncodingAESKey: 43 base64 characters wanted');
  return key;
};

/**
 * Seals `text` for `receiver`: salt, length (32 bits, big endian), text and
 * receiver, padded to 32 bytes, AES-256-CBC with the first half of the key as
 * initialisation vector; base64.
 */
export const seal = (aesKey: string, text: string, receiver: string, salt: Buffer): string => {
  if (salt.length !== SALT) throw new Error('16 bytes of salt wanted');
  const key = keyBytes(aesKey);
  const body = Buffer.from(text);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(body.length);
  const bare = Buffer.concat([salt, size, body, Buffer.from(receiver)]);
  const fill = BLOCK - (bare.length % BLOCK);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(bare), cipher.update(Buffer.alloc(fill, fill)), cipher.final()]).toString(
    'base64',
  );
};

/** Opens a sealed envelope, or throws an `Error` that names the broken part; the receiver is the caller's to compare. */
export const open = (aesKey: string, sealed: string): Opened => {
  const key = keyBytes(aesKey);
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length === 0 || bytes.length % BLOCK !== 0) throw new Error('ciphertext: not a multiple of 32 bytes');
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16));
  decipher.setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(bytes), decipher.final()]);
  const fill = padded.at(-1) ?? 0;
  if (fill < 1 || fill > BLOCK) throw new Error(`padding: ${fill} bytes`);
  if (!padded.subarray(-fill).every((byte) => byte === fill)) throw new Error('padding: bytes differ');
  const bare = padded.subarray(0, padded.length - fill);
  if (bare.length < SALT + 4) throw new Error('plaintext: too short');
  const end = SALT + 4 + bare.readUInt32BE(SALT);
  if (end > bare.length) throw new Error('plaintext: length beyond its end');
  return {
    text: bare.subarray(SALT + 4, end).toString(),
    receiver: bare.subarray(end).toString(),
    salt: bare.subarray(0, SALT),
  };
};
