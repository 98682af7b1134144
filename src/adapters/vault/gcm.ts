import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { VaultError } from './vault-error.ts';

/** Bytes. */
const NONCE = 12;
const TAG = 16;

/** AES-256-GCM: nonce, ciphertext and tag. `about` is authenticated too, and not in the result. */
export function encrypt(key: Uint8Array, plain: Uint8Array, about: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

export function decrypt(key: Uint8Array, sealed: Uint8Array, about: string): Buffer {
  if (sealed.length < NONCE + TAG) throw notSealed();
  const end = sealed.length - TAG;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG })
    .setAAD(Buffer.from(about))
    .setAuthTag(sealed.subarray(end));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE, end)), decipher.final()]);
  } catch (cause) {
    throw new VaultError('key', '加密的内容打不开：它被改动过，或者是用另一把密钥加密的，请核对 VAULT_KEY。', {
      cause,
    });
  }
}

export function notSealed(): VaultError {
  return new VaultError('format', '这不是本服务加密的内容。');
}
