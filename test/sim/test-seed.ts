import { onTestFailed } from 'vitest';

/**
 * The seed of the running test: `SIM_SEED` if it is set, otherwise a fresh one. When the test fails the seed is
 * printed, and `SIM_SEED=… npx vitest run …` brings the same run back. Call it inside a test or a beforeEach.
 */
export function testSeed(env: NodeJS.ProcessEnv = process.env): number {
  const seed = env.SIM_SEED ? Number(env.SIM_SEED) : Math.floor(Math.random() * 2 ** 32);
  if (!Number.isSafeInteger(seed)) throw new TypeError(`SIM_SEED must be a whole number, not ${env.SIM_SEED}`);
  onTestFailed(() => console.error(`SIM_SEED=${seed}`));
  return seed;
}
