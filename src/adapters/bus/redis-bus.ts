import { Redis } from 'ioredis';
import type { ClosableBus } from './postgres-bus.ts';
import { type ReachOptions, reach } from './reach.ts';
import { sharedBus } from './shared-bus.ts';

/** On what the instances of one Redis talk. */
const CHANNEL = 'beian:news';
/** How long a connection, and an answer, may take in milliseconds. */
const PATIENCE = 5_000;

export interface RedisBusOptions extends ReachOptions {
  readonly url: string;
}

/**
 * News by Redis, over two connections that come about whenever it is there, also after a start without it; while it is
 * gone, each instance hears only its own.
 */
export function redisBus({ url, ...told }: RedisBusOptions): ClosableBus {
  const options = {
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    autoResubscribe: false,
    connectTimeout: PATIENCE,
    commandTimeout: PATIENCE,
    keepAlive: PATIENCE,
  } as const;
  const [speaking, hearing] = [new Redis(url, options), new Redis(url, options)];
  const others = reach('REDIS_URL 的 Redis', told);
  let isClosed = false;
  let isListening = false;
  const bus = sharedBus(
    {
      async send(news) {
        if (speaking.status !== 'ready') return;
        await speaking.publish(CHANNEL, news).catch((cause: unknown) => {
          others.lost(cause);
          // It may be silent without being broken.
          speaking.disconnect(true);
        });
      },
    },
    told.onFault,
  );
  const arrived = (): void => {
    if (speaking.status !== 'ready' || !isListening) return;
    // Missed meanwhile, by us or by the others.
    if (others.back()) bus.wake();
  };
  const listen = async (): Promise<void> => {
    try {
      await hearing.subscribe(CHANNEL);
      isListening = true;
      arrived();
    } catch (cause) {
      others.lost(cause);
      if (!isClosed) hearing.disconnect(true);
    }
  };
  for (const connection of [speaking, hearing]) {
    connection.on('error', others.lost);
    connection.on('close', () => {
      if (connection === hearing) isListening = false;
      if (!isClosed) others.lost();
    });
  }
  speaking.on('ready', arrived);
  hearing.on('ready', () => void listen());
  hearing.on('message', (_channel, news) => bus.hear(news));
  return {
    publish: bus.publish,
    subscribe: bus.subscribe,
    subscribeAll: bus.subscribeAll,
    get isCarried() {
      return !others.isLost;
    },
    async close() {
      isClosed = true;
      speaking.disconnect();
      hearing.disconnect();
    },
  };
}
