import { describe, expect, it } from 'vitest';
import { tableVault } from '../../../src/adapters/vault/table-vault.ts';
import { opened } from '../store/stores.ts';
import { AT, inTable, picture } from './vaults.ts';

describe.each(['SQLite', 'PostgreSQL'] as const)('a table of %s', (kind) => {
  it('loses its pictures with their talk, and takes none without', async () => {
    const { vault, store } = await inTable(kind);
    const { id } = await vault.put('a', picture(), AT);
    await store.erase('a');
    expect(await vault.get('a', id)).toBeUndefined();
    expect(await vault.erase('a')).toBe(0);
    await expect(vault.put('a', picture(), AT)).rejects.toThrow(/foreign key/i);
  });

  it('is read by another instance, and after a restart', async () => {
    const { vault, where, seal } = await inTable(kind);
    const { id } = await vault.put('a', picture(), AT);
    const other = tableVault((await opened(where)).db, seal);
    expect(await other.get('a', id)).toMatchObject({ id, name: picture().name });
    expect(await other.erase('a')).toBe(1);
    expect(await vault.get('a', id)).toBeUndefined();
  });
});
