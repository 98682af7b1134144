import { createHttp } from '../src/adapters/http.ts';
import { webChannel } from '../src/adapters/web/channel.ts';
import type { Receive } from '../src/bot/ports.ts';
import type { Foundation } from '../src/foundation.ts';
import { welcome } from '../src/house.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import type { Probe } from './interleave.ts';
import { keepAlive } from './keep-alive.ts';
import { openTalk } from './talking.ts';

/** A turn as a browser has it, over a socket that stays open. Each in a talk of its own, opened beforehand. */
export async function turnOverHttp(
  foundation: Foundation,
  knowledge: Knowledge,
  receive: Receive,
  text: (sample: number) => string,
): Promise<Probe & { close(): Promise<void> }> {
  const app = await createHttp({
    logLevel: 'warn',
    trustProxy: false,
    widgetOrigins: [],
    readiness: async () => ({ ready: true }),
  });
  const web = webChannel({
    ...foundation,
    app,
    clock: () => new Date(),
    knowledge: () => knowledge,
    corrections: () => undefined,
    welcome: () => welcome(knowledge),
    links: { publicUrl: undefined, seal: foundation.seal },
    rateLimit: null,
  });
  await web.open(receive);
  const client = keepAlive(await app.listen({ port: 0, host: '127.0.0.1' }));
  return {
    async ready(sample) {
      const say = await openTalk(client);
      return () => say(`turn-${sample}`, text(sample));
    },
    async close() {
      client.close();
      await app.close();
    },
  };
}
