import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheDir } from '../trained.ts';

/** An account of the desk, and how to make it. */
export interface Account {
  readonly password: string;
  /** Of `npm run agent`. */
  readonly args: readonly string[];
}

/** The whole service as its own process, with the content that the tests have prepared. */
export interface Service {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startService(
  settings: Readonly<Record<string, string>>,
  { password, args }: Account,
): Promise<Service> {
  const dataDir = await mkdtemp(join(tmpdir(), 'beian-guide-'));
  await cp(join(cacheDir, 'knowledge'), join(dataDir, 'knowledge'), { recursive: true });
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn', ...settings };
  const made = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/agent.ts', ...args], {
    env,
    input: `${password}\n`,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`The account was not made: ${made.stderr}`);
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  return {
    url: await addressOf(child),
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** What it prints once questions can be answered. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let all = '';
    const hear = (chunk: Buffer): void => {
      all += chunk.toString('utf8');
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(all);
      if (found) resolve(found[0]);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${all}`)));
  });
}
