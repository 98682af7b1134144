import { createHttp, type Http } from '../../src/adapters/http.ts';
import { memoryLock } from '../../src/adapters/lock/memory-lock.ts';
import { webChannel } from '../../src/adapters/web/channel.ts';
import { type Desk, NOW, WELCOME } from '../adapters/web/desk.ts';

/** A service that is away, and can come back at the same address over the same store. */
export interface Stopped {
  start(): Promise<Http>;
}

/** Ends a desk's server as a restart does. What comes back answers nothing new, and tells what is stored. */
export async function stopDesk({ app, url, store, bus, seal, vault }: Desk): Promise<Stopped> {
  await app.close();
  return {
    async start() {
      const next = await createHttp({
        logLevel: 'silent',
        trustProxy: false,
        publicUrl: undefined,
        widgetOrigins: [],
        readiness: async () => ({ ready: true }),
      });
      webChannel({
        app: next,
        store,
        bus,
        lock: memoryLock(),
        seal,
        vault,
        clock: () => NOW,
        knowledge: () => undefined,
        corrections: () => undefined,
        welcome: () => WELCOME,
        links: { publicUrl: undefined, seal },
        rateLimit: null,
      });
      await next.listen({ host: '127.0.0.1', port: Number(new URL(url).port) });
      return next;
    },
  };
}
