import { randomBytes, randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Line } from '../src/bot/message.ts';
import { startPostgres } from '../test/postgres-server.ts';
import { type Client, openClient, openTalk } from './client.ts';
import { type Figure, median } from './figures.ts';
import type { Ask } from './questions.ts';
import { type Service, startService } from './service.ts';

const PEOPLE = 64;
/** Questions of a conversation. */
const QUESTIONS = 5;

/** What so many people saw together. */
interface Crowd {
  /** Turns a second. */
  readonly rate: number;
  /** Milliseconds of each turn. */
  readonly times: readonly number[];
}

/** One question after another, and 64 people at once, on one service over SQLite. */
export async function measurePeople(dataDir: string, ask: Ask, rounds: number): Promise<readonly Figure[]> {
  const service = await startService(dataDir);
  const client = openClient(service.origin, PEOPLE);
  try {
    await crowd([client], PEOPLE, ask);
    const [alone, together]: [Crowd[], Crowd[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      alone.push(await crowd([client], 1, ask));
      together.push(await crowd([client], PEOPLE, ask));
    }
    return [
      { name: '一句接一句', unit: '轮/秒', samples: alone.map(({ rate }) => rate) },
      { name: `${PEOPLE} 人同时`, unit: '轮/秒', samples: together.map(({ rate }) => rate) },
      { name: '  其中等一个回答', unit: 'ms', samples: together.flatMap(({ times }) => times) },
    ];
  } finally {
    client.close();
    await service.stop();
  }
}

/** The same 64 people on one instance and on two over one PostgreSQL, in turn; the second one rests while the first is alone. */
export async function measureTwo(
  folders: readonly [string, string],
  ask: Ask,
  rounds: number,
): Promise<readonly Figure[]> {
  const server = await startPostgres();
  const services: Service[] = [];
  const clients: Client[] = [];
  try {
    const env = { DATABASE_URL: server.url, VAULT_KEY: randomBytes(32).toString('base64') };
    const isPinned = process.platform === 'linux' && availableParallelism() > 1;
    for (const [cpu, folder] of folders.entries()) {
      const service = await startService(folder, { env, under: isPinned ? ['taskset', '-c', String(cpu)] : [] });
      services.push(service);
      clients.push(openClient(service.origin, PEOPLE));
    }
    await crowd(clients, PEOPLE, ask);
    const [one, two]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      one.push((await crowd(clients.slice(0, 1), PEOPLE, ask)).rate);
      two.push((await crowd(clients, PEOPLE, ask)).rate);
    }
    const where = isPinned ? '每个实例固定在一个处理器上' : '实例没有固定在处理器上';
    return [
      { name: `一个实例，PostgreSQL，${PEOPLE} 人同时`, unit: '轮/秒', samples: one, note: `${where}；fsync 关着` },
      {
        ...{ name: `两个实例，PostgreSQL，${PEOPLE} 人同时`, unit: '轮/秒', samples: two },
        note: `一个实例的 ${(median(two) / median(one)).toFixed(2)} 倍`,
      },
    ];
  } finally {
    for (const client of clients) client.close();
    for (const service of services) await service.stop();
    await server.stop();
  }
}

/** So many people who each hold a conversation, on these services in turn. */
async function crowd(clients: readonly Client[], people: number, ask: Ask): Promise<Crowd> {
  const talks = await Promise.all(
    Array.from({ length: people }, (_, nth) => openTalk(clients[nth % clients.length] as Client)),
  );
  const times: number[] = [];
  const answers = talks.map((): Line[] => []);
  const begun = performance.now();
  await Promise.all(
    talks.map(async (talk, nth) => {
      for (let question = 0; question < QUESTIONS; question++) {
        const asked = performance.now();
        answers[nth]?.push(...(await talk.say(randomUUID(), ask())));
        times.push(performance.now() - asked);
      }
    }),
  );
  const rate = times.length / ((performance.now() - begun) / 1_000);
  for (const [nth, talk] of talks.entries()) sameLines(answers[nth] ?? [], await talk.history());
  return { rate, times };
}

/** Throws where a conversation is not what its person was told: a line lost, doubled, altered or out of order. */
function sameLines(answers: readonly Line[], history: readonly Line[]): void {
  const first = history.findIndex(({ by }) => by === 'user');
  const told = history.slice(first).filter(({ by }) => by !== 'user');
  if (JSON.stringify(told) === JSON.stringify(answers) && history.every(({ seq }, at) => seq === at + 1)) return;
  throw new Error(`一个对话和当时的回答不一样：${JSON.stringify({ answers, history })}`);
}
