import { randomBytes } from 'node:crypto';
import { memoryBus } from '../../src/adapters/bus/memory-bus.ts';
import { consoleDesk } from '../../src/adapters/console/console-desk.ts';
import { contentRoutes } from '../../src/adapters/console/content/content-routes.ts';
import { dingtalkLinkRoute } from '../../src/adapters/console/dingtalk-link-route.ts';
import { workRoutes } from '../../src/adapters/console/work/work-routes.ts';
import { keepDesk } from '../../src/adapters/delivery/keep-desk.ts';
import { createHttp, type Http, type HttpOptions } from '../../src/adapters/http.ts';
import { memoryLock } from '../../src/adapters/lock/memory-lock.ts';
import { logWatch } from '../../src/adapters/log/log-watch.ts';
import { answerLink } from '../../src/adapters/mail/answer-link.ts';
import type { Mailer } from '../../src/adapters/mail/mailer.ts';
import { createMetrics } from '../../src/adapters/metrics/create-metrics.ts';
import { metricsRoute } from '../../src/adapters/metrics/metrics-route.ts';
import type { SqlStore } from '../../src/adapters/store/sql-store.ts';
import { sqliteStore } from '../../src/adapters/store/sqlite.ts';
import { stockOf } from '../../src/adapters/store/stock.ts';
import { type VaultSeal, vaultSeal } from '../../src/adapters/vault/seal.ts';
import { agentLinks } from '../../src/adapters/vendor/agent-links.ts';
import { pageLink } from '../../src/adapters/vendor/page-link.ts';
import { realTime, type Time, type VendorParts } from '../../src/adapters/vendor/vendor-parts.ts';
import { together } from '../../src/adapters/watch/watch.ts';
import { watchChannels } from '../../src/adapters/watch/watch-channels.ts';
import { watchStore } from '../../src/adapters/watch/watch-store.ts';
import { webChannel } from '../../src/adapters/web/channel.ts';
import { createAssistant } from '../../src/bot/assistant.ts';
import type { Checks } from '../../src/bot/checks/checks.ts';
import { lookAtDesk } from '../../src/bot/desk-view.ts';
import type { Talk } from '../../src/bot/message.ts';
import type { Channel, Vault } from '../../src/bot/ports.ts';
import { createTurn } from '../../src/bot/turn.ts';
import { type ContentHouse, openContent } from '../../src/content.ts';
import { corrections } from '../../src/handoff/corrections.ts';
import { handOnAll, welcome } from '../../src/house.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { hear } from '../hearing.ts';
import { openPictures } from '../pictures.ts';
import { agentsOf } from './agents-of.ts';
import { newVisitor } from './new-visitor.ts';

const BEGUN = Date.parse('2026-03-02T06:00:00.000Z');
/** What a site around a people desk signs its users with. */
export const IDENTITY_SECRET = 'a-secret-of-the-site-around';

/** What the metrics of a people desk are read with. */
export const METRICS_TOKEN = 'a-token-of-its-prometheus';

/** A JSON answer with its status. */
export interface Heard {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the routes' schemas have checked it; a test says what it expects.
  readonly body: any;
}

