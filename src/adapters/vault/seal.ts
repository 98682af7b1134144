import { createHmac, hkdfSync } from 'node:crypto';
import type { Seal } from '../../bot/ports.ts';
import { decrypt, encrypt, notSealed } from './gcm.ts';

/** What sealed text begins with: the format, so that a later one can be told apart. It is authenticated too. */
const VERSION = 'v1.';
/** The same for sealed bytes. */
const BYTES_VERSION = 1;

/** A seal that binds bytes to what they are about: sealed for one place, they do not open in another. */
export interface VaultSeal extends Seal {
  sealBytes(plain: Uint8Array, about?: string): Uint8Array;
  openBytes(sealed: Uint8Array, about?: string): Uint8Array;
}

/** All that a vault needs of one. */
export type ByteSeal = Pick<VaultSeal, 'sealBytes' | 'openBytes'>;

/**
 * Seals with AES-256-GCM. Text becomes `v1.` and, in base64url, nonce, ciphertext and tag; bytes become
 * a byte 1 and the same as bytes. `key` is the vault's, 32 bytes; `digesting` is what digests are made with, where that
 * is older than the key.
 */
export function vaultSeal(key: Uint8Array, digesting: Uint8Array = digestKeyOf(key)): VaultSeal {
  const sealing = subKey(key, 'seal v1');
  const sealingBytes = subKey(key, 'bytes v1');
  return {
    seal(plain) {
      return VERSION + encrypt(sealing, Buffer.from(plain), VERSION).toString('base64url');
    },
    open(sealed) {
      if (!sealed.startsWith(VERSION)) throw notSealed();
      return decrypt(sealing, Buffer.from(sealed.slice(VERSION.length), 'base64url'), VERSION).toString('utf8');
    },
    digest(plain) {
      return createHmac('sha256', digesting).update(plain, 'utf8').digest('base64url');
    },
    sealBytes(plain, about = '') {
      return Buffer.concat([Buffer.of(BYTES_VERSION), encrypt(sealingBytes, plain, bytesAbout(about))]);
    },
    openBytes(sealed, about = '') {
      if (sealed[0] !== BYTES_VERSION) throw notSealed();
      return decrypt(sealingBytes, sealed.subarray(1), bytesAbout(about));
    },
  };
}

/** What digests are made with, unless it is older than the key. */
export function digestKeyOf(key: Uint8Array): Uint8Array {
  return subKey(key, 'digest v1');
}

function bytesAbout(about: string): string {
  return `${BYTES_VERSION} ${about}`;
}

/** A key for one purpose: who learns one of them knows nothing of the others. */
export function subKey(key: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', `beian-assistant ${purpose}`, 32));
}
