import { openStore } from '../../src/adapters/store/open-store.ts';
import { type Account, account } from '../../test/people/crash/account.ts';
import { fresh } from '../fresh-questions.ts';
import { type ServiceOptions, startService } from '../service.ts';
import { quantile } from '../statistics.ts';
import { inParallel, turnsOf } from './asking.ts';
import { loadClient } from './client.ts';
import type { Prepared } from './prepared.ts';
import type { Measured, Row } from './report.ts';
import { slopeOf } from './slope.ts';
import { soakLoad } from './soak-load.ts';
import { type Sample, sampled } from './vital-samples.ts';

export interface SoakOptions {
  readonly minutes: number;
  readonly users: number;
  readonly service: Pick<ServiceOptions, 'flags'>;
  readonly questions: readonly string[];
  readonly told: (line: string) => void;
}

/** Seconds between two looks at the service. */
const EVERY = 10;
/** Questions that are asked before: more than the encoder remembers, whose memory would otherwise grow until it is full. */
const FILLING = 2_500;
/** Of the samples, the first quarter is left out: caches fill, and code is compiled. */
const WARM_UP = 0.25;

/** A steady load for minutes on end, and whether memory, open files or the lag of the event loop grow meanwhile. */
export async function measureSoak(prepared: Prepared, options: SoakOptions): Promise<Measured> {
  const { minutes, users, questions, told } = options;
  const folder = await prepared.folder('soak');
  const agent = await agentIn(folder);
  const flags = ['--expose-gc', ...(options.service.flags ?? [])];
  const service = await startService(folder, told, { ...options.service, flags });
  const client = loadClient(service.origin, users * 2 + 20);
  const ending = new AbortController();
  try {
    told(`先问 ${FILLING} 句，填满编码器的记忆……`);
    const texts = Array.from({ length: FILLING }, (_, sample) => fresh(questions, 9, sample));
    await inParallel(await turnsOf(client, texts, users), users);
    told(`${users} 人，${minutes} 分钟……`);
    const load = soakLoad({ origin: service.origin, client, agent, users, questions }, ending.signal);
    const samples = await sampled(service, { seconds: minutes * 60, every: EVERY, told }).finally(() => ending.abort());
    const { times, problems, ...counts } = await load;
    const kept = samples.slice(Math.ceil(samples.length * WARM_UP));
    return {
      rows: [...countRows(counts, minutes), ...waitRows(times), ...growthRows(kept)],
      aims: [],
      problems,
      notes: [
        `每 ${EVERY} 秒看一次，先收垃圾再看内存；斜率不算开头的四分之一，共 ${kept.length} 次。斜率的范围是两倍标准误差，跨过 0 就看不出在长。`,
      ],
    };
  } finally {
    client.close();
    await service.stop();
  }
}

/** Somebody of the desk, who is there before the service starts. */
async function agentIn(folder: string): Promise<Account> {
  const store = await openStore({ dataDir: folder });
  try {
    return await account(store, '客服', new Date());
  } finally {
    await store.close();
  }
}

function countRows(counts: Readonly<Record<string, number>>, minutes: number): readonly Row[] {
  const { dialogues = 0, turns = 0, handOvers = 0, pictures = 0, streams = 0 } = counts;
  return [
    { id: 'soak.dialogues', name: '完整的对话', unit: '', value: dialogues },
    { id: 'soak.rate', name: '每秒回答', unit: '轮/秒', value: turns / (minutes * 60) },
    { id: 'soak.handOvers', name: '转人工的对话', unit: '', value: handOvers },
    { id: 'soak.pictures', name: '图片', unit: '', value: pictures },
    { id: 'soak.streams', name: '来了又走的事件流', unit: '', value: streams },
  ];
}

function waitRows(times: readonly number[]): readonly Row[] {
  return [
    { id: 'soak.p50', name: '等回答，中位数', unit: 'ms', value: quantile(times, 0.5) },
    { id: 'soak.p99', name: '等回答，p99', unit: 'ms', value: quantile(times, 0.99) },
  ];
}

function growthRows(samples: readonly Sample[]): readonly Row[] {
  const grown = (id: string, name: string, unit: Row['unit'], of: (sample: Sample) => number): readonly Row[] => {
    const values = samples.map(of);
    const { perHour, range } = slopeOf(
      samples.map(({ seconds }) => seconds),
      values,
    );
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const level: Row = { id: `soak.${id}`, name, unit, value: quantile(values, 0.5), range: [least, most] };
    const pace = { MB: 'MB/小时', ms: 'ms/小时' }[unit as string] ?? '个/小时';
    return [
      level,
      { id: `soak.${id}.slope`, name: `${name}，每小时`, unit: pace as Row['unit'], value: perHour, range },
    ];
  };
  return [
    ...grown('rss', '常驻内存', 'MB', ({ rss }) => rss / 1e6),
    ...grown('heap', '堆，收过垃圾', 'MB', ({ heapUsed }) => heapUsed / 1e6),
    ...grown('external', '堆外缓冲', 'MB', ({ external }) => external / 1e6),
    ...grown('handles', '句柄', '', ({ handles }) => handles),
    ...grown('files', '打开的文件和连接', '', ({ files }) => files),
    ...grown('lag', '事件循环晚了，p99', 'ms', ({ lagP99 }) => lagP99),
  ];
}
