import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Seal } from '../../bot/ports.ts';
import { VaultError } from './vault-error.ts';

/** What sealed text begins with: the format, so that a later one can be told apart. It is authenticated too. */
const VERSION = 'v1.';
/** Bytes. */
const NONCE = 12;
const TAG = 16;

/** Seals with AES-256-GCM: `v1.` and, in base64url, nonce, ciphertext and tag. `key` is the vault's, 32 bytes. */
export function vaultSeal(key: Uint8Array): Seal {
  const sealing = subKey(key, 'seal v1');
  const digesting = subKey(key, 'digest v1');
  return {
    seal(plain) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(VERSION));
      const parts = [nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()];
      return VERSION + Buffer.concat(parts).toString('base64url');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed.slice(VERSION.length), 'base64url');
      if (!sealed.startsWith(VERSION) || bytes.length < NONCE + TAG) {
        throw new VaultError('format', '这不是本服务加密的内容。');
      }
      const end = bytes.length - TAG;
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, NONCE), { authTagLength: TAG })
        .setAAD(Buffer.from(VERSION))
        .setAuthTag(bytes.subarray(end));
      try {
        return decipher.update(bytes.subarray(NONCE, end), undefined, 'utf8') + decipher.final('utf8');
      } catch (cause) {
        throw new VaultError('key', '加密的内容打不开：它被改动过，或者是用另一把密钥加密的，请核对 VAULT_KEY。', {
          cause,
        });
      }
    },
    digest(plain) {
      return createHmac('sha256', digesting).update(plain, 'utf8').digest('base64url');
    },
  };
}

/** A key for one purpose: who learns one of them knows nothing of the others. */
function subKey(key: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', `beian-assistant ${purpose}`, 32));
}