export interface Person {
  readonly talk: string;
  /** What a request of theirs needs. */
  readonly headers?: { readonly authorization: string };
  say(text: string, id?: string): Promise<Heard>;
  call(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<Heard>;
  /** All lines so far, as `who: text`. */
  lines(): Promise<readonly string[]>;
}

export interface AtConsole {
  readonly id: string;
  readonly name: string;
  call(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<Heard>;
  available(capacity?: number): Promise<void>;
}

/** A whole desk: people at the web API, agents at the console API, one keeper whose rounds a test turns itself. */
export interface PeopleDesk {
  readonly app: Http;
  readonly store: SqlStore;
  /** What is set over the content. */
  readonly content: ContentHouse;
  now(): Date;
  /** Milliseconds that pass, with a round of the keeper at the end. */
  wait(ms: number): Promise<void>;
  round(): Promise<void>;
  /** Resolves once the e-mails of the rounds so far are sent, or given up for now. */
  mailed(): Promise<void>;
  visitor(): Promise<Person>;
  /** Keeps a picture with a talk, and gives its id. */
  picture(talk: string, bytes?: Uint8Array): Promise<string>;
  agent(name: string, role?: 'agent' | 'supervisor' | 'editor'): Promise<AtConsole>;
  readonly faults: readonly unknown[];
  close(): Promise<void>;
}

export interface PeopleDeskOptions {
  readonly mailer?: Mailer;
  /** Where people reach the desk; without it no links are told. */
  readonly publicUrl?: string;
  /** Another desk's, to open what it sealed. */
  readonly seal?: VaultSeal;
  /** The folder of the content; otherwise the shipped one. */
  readonly dataDir?: string;
  /** The channels of vendors beside the web. */
  readonly vendors?: (parts: VendorParts) => readonly Channel[];
  /** The time of a simulator, that the desk lives in then; `wait` only turns a round. */
  readonly time?: Time;
  readonly http?: Partial<HttpOptions>;
  /** Where its pictures are kept; in memory where it is left out. */
  readonly vaultOf?: (store: SqlStore, seal: VaultSeal) => Vault;
  /** Whether its agents can link their accounts at DingTalk. */
  readonly dingtalk?: boolean;
}

export async function openPeopleDesk(
  knowledge: Knowledge,
  openStore: () => Promise<SqlStore> = () => sqliteStore(':memory:'),
  {
    mailer,
    publicUrl,
    seal = vaultSeal(randomBytes(32)),
    dataDir,
    vendors = () => [],
    time,
    http,
    dingtalk = false,
    vaultOf,
  }: PeopleDeskOptions = {},
): Promise<PeopleDesk> {
  const store: SqlStore = watchStore(await openStore(), {
    moved: (moved) => watch.moved(moved),
    settled: (settled) => watch.settled(settled),
  });
  const people = store;
  const links = { publicUrl, seal };
  const bus = memoryBus();
  const lock = memoryLock();
  const pictures = openPictures(vaultOf?.(store, seal));
  const faults: unknown[] = [];
  let now = BEGUN;
  const clock = (): Date => time?.now() ?? new Date(now);
  const app = await createHttp({
    logLevel: 'silent',
    trustProxy: false,
    publicUrl: undefined,
    widgetOrigins: [],
    readiness: async () => ({ ready: true }),
    ...http,
  });
  const metrics = createMetrics({
    dataDir: '.',
    process: false,
    stock: () => stockOf(store.db, clock().toISOString()),
    state: () => ({ ready: true, encoder: knowledge.withoutEncoder === undefined, news: undefined }),
  });
  const watch = together([metrics.watch, logWatch(app.log)]);
  metrics.measure(app);
  metricsRoute(app, metrics, { token: METRICS_TOKEN, published: true });
  const closing = new AbortController();
  const understand = () => corrections((said) => hear(knowledge.normalise(said), {}).facts.province);
  const web = webChannel({
    app,
    ...{ store, bus, lock, seal, clock },
    vault: pictures.vault,
    knowledge: () => knowledge,
    corrections: understand,
    welcome: () => welcome(knowledge),
    identitySecret: IDENTITY_SECRET,
    rateLimit: null,
    links,
  });
  const pushing = vendors({
    ...{ app, store, people, seal, bus, publicUrl },
    vault: pictures.vault,
    time: time ?? { ...realTime, now: clock },
    welcome: () => welcome(knowledge),
    log: {
      info() {},
      warn: (...fault: readonly unknown[]) => faults.push(fault),
      error: (...fault: readonly unknown[]) => faults.push(fault),
    },
  });
  const channels = new Map([web, ...pushing].map((channel) => [channel.name, channel]));
  const work = {
    ...{ store, bus, people, seal, clock, vault: pictures.vault, knowledge: () => knowledge },
    corrections: understand,
    ...{ mails: mailer !== undefined, links: publicUrl !== undefined },
  };
  let tickets = 0;
  const again = async (talk: Talk) => (await channels.get(talk.channel)?.picturesAgain?.(talk)) ?? [];
  const assistantOver = (known: Knowledge, checks: Checks) =>
    createAssistant({
      ...{ knowledge: known, checks, hear },
      pictures: { ...pictures, again },
      desk: lookAtDesk(store),
      pageOf: (talk) => pageLink({ store, seal, clock, publicUrl }, talk),
      newTicket() {
        const id = `L-TEST-${++tickets}`;
        const link = answerLink(id, links);
        return { id, ...(link !== undefined && { link }) };
      },
    });
  const content = await openContent({
    ...{ store, people, bus, clock, ...(dataDir !== undefined && { dataDir }) },
    assistantOver: async (tried, checks) => assistantOver(tried, checks),
    onError: (error) => faults.push(error),
  });
  consoleDesk({
    app,
    ...{ seal, clock },
    store: people,
    publicUrl: undefined,
    rateLimit: null,
    handOn: (agent) => handOnAll({ store, bus }, agent, clock().toISOString()),
    routes(scope) {
      workRoutes(scope, { ...work, heartbeat: 50, closing: closing.signal });
      contentRoutes(scope, content.desk);
      const links = dingtalk ? agentLinks('dingtalk', { vendor: store.vendor, seal, clock }) : undefined;
      dingtalkLinkRoute(scope, { links, people, clock });
    },
  });
  const keeper = keepDesk({
    ...{ store, bus, clock },
    vault: pictures.vault,
    every: 2 ** 30,
    channels: watchChannels(channels, watch),
    onRound: watch.round,
    mails: { seal, mailer, publicUrl, onFault: (error) => faults.push(error) },
    onFault: (error) => faults.push(error),
    onError: (error) => faults.push(error),
  });
  const checks = await content.checks();
  const assistant = assistantOver(knowledge, checks);
  const turn = createTurn({
    ...{ bus, lock, seal },
    store,
    vault: pictures.vault,
    assistant,
    onTurn: watch.turn,
    onFault: (error) => faults.push(error),
  });
  for (const channel of channels.values()) await channel.open(turn);
  content.open({ knowledge, checks, assistant });
  const addAgent = await agentsOf(app, store);

  return {
    app,
    store,
    content,
    faults,
    now: clock,
    round: () => keeper.round(),
    mailed: () => keeper.mailed(),
    async wait(ms) {
      now += ms;
      await keeper.round();
    },
    async picture(talk, bytes = new Uint8Array([137, 80, 78, 71])) {
      const file = { name: '图.png', type: 'image/png', bytes };
      return (await pictures.vault.put(talk, file, clock().toISOString())).id;
    },
    visitor: () => newVisitor(app),
    agent: (name, role = 'agent') => addAgent(name, role, clock().toISOString()),
    async close() {
      closing.abort();
      for (const channel of pushing) await channel.close();
      await keeper.stop();
      await app.close();
      await content.close();
      await pictures.desk.close();
      await store.close();
    },
  };
}
