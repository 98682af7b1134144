import { memoryBus } from '../../../src/adapters/bus/memory-bus.ts';
import { createHttp } from '../../../src/adapters/http.ts';
import { sqliteStore } from '../../../src/adapters/store/sqlite.ts';
import { vaultSeal } from '../../../src/adapters/vault/seal.ts';
import type { WechatConfig } from '../../../src/adapters/vendor/channel-configs.ts';
import { wechatChannel } from '../../../src/adapters/wechat/channel.ts';
import { type Message, outcome } from '../../../src/bot/message.ts';
import { SIM_START } from '../../sim/clock.ts';
import { SECRETS } from './account.ts';

/** An account without a platform and without knowledge: what reaches the desk is noted down, and answered with nothing. */
export async function lightAccount(config: Partial<WechatConfig> = {}) {
  const store = await sqliteStore(':memory:');
  const seal = vaultSeal(Buffer.alloc(32, 1));
  const app = await createHttp({
    ...{ logLevel: 'silent', trustProxy: false, publicUrl: undefined, widgetOrigins: [] },
    readiness: async () => ({ ready: true }),
  });
  const heard: Message[] = [];
  const warned: string[] = [];
  const errors: unknown[] = [];
  let now = SIM_START;
  const channel = wechatChannel(
    {
      ...{ appId: SECRETS.appId, appSecret: SECRETS.appSecret, token: SECRETS.token, aesKey: SECRETS.aesKey },
      ...{ previousAesKey: undefined, verified: false, desk: 'own', apiBase: 'http://127.0.0.1:9' },
      ...config,
    },
    {
      ...{ app, store, people: store, seal, bus: memoryBus(), publicUrl: undefined, welcome: () => [{ text: '您好' }] },
      vault: { get: async () => undefined, erase: async () => 0 },
      time: { now: () => new Date(now), after: () => () => {} },
      log: {
        info() {},
        warn: (...said: readonly unknown[]) => void warned.push(String(said.at(-1))),
        error: (...said: readonly unknown[]) => void errors.push(said),
      },
    },
  );
  await channel.open(async (message) => {
    heard.push(message);
    return { messages: [], outcome: outcome('silent') };
  });
  return {
    ...{ heard, warned, errors, store },
    pass(ms: number) {
      now += ms;
    },
    now: () => now,
    async post(query: Readonly<Record<string, string | readonly string[]>>, body: string | Buffer, type = 'text/xml') {
      const search = new URLSearchParams(
        Object.entries(query).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
      );
      const headers = { 'content-type': type };
      return app.inject({ method: 'POST', url: `/wechat?${search}`, headers, payload: body });
    },
    get: (query: Readonly<Record<string, string>>) => app.inject({ url: `/wechat?${new URLSearchParams(query)}` }),
    async close() {
      await channel.close();
      await app.close();
      await store.close();
    },
  };
}
