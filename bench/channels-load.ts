import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { channelsLoad } from './channels/channels-load.ts';
import { CHANNELS } from './channels/words.ts';
import { environment } from './environment.ts';
import { prepare } from './load/prepared.ts';
import { plainLoad } from './load/report.ts';

/** People in the channels' simulators play whole conversations with the built service. */
const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '100' },
    /** Some of them: `dingtalk,wecom`. */
    channels: { type: 'string', default: CHANNELS.join(',') },
    together: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    database: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const wanted = values.channels.split(',');
const channels = CHANNELS.filter((channel) => wanted.includes(channel));
const [users, seed] = [Number(values.users), Number(values.seed)];
if (channels.length !== wanted.length || !Number.isInteger(users) || users < 1 || !Number.isInteger(seed)) {
  console.error('用法：npx tsx bench/channels-load.ts [--users 100] [--channels dingtalk,wechat,wecom] [--together]');
  console.error('      [--seed 1] [--database postgres://…] [--json]');
  process.exit(2);
}
const told = (line: string): void => console.error(line);
const measuredOn = environment(new Date());
const prepared = await prepare(told);
try {
  const measured = await channelsLoad(prepared, {
    ...{ users, channels, seed, told, service: {} },
    ...{ atOnce: values.together, databaseUrl: values.database },
  });
  const report = { part: 'channels', environment: measuredOn, loadAfter: loadavg(), ...measured };
  console.log(values.json ? JSON.stringify(report, null, 2) : plainLoad(report));
  if (report.problems.length > 0) process.exitCode = 1;
} finally {
  await prepared.remove();
}
