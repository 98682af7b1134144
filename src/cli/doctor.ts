import { parseArgs } from 'node:util';
import { isThere } from '../adapters/store/open-store.ts';
import { vendorChecks } from '../channels.ts';
import { ConfigError, readConfig } from '../config.ts';
import { checkBackups } from './doctor/check-backups.ts';
import { checkFoundation, DATABASE } from './doctor/check-foundation.ts';
import { checkKey } from './doctor/check-key.ts';
import { checkLanguageModel } from './doctor/check-language-model.ts';
import { checkMachine } from './doctor/check-machine.ts';
import { checkWays } from './doctor/check-ways.ts';
import { loadEnv } from './load-env.ts';

/**
 * Looks at how the service is set up, and says what to do about what is wrong; ends with 1 where anything is. With
 * `--backups FOLDER` also at the newest back-up there.
 */
loadEnv();
try {
  const { backups } = parseArgs({ options: { backups: { type: 'string' } } }).values;
  const config = readConfig(process.env);
  const foundation = await checkFoundation(config);
  const reachable = foundation.some(({ name, ok }) => name === DATABASE && ok) && isThere(config);
  const checks = [
    ...foundation,
    ...(await checkKey(config, reachable)),
    ...(await checkMachine(config, reachable)),
    ...(await checkWays(config)),
    ...(await checkLanguageModel(config)),
    ...(await vendorChecks(config)),
    ...(backups === undefined ? [] : [await checkBackups(backups, config, new Date())]),
  ];
  for (const { name, ok, what, todo } of checks) {
    console.log(`${ok ? '✓' : '✗'} ${name}：${what}`);
    if (!ok && todo) console.log(`    ${todo}`);
  }
  const wrong = checks.filter(({ ok }) => !ok).length;
  console.log(wrong === 0 ? '没有发现问题。' : `有 ${wrong} 项要处理。`);
  process.exitCode = wrong === 0 ? 0 : 1;
} catch (error) {
  console.log(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}
