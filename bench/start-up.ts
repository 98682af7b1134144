import { type Aim, aim, type Figure, figure } from './figure.ts';
import { fresh } from './fresh-questions.ts';
import { keepAlive } from './keep-alive.ts';
import { type Service, startService } from './service.ts';
import { median } from './statistics.ts';
import { openTalk } from './talking.ts';

const STARTS = 3;
const TURNS = 500;
const TURNS_OF_A_TALK = 5;
/** Seconds. */
const MOST = 5;

/** The first start, in an empty folder: vectors, fit and graph are made. */
export async function measureFirstStart(dataDir: string, told: (line: string) => void): Promise<readonly Figure[]> {
  const service = await startService(dataDir, told);
  await service.stop();
  return [figure('start.first', '第一次启动', 's', [service.readyAfter / 1_000])];
}

/** Later starts, and what memory the service holds then and after 500 turns. */
export async function measureLaterStarts(
  dataDir: string,
  questions: readonly string[],
): Promise<{ readonly figures: readonly Figure[]; readonly aims: readonly Aim[] }> {
  const seconds: number[] = [];
  const atStart: number[] = [];
  const afterTurns: number[] = [];
  for (let start = 0; start < STARTS; start++) {
    const service = await startService(dataDir);
    try {
      seconds.push(service.readyAfter / 1_000);
      atStart.push((await service.memory()) / 1e6);
      if (start === STARTS - 1) {
        await turns(service, questions);
        afterTurns.push((await service.memory()) / 1e6);
      }
    } finally {
      await service.stop();
    }
  }
  return {
    figures: [
      figure('start.later', '再次启动', 's', seconds),
      figure('memory.start', '启动后的内存', 'MB', atStart),
      figure('memory.turns', `${TURNS} 轮问答后的内存`, 'MB', afterTurns),
    ],
    aims: [aim('start.later', '再次启动', 's', MOST, median(seconds))],
  };
}

async function turns({ origin }: Service, questions: readonly string[]): Promise<void> {
  const client = keepAlive(origin);
  try {
    let say = await openTalk(client);
    for (let turn = 0; turn < TURNS; turn++) {
      if (turn % TURNS_OF_A_TALK === 0) say = await openTalk(client);
      await say(`turn-${turn}`, fresh(questions, 0, turn));
    }
  } finally {
    client.close();
  }
}
