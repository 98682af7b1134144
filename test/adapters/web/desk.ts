import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryBus } from '../../../src/adapters/bus/memory-bus.ts';
import { createHttp, type Http, type HttpOptions } from '../../../src/adapters/http.ts';
import { memoryLock } from '../../../src/adapters/lock/memory-lock.ts';
import { openStore } from '../../../src/adapters/store/open-store.ts';
import { vaultSeal } from '../../../src/adapters/vault/seal.ts';
import { webChannel } from '../../../src/adapters/web/channel.ts';
import { UploadRoom } from '../../../src/adapters/web/upload-room.ts';
import { newDraft } from '../../../src/bot/draft.ts';
import { type Answer, type FileRef, type Message, outcome, type Reply } from '../../../src/bot/message.ts';
import type { Bus, Channel, Lock, Seal, Store, Vault } from '../../../src/bot/ports.ts';
import { createTurn } from '../../../src/bot/turn.ts';
import { nothingHeard } from '../../hearing.ts';
import { memoryVault } from '../../memory-vault.ts';

/** What the bot would say; `erase` as after 删除我的数据; `kept` are the pictures that the person sent. */
export type TestAnswer = Answer & { readonly erase?: boolean; readonly kept?: readonly FileRef[] };

export interface DeskOptions extends Partial<HttpOptions> {
  readonly rateLimit?: number | null;
  readonly heartbeat?: number;
  readonly patience?: number;
  readonly room?: UploadRoom;
  readonly identitySecret?: string;
  readonly clock?: () => Date;
  readonly welcome?: readonly Reply[];
  readonly answer?: (message: Message, vault: Vault) => TestAnswer | Promise<TestAnswer>;
}

/** A whole web desk over a real SQLite file and the real turn: all but the understanding, which a test gives as `answer`. */
export interface Desk {
  readonly app: Http;
  readonly channel: Channel;
  readonly url: string;
  readonly store: Store;
  readonly bus: Bus;
  readonly seal: Seal;
  readonly vault: Vault;
  /** Every answer that was asked of `answer`: a repeated message asks none. */
  readonly asked: readonly string[];
  /** The messages of `asked`, whole. */
  readonly heard: readonly Message[];
  /** How many jobs came to the lock, finished or not. */
  readonly jobs: number;
  close(): Promise<void>;
}

export const NOW = new Date('2026-03-02T06:32:00.000Z');

export const WELCOME: readonly Reply[] = [
  {
    text: '您好，我是备案助手。请选一个主题，或者**直接描述问题**。',
    choices: ['扫码进不去上传页面', '提示资料不完整'],
  },
];

/** Answers with what was said, resting on entry 1. */
export function echo(message: Message): Answer {
  return {
    replies: [
      { text: `收到：${message.text}`, sources: [{ entry: 1, title: '扫码进不去上传页面', date: '2023-03-24' }] },
    ],
    outcome: outcome('answer', { entry: 1, confidence: 0.9 }),
  };
}

export async function openDesk({
  rateLimit = null,
  heartbeat = 20_000,
  patience = 30_000,
  room = new UploadRoom(),
  answer = echo,
  welcome = WELCOME,
  identitySecret,
  clock = () => NOW,
  ...rest
}: DeskOptions = {}): Promise<Desk> {
  const dataDir = await mkdtemp(join(tmpdir(), 'beian-web-'));
  const [store, bus, lock, seal] = [
    await openStore({ dataDir }),
    memoryBus(),
    memoryLock(),
    vaultSeal(randomBytes(32)),
  ];
  const vault = memoryVault();
  const heard: Message[] = [];
  let jobs = 0;
  const counting: Lock = {
    run(key, job) {
      jobs += 1;
      return lock.run(key, job);
    },
  };
  const app = await createHttp({
    logLevel: 'silent',
    trustProxy: false,
    publicUrl: undefined,
    widgetOrigins: [],
    readiness: async () => ({ ready: true }),
    ...rest,
  });
  const channel = webChannel({
    app,
    store,
    bus,
    lock: counting,
    seal,
    vault,
    clock,
    knowledge: () => undefined,
    corrections: () => undefined,
    welcome: () => welcome,
    links: { publicUrl: rest.publicUrl, seal },
    identitySecret,
    rateLimit,
    heartbeat,
    patience,
    room,
  });
  await channel.open(
    createTurn({
      store,
      lock: counting,
      bus,
      seal,
      vault,
      async assistant(message, record) {
        heard.push(message);
        const { replies, outcome, erase = false, kept = [] } = await answer(message, vault);
        const draft = newDraft(message, message.text, record, nothingHeard);
        draft.replies.push(...replies);
        draft.files.push(...kept);
        return Object.assign(draft, { outcome, erase });
      },
      onFault(error) {
        throw error;
      },
    }),
  );
  await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    app,
    channel,
    store,
    bus,
    seal,
    vault,
    heard,
    get asked() {
      return heard.map(({ text }) => text);
    },
    get jobs() {
      return jobs;
    },
    url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    async close() {
      await app.close();
      await store.close();
      await rm(dataDir, { recursive: true });
    },
  };
}
