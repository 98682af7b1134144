import { createCipheriv, createDecipheriv } from 'node:crypto';

/**
 * The same envelope with its padding spoilt and nothing else: the first padding byte is 0, so that the length the last
 * byte names is still right. Where there is only one, it becomes 0 itself.
 */
export const mispadded = (aesKey: string, sealed: string): string => {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  const iv = key.subarray(0, 16);
  const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(Buffer.from(sealed, 'base64')), decipher.final()]);
  plain[plain.length - (plain.at(-1) ?? 1)] = 0;
  const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64');
};
