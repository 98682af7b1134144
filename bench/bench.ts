import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { count } from './count.ts';
import { measureCrashes } from './crash.ts';
import { environment } from './environment.ts';
import { measureAll } from './measure-all.ts';
import { ownFolder } from './own-folder.ts';
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
const { path: dataDir, remove } = await ownFolder('beian-bench-');
try {
  const told = (line: string): void => console.error(line);
  const report =
    values.kills === undefined
      ? await measureAll(dataDir, { quick: values.quick, told })
      : await crashesAlone(count(values.kills), count(values.seed), told);
  console.log(values.json ? JSON.stringify(report, null, 2) : plainReport(report));
} finally {
  await remove();
}

async function crashesAlone(kills: number, seed: number, told: (line: string) => void): Promise<Report> {
  const measuredOn = environment(new Date());
  const { aims } = await measureCrashes(dataDir, { kills, seed, told });
  if (aims.some(({ met }) => !met)) process.exitCode = 1;
  return { environment: measuredOn, loadAfter: loadavg(), figures: [], aims };
}
