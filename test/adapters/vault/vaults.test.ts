import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { vaultSeal } from '../../../src/adapters/vault/seal.ts';
import { AT, later, picture, vaults } from './vaults.ts';

const DAY = 24;

describe.each(Object.entries(vaults))('the vault in a %s', (_name, create) => {
  it('gives back what it was given, also to another instance', async () => {
    const { vault, again } = await create();
    const file = picture({ bytes: randomBytes(300_000) });
    const ref = await vault.put('a', file, AT);
    expect(ref).toEqual({
      id: expect.stringMatching(/^[\w-]{22}$/),
      name: file.name,
      type: 'image/jpeg',
      size: 300_000,
    });
    for (const one of [vault, again()]) {
      const { bytes, ...rest } = (await one.get('a', ref.id)) ?? {};
      expect(rest).toEqual(ref);
      expect(Buffer.from(bytes ?? []).equals(file.bytes)).toBe(true);
    }
  });

  it('takes anything for a name', async () => {
    const { vault } = await create();
    for (const name of ['', '../../etc/passwd', 'a\0b', '\uD800', '👩‍👧']) {
      const ref = await vault.put('a', picture({ name, bytes: Buffer.alloc(0) }), AT);
      expect(await vault.get('a', ref.id)).toMatchObject({ name, size: 0 });
    }
  });

  it('cuts a name that is no name any more', async () => {
    const { vault } = await create();
    const ref = await vault.put('a', picture({ name: '\u0001'.repeat(100_000) }), AT);
    expect(ref.name).toHaveLength(255);
    expect(await vault.get('a', ref.id)).toMatchObject({ name: ref.name });
    expect(await vault.sweep(later(7 * DAY))).toBe(1);
  });

  it('gives a file to its own talk alone', async () => {
    const { vault } = await create();
    const { id } = await vault.put('a', picture(), AT);
    expect(await vault.get('b', id)).toBeUndefined();
    expect(await vault.get('nobody', id)).toBeUndefined();
    expect(await vault.get('a', 'unknown')).toBeUndefined();
  });

  it('keeps files apart that come at the same moment', async () => {
    const { vault } = await create();
    const names = Array.from({ length: 12 }, (_none, index) => `${index}.png`);
    const refs = await Promise.all(
      names.map((name, index) => vault.put(index % 2 ? 'a' : 'b', picture({ name, bytes: Buffer.from(name) }), AT)),
    );
    expect(new Set(refs.map(({ id }) => id)).size).toBe(12);
    const got = await Promise.all(refs.map(({ id }, index) => vault.get(index % 2 ? 'a' : 'b', id)));
    expect(got.map((file) => Buffer.from(file?.bytes ?? []).toString())).toEqual(names);
  });

  it('shows neither name, type nor content at rest', async () => {
    const { vault, seen } = await create();
    await vault.put('a', picture(), AT);
    const bytes = await seen();
    expect(bytes.length).toBeGreaterThan(600);
    for (const text of ['张三', '身份证', '.jpg', 'image', 'nobody else']) expect(bytes.includes(text)).toBe(false);
    expect(bytes.includes(Buffer.from('张三', 'utf16le'))).toBe(false);
  });

  it('opens nothing with another key, and says so', async () => {
    const { vault, again } = await create();
    const { id } = await vault.put('a', picture(), AT);
    await expect(again(vaultSeal(randomBytes(32))).get('a', id)).rejects.toMatchObject({
      name: 'VaultError',
      code: 'key',
      message: expect.stringContaining('VAULT_KEY'),
    });
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['emptied', () => Buffer.alloc(0)],
    ['cut in its length', (bytes) => bytes.subarray(0, 1)],
    ['cut in its head', (bytes) => bytes.subarray(0, 40)],
    ['cut in its content', (bytes) => bytes.subarray(0, -1)],
    ['foreign', () => Buffer.from('<html>这不是图片</html>'.repeat(50))],
    [
      'altered in its content',
      (bytes) => Buffer.concat([bytes.subarray(0, -20), Buffer.of((bytes.at(-20) ?? 0) ^ 1), bytes.subarray(-19)]),
    ],
  ])('throws at a file that was %s, and sweeps it away with the others', async (_how, change) => {
    const { vault, damage } = await create();
    const { id } = await vault.put('a', picture(), AT);
    await damage('a', id, change);
    await expect(vault.get('a', id)).rejects.toMatchObject({
      name: 'VaultError',
      message: expect.stringMatching(/。$/),
    });
    expect(await vault.sweep('2099-01-01T00:00:00.000Z')).toBe(1);
    expect(await vault.get('a', id)).toBeUndefined();
  });

  it('does not open what was moved to the place of another file', async () => {
    const { vault, swap } = await create();
    const [mine, other] = [await vault.put('a', picture(), AT), await vault.put('b', picture(), AT)];
    await swap(['b', other.id], ['a', mine.id]);
    await expect(vault.get('a', mine.id)).rejects.toMatchObject({ code: 'key' });
  });

  it('sweeps what is seven days old, and nothing younger', async () => {
    const { vault } = await create();
    const old = [await vault.put('a', picture(), AT), await vault.put('b', picture(), AT)];
    const young = await vault.put('a', picture({ bytes: randomBytes(100_000) }), later(1));
    expect(await vault.sweep(later(7 * DAY - 0.001))).toBe(0);
    expect(await vault.sweep(later(7 * DAY))).toBe(2);
    expect(await vault.get('a', old[0]?.id ?? '')).toBeUndefined();
    expect(await vault.get('b', old[1]?.id ?? '')).toBeUndefined();
    expect(await vault.get('a', young.id)).toMatchObject({ size: 100_000 });
    expect(await vault.sweep(later(7 * DAY))).toBe(0);
    expect(await vault.sweep(later(8 * DAY))).toBe(1);
  });

  it('counts what it erases, once, and leaves the other talks', async () => {
    const { vault, again } = await create();
    const [first] = await Promise.all(['a', 'a', 'a', 'b'].map((talk) => vault.put(talk, picture(), AT)));
    const counts = await Promise.all([vault.erase('a'), again().erase('a')]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(3);
    expect(await vault.get('a', first?.id ?? '')).toBeUndefined();
    expect(await vault.erase('a')).toBe(0);
    expect(await vault.erase('nobody')).toBe(0);
    expect(await vault.erase('b')).toBe(1);
  });

  it('is usable again after it was erased or swept empty', async () => {
    const { vault } = await create();
    expect(await vault.sweep(AT)).toBe(0);
    await vault.put('a', picture(), AT);
    await vault.erase('a');
    await vault.put('a', picture(), AT);
    await vault.sweep(later(8 * DAY));
    const { id } = await vault.put('a', picture(), AT);
    expect(await vault.get('a', id)).toBeDefined();
  });

  it('takes nothing for an id that could lead elsewhere', async () => {
    const { vault } = await create();
    const ref = await vault.put('a', picture(), AT);
    const hostile = ['../x', '..', '.', '', 'a/b', 'a\\b', '/etc', 'a\0', 'a\n', 'a.part', '甲', 'x'.repeat(129)];
    for (const id of [...hostile, `../a/${ref.id}`, `./${ref.id}`]) {
      await expect(vault.put(id, picture(), AT), id).rejects.toMatchObject({ name: 'VaultError', code: 'format' });
      expect(await vault.get(id, ref.id), id).toBeUndefined();
      expect(await vault.get('a', id), id).toBeUndefined();
      expect(await vault.erase(id), id).toBe(0);
    }
    expect(await vault.get('a', ref.id)).toBeDefined();
  });
});
