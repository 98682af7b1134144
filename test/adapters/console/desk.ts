import { onTestFinished } from 'vitest';
import { consoleDesk } from '../../../src/adapters/console/console-desk.ts';
import type { DeskOptions } from '../../../src/adapters/console/desk.ts';
import { addAgent } from '../../../src/adapters/console/manage-agents.ts';
import { createHttp, type Http, type HttpOptions } from '../../../src/adapters/http.ts';
import type { Agent, Role } from '../../../src/adapters/store/agent.ts';
import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import { vaultSeal } from '../../../src/adapters/vault/seal.ts';
import { opened, places } from '../store/stores.ts';

export const NOW = new Date('2026-03-02T06:32:00.000Z');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** Everybody's, where a test does not care. */
export const PASSWORD = '竹外桃花三两枝 春江水暖';

export interface ConsoleOptions extends Partial<Pick<DeskOptions, 'rateLimit' | 'routes' | 'handOn'>> {
  readonly publicUrl?: string;
  readonly trustProxy?: HttpOptions['trustProxy'];
  /** Another instance's, to share it. */
  readonly store?: SqlStore;
}

/** The agents' desk over a real store, at a time that only a test moves. */
export interface Console {
  readonly app: Http;
  readonly store: SqlStore;
  /** Whose conversations were handed on. */
  readonly handedOn: readonly string[];
  /** Lets so many milliseconds pass. */
  pass(milliseconds: number): void;
  /** Somebody new, with PASSWORD. */
  hire(name: string, role?: Role): Promise<Agent>;
}

export const seal = vaultSeal(Buffer.alloc(32, 7));

export async function openConsole(options: ConsoleOptions = {}): Promise<Console> {
  const { publicUrl, trustProxy = false, rateLimit = null, routes } = options;
  const store = options.store ?? (await opened(await places.SQLite()));
  const handedOn: string[] = [];
  let now = NOW.getTime();
  const app = await createHttp({
    logLevel: 'silent',
    trustProxy,
    publicUrl,
    widgetOrigins: [],
    readiness: async () => ({ ready: true }),
  });
  onTestFinished(() => app.close());
  consoleDesk({
    app,
    store,
    seal,
    clock: () => new Date(now),
    publicUrl,
    rateLimit,
    handOn:
      options.handOn ??
      (async (agent) => {
        handedOn.push(agent);
      }),
    ...(routes && { routes }),
  });
  await app.ready();
  return {
    app,
    store,
    handedOn,
    pass(milliseconds) {
      now += milliseconds;
    },
    async hire(name, role = 'agent') {
      const person = { name, role, password: PASSWORD, mustChange: false };
      const agent = await addAgent(store, person, { at: NOW.toISOString(), by: 'cli' });
      if (!agent) throw new Error(`${name} is there already`);
      return agent;
    },
  };
}
