import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { parseKey, readVaultKey } from '../../../src/adapters/vault/key.ts';

const bytes = Buffer.from(Array.from({ length: 32 }, (_none, index) => 255 - index));

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'beian-vault-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

it.each([
  ['hexadecimal', bytes.toString('hex')],
  ['capital hexadecimal', bytes.toString('hex').toUpperCase()],
  ['Base64', bytes.toString('base64')],
  ['Base64 for URLs', bytes.toString('base64url')],
  ['Base64 with a line end', `${bytes.toString('base64')}\n`],
])('reads VAULT_KEY written as %s, and makes no file', async (_how, written) => {
  const dataDir = await freshFolder();
  expect(Buffer.from(await readVaultKey({ vaultKey: written, dataDir }))).toEqual(bytes);
  expect(await readdir(dataDir)).toEqual([]);
});

it('takes a key that was read already', async () => {
  expect(await readVaultKey({ vaultKey: bytes, dataDir: 'nowhere' })).toEqual(bytes);
});

it.each([
  '',
  'secret',
  bytes.toString('hex').slice(1),
  bytes.subarray(1).toString('base64'),
  `${bytes.toString('hex')}00`,
])('refuses %j by name, without repeating it', async (written) => {
  expect(parseKey(written)).toBeUndefined();
  const refused = readVaultKey({ vaultKey: written, dataDir: 'nowhere' });
  await expect(refused).rejects.toMatchObject({ code: 'key', message: expect.stringMatching(/^VAULT_KEY/) });
  if (written) await expect(refused).rejects.not.toThrow(written);
});

it('refuses bytes of another length', async () => {
  await expect(readVaultKey({ vaultKey: bytes.subarray(1), dataDir: 'nowhere' })).rejects.toMatchObject({
    code: 'key',
  });
});

it('makes a key file at the first start, for this user alone, and reads it at the next', async () => {
  const dataDir = join(await freshFolder(), 'var');
  const first = await readVaultKey({ dataDir });
  expect(first).toHaveLength(32);
  expect(await readdir(dataDir)).toEqual(['vault.key']);
  expect((await stat(join(dataDir, 'vault.key'))).mode & 0o777).toBe(0o600);
  expect(parseKey(await readFile(join(dataDir, 'vault.key'), 'utf8'))).toEqual(Buffer.from(first));
  expect(Buffer.from(await readVaultKey({ dataDir }))).toEqual(Buffer.from(first));
});

it('gives every process that starts at the same moment the same key', async () => {
  const dataDir = await freshFolder();
  const keys = await Promise.all(Array.from({ length: 8 }, () => readVaultKey({ dataDir })));
  expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
  expect(await readdir(dataDir)).toEqual(['vault.key']);
});

it('makes no new key over a damaged one: what it sealed would be lost', async () => {
  const dataDir = await freshFolder();
  await writeFile(join(dataDir, 'vault.key'), 'half a k');
  await expect(readVaultKey({ dataDir })).rejects.toMatchObject({
    code: 'file',
    message: expect.stringContaining('vault.key'),
  });
  expect(await readFile(join(dataDir, 'vault.key'), 'utf8')).toBe('half a k');
});

it('names DATA_DIR where the file can be neither read nor made', async () => {
  const file = join(await freshFolder(), 'file');
  await writeFile(file, '');
  await expect(readVaultKey({ dataDir: file })).rejects.toMatchObject({
    code: 'file',
    message: expect.stringContaining('DATA_DIR'),
  });
});
