import { memoryBus } from './memory-bus.ts';
import { type ClosableBus, postgresBus } from './postgres-bus.ts';
import { redisBus } from './redis-bus.ts';

export interface BusOptions {
  readonly databaseUrl?: string | undefined;
  readonly redisUrl?: string | undefined;
  readonly onFault: (error: unknown) => void;
}

/** The bus that fits: within this process, or over all instances of a database, by Redis where that is set. */
export async function openBus({ databaseUrl, redisUrl, onFault }: BusOptions): Promise<ClosableBus> {
  if (databaseUrl === undefined) return { ...memoryBus(), async close() {} };
  return redisUrl === undefined ? postgresBus({ url: databaseUrl, onFault }) : redisBus({ url: redisUrl, onFault });
}
