import { Redis } from 'ioredis';
import type { ClosableBus } from './postgres-bus.ts';
import { sharedBus } from './shared-bus.ts';

/** On what the instances of one Redis talk. */
const CHANNEL = 'beian:news';

/** News by Redis, over two connections that come back by themselves; while it is gone, each instance hears only its own. */
export function redisBus({
  url,
  onFault,
}: {
  readonly url: string;
  readonly onFault: (error: unknown) => void;
}): ClosableBus {
  const options = { lazyConnect: false, maxRetriesPerRequest: 1, enableOfflineQueue: false } as const;
  const [speaking, hearing] = [new Redis(url, options), new Redis(url, { ...options, enableOfflineQueue: true })];
  const bus = sharedBus(
    {
      async send(news) {
        if (speaking.status === 'ready') await speaking.publish(CHANNEL, news);
      },
    },
    onFault,
  );
  for (const connection of [speaking, hearing]) connection.on('error', onFault);
  hearing.on('message', (_channel, news) => bus.hear(news));
  // Missed while one of them was away, by us or by the others.
  for (const connection of [speaking, hearing]) {
    let isBack = false;
    connection.on('ready', () => {
      if (isBack) bus.wake();
      isBack = true;
    });
  }
  void hearing.subscribe(CHANNEL).catch(onFault);
  return {
    publish: bus.publish,
    subscribe: bus.subscribe,
    subscribeAll: bus.subscribeAll,
    async close() {
      speaking.disconnect();
      hearing.disconnect();
    },
  };
}
