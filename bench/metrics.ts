import { existsSync, openSync, writeSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createHttp } from '../src/adapters/http.ts';
import { logWatch } from '../src/adapters/log/log-watch.ts';
import { createMetrics } from '../src/adapters/metrics/create-metrics.ts';
import { openStore } from '../src/adapters/store/open-store.ts';
import { stockOf } from '../src/adapters/store/stock.ts';
import { together, type Watch } from '../src/adapters/watch/watch.ts';
import { watchStore } from '../src/adapters/watch/watch-store.ts';
import { outcome } from '../src/bot/message.ts';
import type { Receive } from '../src/bot/ports.ts';
import { createTurn } from '../src/bot/turn.ts';
import { progressLines } from '../src/cli/progress-lines.ts';
import { type Foundation, layFoundation } from '../src/foundation.ts';
import { assistantOver, learnContent } from '../src/house.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { cacheDir } from './cache-dir.ts';
import { count } from './count.ts';
import { evaluationQuestions, fresh } from './fresh-questions.ts';
import { turnInProcess } from './in-process.ts';
import { interleave } from './interleave.ts';
import { ownFolder } from './own-folder.ts';
import { median } from './statistics.ts';

/** What watching may cost of a turn. */
const MOST = 0.02;

/** The preparation of the content that an earlier run of the benchmark kept. */
const KEPT = join(cacheDir, 'knowledge');

/** Turns' worth of records in one batch, and what one of them took. */
const RECORDS = 1_000;
const MS = { waiting: 0.01, reading: 0.2, answering: 10, storing: 2 };

const { values } = parseArgs({ options: { samples: { type: 'string', default: '2000' } } });
const samples = count(values.samples);
const { path: dataDir, remove } = await ownFolder('beian-bench-metrics-');
try {
  if (existsSync(KEPT)) await cp(KEPT, join(dataDir, 'knowledge'), { recursive: true });
  await measure(samples);
} finally {
  await remove();
}

/** The same turns with and without everything that watches them: metrics and a line of the log for each. */
async function measure(samples: number): Promise<void> {
  const store = await openStore({ dataDir });
  const foundation = await layFoundation({ dataDir, vaultKey: undefined }, async () => store);
  const metrics = createMetrics({
    ...{ dataDir, process: true },
    stock: () => stockOf(store.db, new Date().toISOString()),
    state: () => ({ ready: true, encoder: true, news: undefined }),
  });
  // As the service writes to its standard output: at once, and not through Node's pool.
  const nowhere = openSync('/dev/null', 'w');
  const logStream = { write: (line: string) => void writeSync(nowhere, line) };
  const app = await createHttp({
    ...{ logLevel: 'info', logStream, onLogLine: metrics.onLine },
    ...{ trustProxy: false, widgetOrigins: [], readiness: async () => ({ ready: true }) },
  });
  const watch = together([metrics.watch, logWatch(app.log)]);
  const learn = (onDecision?: Watch['decided']) =>
    learnContent({ dataDir, embeddings: undefined }, progressLines(console.error), {
      ...(onDecision && { onDecision }),
    });
  const bare = await learn();
  const watched = await learn(watch.decided);
  const questions = await evaluationQuestions();
  // The same texts to both, each of which has an encoder of its own: pairs differ by what watches alone.
  const probe = (receive: Receive) => turnInProcess(store, receive, (sample) => fresh(questions, 0, sample));
  const times = await interleave(
    {
      bare: probe(await turns(foundation, bare)),
      watched: probe(await turns({ ...foundation, store: watchStore(store, watch) }, watched, watch)),
    },
    { warmUp: 200, samples },
  );
  const alone = median(await timed(30, async () => recorded(watch))) / RECORDS;
  const scrapes = await timed(50, () => metrics.read());
  const without = median(times.bare);
  const more = median(times.watched.map((one, at) => one - (times.bare[at] ?? 0)));
  const share = more / without;
  console.log(
    `负载 ${loadavg()
      .map((one) => one.toFixed(1))
      .join(' ')}，${samples} 轮，交替`,
  );
  console.log(`一轮问答，不记录  ${without.toFixed(3)} ms（中位数）`);
  console.log(`一轮问答，记录    ${median(times.watched).toFixed(3)} ms（中位数）`);
  console.log(
    `多出（逐对之差的中位数） ${(more * 1000).toFixed(1)} µs，${(share * 100).toFixed(2)} %（要求 < ${MOST * 100} %）`,
  );
  console.log(`其中记录本身 ${(alone * 1000).toFixed(1)} µs（单独连续测），${((alone / without) * 100).toFixed(2)} %`);
  console.log(
    `读一次指标 ${median(scrapes).toFixed(2)} ms，${((await metrics.read()).text.length / 1024).toFixed(0)} kB`,
  );
  if (share >= MOST) process.exitCode = 1;
  await app.close();
  await Promise.all([bare.close(), watched.close()]);
  await foundation.close();
}

async function turns(foundation: Foundation, knowledge: Knowledge, watch?: Watch): Promise<Receive> {
  const assistant = await assistantOver(knowledge, foundation, watch && { onHeard: watch.heard });
  const onFault = (error: unknown): never => {
    throw error;
  };
  return createTurn({ ...foundation, assistant, onFault, ...(watch && { onTurn: watch.turn }) });
}

/** All that a turn has seen of it, without the turn. */
function recorded(watch: Watch): void {
  const talk = { channel: 'web', room: 'a-room', user: 'a-user' } as const;
  const message = { id: 'a-message', at: '2026-03-02T06:00:00.000Z', talk, text: '扫码进不去' };
  const made = outcome('answer', { entry: 1, diagnostic: 'app-version', verdict: 'update-needed', confidence: 0.97 });
  for (let nth = 0; nth < RECORDS; nth++) {
    watch.heard(0.4);
    watch.decided({ encoder: 'asked', ms: 9, encoderMs: 7 });
    watch.turn({ talk: 'q3fSx0Jm2bKp7dLr9TzVwA', message, outcome: made, ms: MS });
  }
}

async function timed(count: number, job: () => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let nth = 0; nth < count; nth++) {
    const begun = performance.now();
    await job();
    times.push(performance.now() - begun);
  }
  return times;
}
