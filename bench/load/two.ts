import { randomBytes } from 'node:crypto';
import { startPostgres } from '../../test/postgres-server.ts';
import { type Service, type ServiceOptions, startService } from '../service.ts';
import { loadClient } from './client.ts';
import { type CrowdFigures, playCrowd } from './crowd.ts';
import { pinned } from './pinning.ts';
import type { Prepared } from './prepared.ts';
import { type Measured, rowOver } from './report.ts';

export interface TwoOptions {
  readonly users: number;
  /** In each round with one instance, and with two. */
  readonly dialogues: number;
  readonly rounds: number;
  readonly databaseUrl?: string | undefined;
  readonly service: Pick<ServiceOptions, 'flags'>;
  readonly questions: readonly string[];
  readonly told: (line: string) => void;
}

/** The same load on one instance and on two over one PostgreSQL, in turn; the second one rests while the first is alone. */
export async function measureTwo(prepared: Prepared, options: TwoOptions): Promise<Measured> {
  const pinning = pinned();
  const server = options.databaseUrl === undefined ? await startPostgres() : undefined;
  const started: Service[] = [];
  try {
    const env = {
      DATABASE_URL: options.databaseUrl ?? server?.url ?? '',
      VAULT_KEY: randomBytes(32).toString('base64'),
    };
    for (const [nth, under] of pinning.instances.entries()) {
      options.told(`启动第 ${nth + 1} 个实例……`);
      const folder = await prepared.folder(`instance-${nth}`);
      started.push(await startService(folder, options.told, { ...options.service, env, under }));
    }
    const { one, two } = await measured(started, options);
    const ratios = two.map((figures, at) => rateOf(figures) / rateOf(one[at] ?? figures));
    return {
      rows: [
        rowOver('two.one', '一个实例', '轮/秒', one.map(rateOf)),
        rowOver('two.two', '两个实例', '轮/秒', two.map(rateOf)),
        rowOver('two.ratio', '两个 ÷ 一个', '×', ratios),
      ],
      aims: [],
      problems: [...one, ...two].flatMap(({ problems }) => problems),
      notes: [pinning.note, ...(server ? ['PostgreSQL 关了 fsync：写入比真用时快。'] : [])],
    };
  } finally {
    for (const service of started) await service.stop();
    await server?.stop();
  }
}

async function measured(services: readonly Service[], { users, dialogues, rounds, questions, told }: TwoOptions) {
  const clients = services.map(({ origin }) => loadClient(origin, users * 2));
  const origins = services.map(({ origin }) => origin);
  let series = 0;
  const play = (count: number): Promise<CrowdFigures> =>
    playCrowd({
      ...{ users, dialogues, questions, series: series++ % 10 },
      ...{ origins: origins.slice(0, count), clients: clients.slice(0, count) },
    });
  const done = { one: [] as CrowdFigures[], two: [] as CrowdFigures[] };
  try {
    told('热身……');
    await play(2);
    for (let round = 0; round < rounds; round++) {
      told(`第 ${round + 1} 轮，共 ${rounds} 轮……`);
      for (const count of round % 2 === 0 ? [1, 2] : [2, 1]) done[count === 1 ? 'one' : 'two'].push(await play(count));
    }
    return done;
  } finally {
    for (const client of clients) client.close();
  }
}

function rateOf({ turns, seconds }: CrowdFigures): number {
  return turns / seconds;
}
