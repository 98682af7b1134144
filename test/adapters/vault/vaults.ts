import { randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderVault } from '../../../src/adapters/vault/folder-vault.ts';
import { type ByteSeal, vaultSeal } from '../../../src/adapters/vault/seal.ts';
import { tableVault } from '../../../src/adapters/vault/table-vault.ts';
import type { NewFile, Vault } from '../../../src/bot/ports.ts';
import { newTalk } from '../store/samples.ts';
import { freshFolder, opened, places } from '../store/stores.ts';

export const AT = '2026-03-01T08:00:00.000Z';

/** A moment so many hours after AT. */
export const later = (hours: number): string => new Date(Date.parse(AT) + hours * 3_600_000).toISOString();

export const picture = (rest: Partial<NewFile> = {}): NewFile => ({
  name: '张三的身份证.jpg',
  type: 'image/jpeg',
  bytes: Buffer.from('content that nobody else may see '.repeat(20)),
  ...rest,
});

/** A vault with talks `a` and `b`, and what lies under it. */
export interface Kept {
  readonly vault: Vault;
  /** Another one over the same place, as another instance has it. */
  again(seal?: ByteSeal): Vault;
  /** Everything an onlooker can read: names and bytes. */
  seen(): Promise<Buffer>;
  /** Changes the bytes at rest. */
  damage(talk: string, id: string, change: (bytes: Buffer) => Buffer): Promise<void>;
  /** Puts the bytes at rest of one file in another's place. */
  swap(from: readonly [string, string], to: readonly [string, string]): Promise<void>;
}

const seal = vaultSeal(randomBytes(32));

export async function inFolder(): Promise<Kept & { readonly dir: string }> {
  const dir = join(await freshFolder(), 'vault');
  const again = (other: ByteSeal = seal) => folderVault({ dir, seal: other });
  const damage: Kept['damage'] = async (talk, id, change) => {
    const file = join(dir, talk, id);
    await writeFile(file, change(await readFile(file)));
  };
  return {
    dir,
    vault: again(),
    again,
    damage,
    async seen() {
      const entries = await readdir(dir, { recursive: true, withFileTypes: true });
      const contents = entries.map((entry) =>
        entry.isFile() ? readFile(join(entry.parentPath, entry.name)) : Buffer.alloc(0),
      );
      return Buffer.concat([Buffer.from(entries.map(({ name }) => name).join()), ...(await Promise.all(contents))]);
    },
    async swap([talk, id], to) {
      const bytes = await readFile(join(dir, talk, id));
      await damage(...to, () => bytes);
    },
  };
}

export async function inTable(kind: keyof typeof places) {
  const where = await places[kind]();
  const store = await opened(where);
  for (const id of ['a', 'b']) await store.open(newTalk(id));
  const { db } = store;
  const again = (other: ByteSeal = seal) => tableVault(db, other);
  const rowOf = (talk: string, id: string) =>
    db.selectFrom('files').select('sealed').where('talk', '=', talk).where('id', '=', id).executeTakeFirstOrThrow();
  const damage: Kept['damage'] = async (talk, id, change) => {
    const sealed = change((await rowOf(talk, id)).sealed);
    await db.updateTable('files').set({ sealed }).where('talk', '=', talk).where('id', '=', id).execute();
  };
  return {
    where,
    store,
    seal,
    vault: again(),
    again,
    damage,
    async seen() {
      const rows = await db.selectFrom('files').selectAll().execute();
      return Buffer.concat(rows.flatMap(({ sealed, ...rest }) => [Buffer.from(JSON.stringify(rest)), sealed]));
    },
    async swap([talk, id], to) {
      const { sealed } = await rowOf(talk, id);
      await damage(...to, () => sealed);
    },
  } satisfies Kept & Record<string, unknown>;
}

export const vaults: Readonly<Record<string, () => Promise<Kept>>> = {
  folder: inFolder,
  'SQLite table': () => inTable('SQLite'),
  'PostgreSQL table': () => inTable('PostgreSQL'),
};
