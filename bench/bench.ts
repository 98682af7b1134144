import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureAll } from './measure-all.ts';
import { plainReport } from './report.ts';

const { values } = parseArgs({
  options: {
    // Leaves out the 100 000 questions and, where an earlier run kept the preparation, the first start.
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
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
  const report = await measureAll(dataDir, { quick: values.quick, told: (line) => console.error(line) });
  console.log(values.json ? JSON.stringify(report, null, 2) : plainReport(report));
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
