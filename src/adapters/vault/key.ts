import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unlessMissing } from '../unless-missing.ts';
import { VaultError } from './vault-error.ts';

/** Bytes of the vault's key. */
const LENGTH = 32;

export interface KeyPlace {
  /** VAULT_KEY: 32 bytes as 64 hexadecimal digits or as Base64, or read already. */
  readonly vaultKey?: string | Uint8Array | undefined;
  /** Holds the key file where VAULT_KEY is not set. */
  readonly dataDir: string;
}

/**
 * The vault's key: VAULT_KEY, or else `vault.key` in `dataDir`, which is made
 * on the first start and readable for this user alone (mode 0600).
 */
export async function readVaultKey({ vaultKey, dataDir }: KeyPlace): Promise<Uint8Array> {
  if (vaultKey !== undefined) {
    const key = typeof vaultKey === 'string' ? parseKey(vaultKey) : vaultKey;
    if (key?.length === LENGTH) return key;
    throw new VaultError(
      'key',
      'VAULT_KEY 应该是 32 字节，写成 64 个十六进制字符或 Base64；可以用 openssl rand -base64 32 生成。',
    );
  }
  const file = keyFile(dataDir);
  try {
    return (await readKeyFile(file)) ?? (await makeKeyFile(file));
  } catch (cause) {
    if (cause instanceof VaultError) throw cause;
    throw new VaultError('file', `密钥文件 ${file} 读不了或写不了：请核对 DATA_DIR 的权限，或者设置 VAULT_KEY。`, {
      cause,
    });
  }
}

/** 32 bytes written as 64 hexadecimal digits, Base64 or base64url; undefined for anything else. */
export function parseKey(text: string): Uint8Array | undefined {
  const written = text.trim();
  if (/^[0-9a-f]{64}$/i.test(written)) return Buffer.from(written, 'hex');
  if (/^[\w+/-]{43}=?$/.test(written)) return Buffer.from(written, 'base64');
  return undefined;
}

/** Where the key is that no setting tells. */
export function keyFile(dataDir: string): string {
  return join(dataDir, 'vault.key');
}

/** The key that there is; none is made. Undefined where there is none. */
export async function findVaultKey({ vaultKey, dataDir }: KeyPlace): Promise<Uint8Array | undefined> {
  return vaultKey === undefined ? readKeyFile(keyFile(dataDir)) : readVaultKey({ vaultKey, dataDir });
}

/** Undefined where there is no such file. Throws a VaultError where it holds no key. */
export async function readKeyFile(file: string): Promise<Uint8Array | undefined> {
  const text = await unlessMissing(readFile(file, 'utf8'));
  if (text === undefined) return undefined;
  const key = parseKey(text);
  if (key) return key;
  throw new VaultError(
    'file',
    `密钥文件 ${file} 的内容不是 32 字节的密钥：请从备份恢复。换一把新的，已加密的内容就再也打不开。`,
  );
}

/** Written aside, then linked: of two processes that start at once, both read the key of the first. */
export async function makeKeyFile(file: string, key: Uint8Array = randomBytes(LENGTH)): Promise<Uint8Array> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await open(aside, 'wx', 0o600);
  try {
    await handle.writeFile(`${Buffer.from(key).toString('base64')}\n`);
    await handle.sync();
    await link(aside, file);
    return key;
  } catch (error) {
    const other = (error as NodeJS.ErrnoException).code === 'EEXIST' ? await readKeyFile(file) : undefined;
    if (other) return other;
    throw error;
  } finally {
    await handle.close();
    await rm(aside);
  }
}
