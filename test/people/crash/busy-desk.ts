import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { memoryBus } from '../../../src/adapters/bus/memory-bus.ts';
import { consoleDesk } from '../../../src/adapters/console/console-desk.ts';
import { workRoutes } from '../../../src/adapters/console/work/work-routes.ts';
import { keepDesk } from '../../../src/adapters/delivery/keep-desk.ts';
import { createHttp, type Http } from '../../../src/adapters/http.ts';
import { memoryLock } from '../../../src/adapters/lock/memory-lock.ts';
import { openStore } from '../../../src/adapters/store/open-store.ts';
import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import { folderVault } from '../../../src/adapters/vault/folder-vault.ts';
import { readVaultKey } from '../../../src/adapters/vault/key.ts';
import { vaultSeal } from '../../../src/adapters/vault/seal.ts';
import { webChannel } from '../../../src/adapters/web/channel.ts';
import { lookAtDesk } from '../../../src/bot/desk-view.ts';
import type { Channel, Receive, Vault } from '../../../src/bot/ports.ts';
import { createTurn } from '../../../src/bot/turn.ts';
import { lightAssistant } from './light-assistant.ts';

export interface BusyDeskOptions {
  /** Holds the database, the vault and its key; what it held is taken up again. */
  readonly folder: string;
  readonly clock: () => Date;
  /** Milliseconds between two rounds of the keeper. */
  readonly every: number;
  /** Milliseconds between two signs of life on an event stream. */
  readonly heartbeat: number;
  /** Beside the web channel. */
  readonly push?: Channel;
  /** Around the vault. */
  readonly keeping?: (vault: Vault) => Vault;
  readonly onFault: (error: unknown) => void;
}

export interface BusyDesk {
  readonly app: Http;
  readonly store: SqlStore;
  /** What every channel hands its messages to. */
  readonly receive: Receive;
  /** Listens, and gives its address. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

/** The whole desk over a SQLite file in a folder, put together as `main.ts` does, with a light assistant. */
export async function openBusyDesk(options: BusyDeskOptions): Promise<BusyDesk> {
  const { folder, clock, every, heartbeat, push, keeping = (vault) => vault, onFault } = options;
  const store = await openStore({ dataDir: folder });
  const seal = vaultSeal(await readVaultKey({ dataDir: folder }));
  const vault = keeping(folderVault({ dir: join(folder, 'vault'), seal }));
  const common = { store, bus: memoryBus(), lock: memoryLock(), seal, vault, clock };
  const app = await createHttp({
    logLevel: 'silent',
    trustProxy: false,
    widgetOrigins: [],
    readiness: async () => ({ ready: true }),
  });
  const closing = new AbortController();
  app.addHook('preClose', async () => closing.abort());
  const knowledge = () => undefined;
  const web = webChannel({
    ...common,
    app,
    knowledge,
    corrections: () => undefined,
    welcome: () => [{ text: '您好，我是备案助手。' }],
    links: { publicUrl: undefined, seal },
    rateLimit: null,
    heartbeat,
  });
  consoleDesk({
    app,
    ...{ store, seal, clock },
    publicUrl: undefined,
    rateLimit: null,
    handOn: async () => {},
    routes: (scope) =>
      workRoutes(scope, {
        ...common,
        people: store,
        knowledge,
        corrections: () => undefined,
        heartbeat,
        closing: closing.signal,
        ...{ mails: false, links: false },
      }),
  });
  const receive = createTurn({ ...common, assistant: lightAssistant(lookAtDesk(store), vault), onFault });
  await web.open(receive);
  const channels = [web, ...(push ? [push] : [])].map((channel) => [channel.name, channel] as const);
  const keeper = keepDesk({ ...common, every, channels: new Map(channels), onFault, onError: onFault });
  return {
    app,
    store,
    receive,
    async listen() {
      await app.listen({ host: '127.0.0.1', port: 0 });
      return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    },
    async close() {
      await app.close();
      await keeper.stop();
      await push?.close();
      await store.close();
    },
  };
}
