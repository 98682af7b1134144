import { timingSafeEqual } from 'node:crypto';
import { link, rename, rm } from 'node:fs/promises';
import { fingerprint } from '../fingerprint.ts';
import { findVaultKey, keyFile, makeKeyFile, readKeyFile } from '../key.ts';
import { RotateError } from './rotate-error.ts';

export interface KeyPlaces {
  /** Holds the key file where `vaultKey` is not set. */
  readonly dataDir: string;
  /** VAULT_KEY, 32 bytes. */
  readonly vaultKey?: Uint8Array | undefined;
  /** VAULT_KEY_NEXT, 32 bytes. Without it, and without `vaultKey`, one is made. */
  readonly nextKey?: Uint8Array | undefined;
}

/** The key that the service has. None is made: whatever is sealed was sealed with one. */
export async function currentKey({ dataDir, vaultKey }: KeyPlaces): Promise<Uint8Array> {
  const key = await findVaultKey({ dataDir, vaultKey });
  if (key) return key;
  throw new RotateError(
    'key',
    `没有现在的密钥：VAULT_KEY 没有设置，${keyFile(dataDir)} 也没有。请先把它放回来，什么都没有改。`,
  );
}

/** The key that the service will have. Where it is kept in a file, it lies beside the present one until all is done. */
export async function nextKey({ dataDir, vaultKey, nextKey: given }: KeyPlaces): Promise<Uint8Array> {
  if (vaultKey) {
    if (given) return given;
    throw new RotateError(
      'key',
      '请把新的密钥设成 VAULT_KEY_NEXT（用 openssl rand -base64 32 生成），VAULT_KEY 先不要动，然后再运行一次。',
    );
  }
  const file = nextFile(dataDir);
  const kept = await readKeyFile(file);
  if (given === undefined) return kept ?? (await makeKeyFile(file));
  if (kept && !sameKey(kept, given)) {
    throw new RotateError(
      'key',
      `${file} 里已经有一把新的密钥，和 VAULT_KEY_NEXT 不是同一把：请去掉 VAULT_KEY_NEXT 接着换，或者删掉这个文件。`,
    );
  }
  return kept ?? (await makeKeyFile(file, given));
}

/**
 * Puts the new key in the place of the old one, where that is a file. The old one stays beside it, named after its
 * fingerprint: earlier back-ups need it. Gives where it is; undefined where keys are settings.
 */
export async function exchangeKeyFiles({ dataDir, vaultKey }: KeyPlaces, old: Uint8Array): Promise<string | undefined> {
  if (vaultKey) return undefined;
  const file = keyFile(dataDir);
  const kept = `${file}.${fingerprint(old)}`;
  await rm(kept, { force: true });
  await link(file, kept);
  await rename(nextFile(dataDir), file);
  return kept;
}

export function sameKey(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

function nextFile(dataDir: string): string {
  return `${keyFile(dataDir)}.next`;
}
