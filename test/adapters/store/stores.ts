import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore, type StorePlace } from '../../../src/adapters/store/open-store.ts';
import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import { freshDatabase } from '../../postgres.ts';

/** An empty place for a store, gone after the test that asked for it. */
export type Place = () => Promise<StorePlace>;

export const places: Readonly<Record<'SQLite' | 'PostgreSQL', Place>> = {
  SQLite: async () => ({ dataDir: await freshFolder() }),
  PostgreSQL: async () => {
    const { url, drop } = await freshDatabase();
    onTestFinished(drop);
    return { databaseUrl: url, dataDir: await freshFolder() };
  },
};

/** A folder that is gone after the test. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'beian-store-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** A store that is closed after the test. */
export async function opened(place: StorePlace): Promise<SqlStore> {
  const store = await openStore(place);
  onTestFinished(() => store.close());
  return store;
}
