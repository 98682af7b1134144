import { memoryBus } from './memory-bus.ts';
import { type ClosableBus, postgresBus } from './postgres-bus.ts';
import type { ReachOptions } from './reach.ts';

interface BusOptions extends ReachOptions {
  readonly databaseUrl?: string | undefined;
}

/** The bus that fits: within this process, or over all instances of a database. */
export async function openBus({ databaseUrl, ...told }: BusOptions): Promise<ClosableBus> {
  if (databaseUrl === undefined) return { ...memoryBus(), isCarried: true, async close() {} };
  return postgresBus({ url: databaseUrl, ...told });
}
