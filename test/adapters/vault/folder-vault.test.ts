import { randomBytes } from 'node:crypto';
import { mkdir, readdir, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { folderVault } from '../../../src/adapters/vault/folder-vault.ts';
import { vaultSeal } from '../../../src/adapters/vault/seal.ts';
import { freshFolder } from '../store/stores.ts';
import { AT, inFolder, later, picture } from './vaults.ts';

const WEEK = 7 * 24;

async function age(file: string, at: string): Promise<void> {
  await utimes(file, new Date(at), new Date(at));
}

it('writes one file for one picture, for this user alone, and nothing before the first', async () => {
  const { vault, dir } = await inFolder();
  await vault.get('a', 'b');
  await expect(stat(dir)).rejects.toThrow(/ENOENT/);
  const { id } = await vault.put('a', picture(), AT);
  expect((await readdir(dir, { recursive: true })).sort()).toEqual(['a', join('a', id)]);
  const modes = await Promise.all(
    [dir, join(dir, 'a'), join(dir, 'a', id)].map(async (path) => (await stat(path)).mode),
  );
  expect(modes.map((mode) => mode & 0o777)).toEqual([0o700, 0o700, 0o600]);
});

it('removes the folder of a talk with its last picture', async () => {
  const { vault, dir } = await inFolder();
  await vault.put('a', picture(), AT);
  await vault.put('a', picture(), later(1));
  await vault.put('b', picture(), AT);
  await vault.sweep(later(WEEK));
  expect(await readdir(dir)).toEqual(['a']);
  await vault.erase('a');
  expect(await readdir(dir)).toEqual([]);
});

it('goes by the sealed time of a file, not by the one of the disk', async () => {
  const { vault, dir } = await inFolder();
  const [old, young] = [await vault.put('a', picture(), AT), await vault.put('a', picture(), later(2))];
  await age(join(dir, 'a', old.id), later(WEEK * 50));
  await age(join(dir, 'a', young.id), '2001-01-01T00:00:00.000Z');
  await vault.sweep(later(WEEK + 1));
  expect(await readdir(join(dir, 'a'))).toEqual([young.id]);
});

it('goes by the time of the disk where a head does not open: foreign, damaged, half written, of a lost key', async () => {
  const { vault, dir, again } = await inFolder();
  const { id } = await again(vaultSeal(randomBytes(32))).put('a', picture(), later(WEEK * 50));
  await writeFile(join(dir, 'a', 'foreign.txt'), 'foreign');
  await writeFile(join(dir, 'a', 'half.part'), '');
  await writeFile(join(dir, 'a', 'recent'), '');
  for (const name of [id, 'foreign.txt', 'half.part']) await age(join(dir, 'a', name), AT);
  await age(join(dir, 'a', 'recent'), later(1));
  expect(await vault.sweep(later(WEEK))).toBe(3);
  expect(await readdir(join(dir, 'a'))).toEqual(['recent']);
});

it('erases what is half written with its talk, without counting it', async () => {
  const { vault, dir } = await inFolder();
  await vault.put('a', picture(), AT);
  await writeFile(join(dir, 'a', 'half.part'), '');
  expect(await vault.erase('a')).toBe(1);
  expect(await readdir(dir)).toEqual([]);
});

it('follows no link out of its folder', async () => {
  const { vault, dir } = await inFolder();
  const outside = await freshFolder();
  await writeFile(join(outside, 'file'), '');
  await age(join(outside, 'file'), AT);
  await mkdir(dir);
  await symlink(outside, join(dir, 'a'));
  expect(await vault.sweep(later(WEEK * 2))).toBe(0);
  expect(await readdir(outside)).toEqual(['file']);
});

it('puts a picture while sweeps take the empty folder away', async () => {
  const { vault } = await inFolder();
  for (let round = 0; round < 20; round += 1) {
    const [ref] = await Promise.all([
      vault.put('a', picture(), AT),
      ...Array.from({ length: 4 }, () => vault.sweep(AT)),
    ]);
    expect(await vault.get('a', ref.id)).toBeDefined();
    await vault.erase('a');
  }
});

it('leaves nothing half written when a picture cannot be kept, and names DATA_DIR', async () => {
  const { vault, dir } = await inFolder();
  await mkdir(dir);
  await writeFile(join(dir, 'a'), 'a file where the folder should be');
  await expect(vault.put('a', picture(), AT)).rejects.toMatchObject({
    name: 'VaultError',
    code: 'file',
    message: expect.stringContaining('DATA_DIR'),
  });
  const newId = vi.fn(() => 'taken');
  const clumsy = folderVault({ dir, seal: vaultSeal(randomBytes(32)), newId });
  await mkdir(join(dir, 'b', 'taken'), { recursive: true });
  await expect(clumsy.put('b', picture(), AT)).rejects.toMatchObject({ code: 'file' });
  expect(await readdir(join(dir, 'b'))).toEqual(['taken']);
});
