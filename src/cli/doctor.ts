import { vendorChecks } from '../channels.ts';
import { ConfigError, readConfig } from '../config.ts';
import { checkFoundation } from './doctor/check-foundation.ts';
import { checkWays } from './doctor/check-ways.ts';
import { loadEnv } from './load-env.ts';

/** Looks at how the service is set up, and says what to do about what is wrong; ends with 1 where anything is. */
loadEnv();
try {
  const config = readConfig(process.env);
  const checks = [...(await checkFoundation(config)), ...(await checkWays(config)), ...(await vendorChecks(config))];
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
