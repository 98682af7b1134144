import { join } from 'node:path';
import { fresh } from '../fresh-questions.ts';
import { type Service, type ServiceOptions, startService } from '../service.ts';
import { median } from '../statistics.ts';
import { type Burst, inParallel, type Request, rowsOf, turnsOf } from './asking.ts';
import { bareProcess } from './bare-process.ts';
import { type LoadClient, loadClient } from './client.ts';
import { openLoop } from './open-loop.ts';
import type { Prepared } from './prepared.ts';
import type { Measured } from './report.ts';
import { type Round, throughputReport } from './throughput-report.ts';

export interface ThroughputOptions {
  readonly users: number;
  readonly rounds: number;
  /** Turns of all users together in a round; of one question after another there are a third as many. */
  readonly turns: number;
  /** Of load at half of what the service can do. */
  readonly seconds: number;
  readonly service: Pick<ServiceOptions, 'flags'>;
  readonly questions: readonly string[];
  readonly told: (line: string) => void;
}

/** Texts that the encoder knows: fewer than it remembers. */
const KNOWN = 256;
/** Seconds of open load before the measured ones. */
const WARM_UP = 3;

/**
 * How many turns a second, with all users at once and one after the other; with texts that are new to the encoder and
 * with texts that it remembers, where all of the turn is done but the encoding; and the bare route under the same users.
 * All of them in each round, forwards and backwards in turn, so that whatever else the machine does hits all alike.
 */
export async function measureThroughput(prepared: Prepared, options: ThroughputOptions): Promise<Measured> {
  const { users, rounds, turns, questions, told } = options;
  const folder = await prepared.folder('throughput');
  const service = await startService(folder, told, options.service);
  const bare = await bareProcess(join(folder, 'bare.sqlite'));
  const client = loadClient(service.origin, users);
  const bareClient = loadClient(bare.origin, users);
  try {
    let sample = 0;
    const texts = (count: number) => Array.from({ length: count }, () => fresh(questions, 1, sample++));
    const known = texts(KNOWN);
    const knownTexts = (count: number) => Array.from({ length: count }, (_, at) => known[at % KNOWN] ?? '');
    const few = Math.ceil(turns / 3);
    const asked = async (words: readonly string[], atOnce: number) =>
      measured(service, await turnsOf(client, words, users), atOnce);
    const remembered = async (words: readonly string[], atOnce: number) => {
      await inParallel(await turnsOf(client, known, users), users);
      return asked(words, atOnce);
    };
    const phases = {
      alone: () => asked(texts(few), 1),
      crowd: () => asked(texts(turns), users),
      knownAlone: () => remembered(knownTexts(few), 1),
      knownCrowd: () => remembered(knownTexts(turns), users),
      bare: () => measured(undefined, rowsOf(bareClient, texts(turns)), users),
    };
    const names = Object.keys(phases) as (keyof typeof phases)[];
    const done: Round[] = [];
    for (let round = -1; round < rounds; round++) {
      told(round < 0 ? '热身……' : `第 ${round + 1} 轮，共 ${rounds} 轮……`);
      const phasesOfRound: Partial<Record<keyof typeof phases, Phase>> = {};
      for (const name of round % 2 === 0 ? names : names.toReversed()) phasesOfRound[name] = await phases[name]();
      if (round >= 0) done.push(phasesOfRound as Round);
    }
    const most = median(done.map(({ crowd }) => crowd.rate));
    told(`每秒 ${(most / 2).toFixed(0)} 句，按时到，${options.seconds} 秒……`);
    const half = await atHalf(service.origin, most / 2, options.seconds, texts);
    return throughputReport({ users, rounds: done, half, halfRate: most / 2 });
  } finally {
    client.close();
    bareClient.close();
    await bare.close();
    await service.stop();
  }
}

/** One phase of a round. */
export interface Phase extends Burst {
  /** Turns a second. */
  readonly rate: number;
  /** Milliseconds of the service's processor for each turn, all its threads together; NaN of the bare route. */
  readonly cpu: number;
  /** Share of the time in which whoever asks was busy itself: near 1, it is what holds up. */
  readonly busy: number;
}

async function measured(service: Service | undefined, requests: readonly Request[], atOnce: number): Promise<Phase> {
  const cpu = (await service?.vitals())?.cpu ?? Number.NaN;
  const before = performance.eventLoopUtilization();
  const burst = await inParallel(requests, atOnce);
  const { utilization } = performance.eventLoopUtilization(before);
  const spent = ((await service?.vitals())?.cpu ?? Number.NaN) - cpu;
  const rate = requests.length / burst.seconds;
  return { ...burst, rate, cpu: (spent * 1_000) / requests.length, busy: utilization };
}

async function atHalf(
  origin: string,
  rate: number,
  seconds: number,
  texts: (count: number) => readonly string[],
): Promise<readonly number[]> {
  const client: LoadClient = loadClient(origin, Number.POSITIVE_INFINITY);
  try {
    const requests = await turnsOf(client, texts(Math.ceil(rate * (WARM_UP + seconds))), 32);
    const times = await openLoop(requests, rate);
    return times.slice(Math.ceil(rate * WARM_UP));
  } finally {
    client.close();
  }
}
