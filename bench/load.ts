import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { storedText } from '../src/bot/stored-text.ts';
import { channelsLoad } from './channels/channels-load.ts';
import { CHANNELS } from './channels/words.ts';
import { count } from './count.ts';
import { environment } from './environment.ts';
import { evaluationQuestions } from './fresh-questions.ts';
import { measureDialogues } from './load/dialogues.ts';
import { type Prepared, prepare } from './load/prepared.ts';
import { type LoadReport, type Measured, plainLoad } from './load/report.ts';
import { measureSoak } from './load/soak.ts';
import { measureStreams } from './load/streams.ts';
import { measureThroughput } from './load/throughput.ts';
import { measureTwo } from './load/two.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    users: { type: 'string', default: '64' },
    dialogues: { type: 'string', default: '640' },
    rounds: { type: 'string', default: '5' },
    turns: { type: 'string', default: '900' },
    seconds: { type: 'string', default: '30' },
    minutes: { type: 'string', default: '10' },
    streams: { type: 'string', default: '2000' },
    broadcasts: { type: 'string', default: '20' },
    /** Some of the channels, and whether all at the same time. */
    channels: { type: 'string', default: CHANNELS.join(',') },
    together: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    /** A PostgreSQL database instead of a SQLite file. */
    database: { type: 'string' },
    /** A folder where the service leaves what it spent its time on, for Chrome's DevTools. */
    profile: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const told = (line: string): void => console.error(line);
// What is made unreadable when it is stored could not be told from what was altered.
const questions = (await evaluationQuestions()).filter((text) => storedText(text) === text);
const service = { flags: values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : [] };
const users = count(values.users);
const common = { questions, service, told, users };

const PARTS: Readonly<Record<string, (prepared: Prepared) => Promise<Measured>>> = {
  dialogues: (prepared) =>
    measureDialogues(prepared, { ...common, dialogues: count(values.dialogues), databaseUrl: values.database }),
  throughput: (prepared) =>
    measureThroughput(prepared, {
      ...common,
      ...{ rounds: count(values.rounds), turns: count(values.turns), seconds: count(values.seconds) },
    }),
  streams: (prepared) =>
    measureStreams(prepared, { ...common, streams: count(values.streams), broadcasts: count(values.broadcasts) }),
  two: (prepared) =>
    measureTwo(prepared, {
      ...common,
      ...{ dialogues: count(values.dialogues), rounds: count(values.rounds), databaseUrl: values.database },
    }),
  soak: (prepared) => measureSoak(prepared, { ...common, minutes: count(values.minutes) }),
  channels: (prepared) =>
    channelsLoad(prepared, {
      ...{ users, service, told, databaseUrl: values.database, seed: count(values.seed) },
      ...{ atOnce: values.together, channels: CHANNELS.filter((name) => values.channels.split(',').includes(name)) },
    }),
};

const [part = ''] = positionals;
const measure = PARTS[part];
if (!measure) {
  console.error(`要写明压测哪一部分：${Object.keys(PARTS).join('、')}。`);
  process.exit(2);
}
const measuredOn = environment(new Date());
const prepared = await prepare(told);
try {
  const measured = await measure(prepared);
  const report: LoadReport = { part, environment: measuredOn, loadAfter: loadavg(), ...measured };
  console.log(values.json ? JSON.stringify(report, null, 2) : plainLoad(report));
  if (report.problems.length > 0) process.exitCode = 1;
} finally {
  await prepared.remove();
}
