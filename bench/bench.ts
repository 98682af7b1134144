import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { progressLines } from '../src/cli/progress-lines.ts';
import { learnContent, modelDir } from '../src/house.ts';
import { LocalEmbeddings } from '../src/knowledge/embeddings.ts';
import { type Figure, figureTable, machineLines } from './figures.ts';
import { measurePeople, measureTwo } from './people.ts';
import { measurePicture } from './picture.ts';
import { freshQuestions } from './questions.ts';
import { measureSearch } from './search.ts';
import { startService } from './service.ts';
import { measureTurns } from './turn.ts';

// npm run bench: measures this machine, and prints one table. A tenth of the rounds tells in minutes that everything runs.
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '10' } } });
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`--rounds“${values.rounds}”应该是大于 0 的整数。`);
  process.exit(2);
}

const told = (line: string): void => console.error(line);
const [now, loadBefore] = [new Date(), loadavg()];
const home = await mkdtemp(join(tmpdir(), 'beian-bench-'));
try {
  const figures = await measured();
  console.log([...machineLines(now, loadBefore), '', figureTable(figures)].join('\n'));
} finally {
  await rm(home, { recursive: true, force: true, maxRetries: 3 });
}

async function measured(): Promise<readonly Figure[]> {
  const ask = await freshQuestions();
  const first = join(home, 'first');
  await mkdir(first, { mode: 0o700 });
  told('启动……');
  const starts = await measureStarts(first);
  /** A folder for a service that starts without having to learn. */
  const folder = async (name: string): Promise<string> => {
    await mkdir(join(home, name), { mode: 0o700 });
    await cp(join(first, 'knowledge'), join(home, name, 'knowledge'), { recursive: true });
    return join(home, name);
  };
  told('多人同时……');
  const people = await measurePeople(await folder('people'), ask, rounds);
  told('两个实例……');
  const two = await measureTwo([await folder('one'), await folder('two')], ask, rounds);
  told('一张图片……');
  const picture = await measurePicture(rounds);
  const knowledge = await learnContent({ dataDir: first, embeddings: undefined }, progressLines(told));
  // As many threads as the service's.
  const embeddings = await LocalEmbeddings.load(modelDir, { threads: 2 });
  try {
    if (knowledge.withoutEncoder !== undefined) throw new Error(`句子编码器不可用：${knowledge.withoutEncoder}`);
    told('一轮问答……');
    const turns = await measureTurns(first, knowledge, embeddings, ask, rounds * 100);
    told('检索……');
    const search = await measureSearch(first, knowledge, embeddings, ask, rounds * 100);
    return [...turns, ...people, ...two, ...search, ...picture, ...starts];
  } finally {
    await embeddings.release();
    await knowledge.close();
  }
}

/** The first start in an empty folder, where vectors, fit and graph are made; then later ones, and the memory they take. */
async function measureStarts(dataDir: string): Promise<readonly Figure[]> {
  const once = async () => {
    const service = await startService(dataDir);
    const memory = await service.memory();
    await service.stop();
    return { seconds: service.readyAfter, memory };
  };
  const first = await once();
  const later = [await once(), await once(), await once()];
  return [
    { name: '第一次启动', unit: 's', samples: [first.seconds] },
    { name: '再次启动', unit: 's', samples: later.map(({ seconds }) => seconds) },
    { name: '启动后的内存', unit: 'MB', samples: later.map(({ memory }) => memory) },
  ];
}
