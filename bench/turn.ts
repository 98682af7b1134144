import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import Fastify from 'fastify';
import { createHttp } from '../src/adapters/http.ts';
import { openStore } from '../src/adapters/store/open-store.ts';
import { webChannel } from '../src/adapters/web/channel.ts';
import type { Receive } from '../src/bot/ports.ts';
import { type Foundation, layFoundation } from '../src/foundation.ts';
import { answerWith, welcome } from '../src/house.ts';
import type { LocalEmbeddings } from '../src/knowledge/embeddings.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { openClient, openTalk } from './client.ts';
import { type Figure, interleave, median, type Probe } from './figures.ts';
import type { Ask } from './questions.ts';

const WARM_UP = 60;

type Closing = Probe & { close(): Promise<void> };
/** What is said in each sample. */
type Texts = readonly string[];

/** Turns in process and over HTTP, beside what no service could do without: the encoder, and a row on disk. */
export async function measureTurns(
  dataDir: string,
  knowledge: Knowledge,
  embeddings: LocalEmbeddings,
  ask: Ask,
  samples: number,
): Promise<readonly Figure[]> {
  const foundation = await layFoundation({ dataDir, vaultKey: undefined }, () => openStore({ dataDir }));
  const receive = await answerWith(foundation, knowledge, (error) => {
    throw error;
  });
  // The same to the whole turn and to its parts; the turn in process shares an encoder with it, and gets others.
  const few = (): Texts => Array.from({ length: WARM_UP + samples }, ask);
  const [texts, others] = [few(), few()];
  const http = await overHttp(foundation, knowledge, receive, texts);
  const bare = await bareRoute(join(dataDir, 'bare.sqlite'), texts);
  try {
    const probes = { process: inProcess(foundation, receive, others), encoder: encoder(embeddings, knowledge, texts) };
    const times = await interleave({ ...probes, http, bare }, { warmUp: WARM_UP, samples });
    const least = times.bare.map((one, at) => one + (times.encoder[at] ?? 0));
    const ratio = median(times.http) / median(least);
    return [
      { name: '一轮问答，进程内', unit: 'ms', samples: times.process },
      { name: '一轮问答，HTTP', unit: 'ms', samples: times.http, note: `极限的 ${ratio.toFixed(2)} 倍` },
      { name: '极限：空路由存一行＋句子编码', unit: 'ms', samples: least },
      { name: '  其中空路由存一行', unit: 'ms', samples: times.bare },
      { name: '  其中句子编码', unit: 'ms', samples: times.encoder },
    ];
  } finally {
    await http.close();
    await bare.close();
    await foundation.close();
  }
}

/** A turn without HTTP: the assistant, and its store on disk. Each in a talk of its own, opened beforehand. */
function inProcess({ store }: Foundation, receive: Receive, texts: Texts): Probe {
  return {
    async ready(sample) {
      const id = randomUUID();
      const talk = { channel: 'terminal', room: id, user: id } as const;
      const at = new Date().toISOString();
      await store.open({ id, talk, at, tokenHash: null, welcome: [] });
      const text = texts[sample] ?? '';
      return () => receive({ id: 'turn', at, talk, text });
    },
  };
}

/** The sentence encoder alone: a normalised text to its vector. */
function encoder(embeddings: LocalEmbeddings, { normalise }: Knowledge, texts: Texts): Probe {
  return {
    async ready(sample) {
      const text = normalise(texts[sample] ?? '');
      return () => embeddings.embedQuery(text);
    },
  };
}

/** A turn as a browser has it, over a socket that stays open. Each in a talk of its own, opened beforehand. */
async function overHttp(
  foundation: Foundation,
  knowledge: Knowledge,
  receive: Receive,
  texts: Texts,
): Promise<Closing> {
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
  const client = openClient(await app.listen({ port: 0, host: '127.0.0.1' }), 1);
  return {
    async ready(sample) {
      const talk = await openTalk(client);
      const text = texts[sample] ?? '';
      return () => talk.say('turn', text);
    },
    async close() {
      client.close();
      await app.close();
    },
  };
}

/** The least that a service can do: a route of bare Fastify that stores one row, on disk before it answers. */
async function bareRoute(file: string, texts: Texts): Promise<Closing> {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('create table said (id text primary key, text text not null)');
  const insert = database.prepare('insert into said (id, text) values (?, ?)');
  const app = Fastify();
  app.post<{ Body: { readonly id: string; readonly text: string } }>('/said', async ({ body }) => {
    insert.run(body.id, body.text);
    return { stored: true };
  });
  const client = openClient(await app.listen({ port: 0, host: '127.0.0.1' }), 1);
  return {
    async ready(sample) {
      const body = { id: randomUUID(), text: texts[sample] ?? '' };
      return () => client.call('POST', '/said', body);
    },
    async close() {
      client.close();
      await app.close();
      database.close();
    },
  };
}
