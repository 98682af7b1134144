import { join } from 'node:path';
import { openBus } from './adapters/bus/open-bus.ts';
import type { ClosableBus } from './adapters/bus/postgres-bus.ts';
import { openLock } from './adapters/lock/open-lock.ts';
import type { AgentStore } from './adapters/store/agent-store.ts';
import type { Leases } from './adapters/store/leases.ts';
import type { Rates } from './adapters/store/rates.ts';
import type { SqlStore } from './adapters/store/sql-store.ts';
import { folderVault } from './adapters/vault/folder-vault.ts';
import { readVaultKey } from './adapters/vault/key.ts';
import { openSeal } from './adapters/vault/open-seal.ts';
import { tableVault } from './adapters/vault/table-vault.ts';
import type { ChannelStore } from './bot/channel-store.ts';
import type { Bus, Lock, Seal, Store, Vault } from './bot/ports.ts';
import type { Config } from './config.ts';

/** What every door needs, before it can answer. */
export interface Foundation {
  readonly store: Store & ChannelStore;
  /** Who works at the desk. */
  readonly people: AgentStore;
  /** Both over all instances, where several share a database. */
  readonly bus: Bus;
  readonly lock: Lock;
  readonly seal: Seal;
  /** Counts, and who does what only one may do, over all instances; undefined where there is only one. */
  readonly rates: Rates | undefined;
  readonly leases: Leases | undefined;
  /** A folder beside the store's file, or else a table of its database. */
  readonly vault: Vault;
}

/** A foundation of one's own, with its connections. */
export interface OwnFoundation extends Foundation {
  readonly bus: ClosableBus;
  close(): Promise<void>;
}

/** Opens the store, and what belongs to it; the rest of the house stands on this. */
export async function layFoundation(
  config: Pick<Config, 'dataDir' | 'vaultKey'> & Partial<Pick<Config, 'databaseUrl'>>,
  openStore: () => Promise<SqlStore>,
  onFault: (error: unknown) => void = warn,
  onBack: () => void = () => {},
): Promise<OwnFoundation> {
  const store = await openStore();
  const { db, folder } = store;
  const seal = await openSeal(db, await readVaultKey(config));
  const isShared = config.databaseUrl !== undefined;
  const vault = folder === undefined ? tableVault(db, seal) : folderVault({ dir: join(folder, 'vault'), seal });
  const shared = { ...config, onFault, onBack };
  const [bus, lock] = [await openBus(shared), openLock(shared)];
  return {
    ...{ store, people: store, bus, lock, seal, vault },
    rates: isShared ? store.rates : undefined,
    leases: isShared ? store.leases : undefined,
    async close() {
      await bus.close();
      await lock.close();
      await store.close();
    },
  };
}

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error), 'InstanceWarning');
}
