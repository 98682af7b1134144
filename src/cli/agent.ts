import { memoryBus } from '../adapters/bus/memory-bus.ts';
import { openStore } from '../adapters/store/open-store.ts';
import { readVaultKey } from '../adapters/vault/key.ts';
import { openSeal } from '../adapters/vault/open-seal.ts';
import { readConfig } from '../config.ts';
import { type AgentDesk, Refused } from './agent-desk.ts';
import { jobOf } from './agent-job.ts';
import { loadEnv } from './load-env.ts';
import { readPassword } from './read-password.ts';

/** The people of the desk, from the machine itself. Ends with 0, with 1 where it was refused, with 2 where it was wrongly asked. */

loadEnv();
process.umask(0o077);

try {
  await run(jobOf(process.argv.slice(2)));
} catch (error) {
  const known = error instanceof Refused || (error instanceof Error && 'code' in error);
  console.error(known ? (error as Error).message : error);
  process.exitCode = error instanceof Refused ? error.exitCode : 1;
}

async function run(job: (desk: AgentDesk) => Promise<void>): Promise<void> {
  const config = readConfig(process.env);
  const now = (): string => new Date().toISOString();
  const store = await openStore(config);
  try {
    await job({
      store,
      seal: await openSeal(store.db, await readVaultKey(config)),
      now,
      async handOn(agent) {
        // The whole house takes a second to load, and nothing else here needs it.
        const { handOnAll } = await import('../house.ts');
        await handOnAll({ store, bus: memoryBus() }, agent, now());
      },
      readPassword: () => readPassword(process.stdin, process.stderr),
      print: console.log,
    });
  } finally {
    await store.close();
  }
}
