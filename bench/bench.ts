import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureCrashes } from './crash.ts';
import { environment } from './environment.ts';
import { measureAll } from './measure-all.ts';
import { plainReport, type Report } from './report.ts';

const { values } = parseArgs({
  options: {
    // Leaves out the 100 000 questions and, where an earlier run kept the preparation, the first start.
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    // Measures nothing else than so many crashes.
    kills: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const dataDir = await mkdtemp(join(tmpdir(), 'beian-bench-'));
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
    process.exit(1);
  });
}
try {
  const told = (line: string): void => console.error(line);
  const report =
    values.kills === undefined
      ? await measureAll(dataDir, { quick: values.quick, told })
      : await crashesAlone(whole(values.kills), whole(values.seed), told);
  console.log(values.json ? JSON.stringify(report, null, 2) : plainReport(report));
} finally {
  await rm(dataDir, { recursive: true, force: true });
}

async function crashesAlone(kills: number, seed: number, told: (line: string) => void): Promise<Report> {
  const measuredOn = environment(new Date());
  const { aims } = await measureCrashes(dataDir, { kills, seed, told });
  if (aims.some(({ met }) => !met)) process.exitCode = 1;
  return { environment: measuredOn, loadAfter: loadavg(), figures: [], aims };
}

function whole(value: string): number {
  if (/^[1-9]\d{0,5}$/.test(value)) return Number(value);
  console.error(`${value} 不是从 1 起的整数。用法：npm run bench -- --kills 500 [--seed 2]`);
  return process.exit(2);
}
