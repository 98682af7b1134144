import { randomBytes } from 'node:crypto';
import { vi } from 'vitest';
import { openStore } from '../../../src/adapters/store/open-store.ts';
import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import { freshDatabase } from '../../postgres.ts';
import { type Instance, startInstance } from './instance.ts';
import { type Service, serviceOf } from './service.ts';

export interface TwoInstances {
  readonly instances: readonly [Instance, Instance];
  readonly service: Service;
  /** Of their database. */
  readonly store: SqlStore;
  /** Until when whoever leads does so. */
  leadsUntil(): Promise<string | undefined>;
  close(): Promise<void>;
}

/** Two processes over one fresh PostgreSQL database; the first one leads already when the second one starts. */
export async function twoInstances(settings: Readonly<Record<string, string>>): Promise<TwoInstances> {
  const database = await freshDatabase();
  const store = await openStore({ databaseUrl: database.url, dataDir: '.' });
  const env = { ...settings, DATABASE_URL: database.url, VAULT_KEY: randomBytes(32).toString('base64') };
  const started: Instance[] = [];
  const start = async (): Promise<Instance> => {
    const instance = await startInstance(env);
    started.push(instance);
    return instance;
  };
  const leadsUntil = async (): Promise<string | undefined> => {
    const row = await store.db.selectFrom('leases').select('until').where('name', '=', 'desk').executeTakeFirst();
    return row?.until;
  };
  const close = async (): Promise<void> => {
    await Promise.all(started.map((instance) => instance.remove()));
    await store.close();
    await database.drop();
  };
  try {
    const first = await start();
    await vi.waitUntil(leadsUntil, { timeout: 90_000, interval: 50 });
    const instances = [first, await start()] as const;
    await Promise.all(instances.map(({ origin }) => origin));
    return { instances, service: serviceOf(instances), store, leadsUntil, close };
  } catch (error) {
    await close();
    throw error;
  }
}
