import { memoryBus } from './memory-bus.ts';
import { type ClosableBus, postgresBus } from './postgres-bus.ts';
import type { ReachOptions } from './reach.ts';
import { redisBus } from './redis-bus.ts';

export interface BusOptions extends ReachOptions {
  readonly databaseUrl?: string | undefined;
  readonly redisUrl?: string | undefined;
}

/** The bus that fits: within this process, or over all instances of a database, by Redis where that is set. */
export async function openBus({ databaseUrl, redisUrl, ...told }: BusOptions): Promise<ClosableBus> {
  if (databaseUrl === undefined) return { ...memoryBus(), isCarried: true, async close() {} };
  return redisUrl === undefined ? postgresBus({ url: databaseUrl, ...told }) : redisBus({ url: redisUrl, ...told });
}
