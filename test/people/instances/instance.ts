import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheDir } from '../../trained.ts';

/** The service as a process of its own. */
export interface Instance {
  /** Resolves once it can answer. */
  readonly origin: Promise<string>;
  readonly isAlive: boolean;
  /** Without a word: SIGKILL. */
  kill(): Promise<void>;
  /** Kills what still lives, and cleans up behind it. */
  remove(): Promise<void>;
}

/** Starts `src/main.ts` with a folder of its own, where what the tests have learnt lies already. */
export async function startInstance(env: Readonly<Record<string, string>>): Promise<Instance> {
  const dataDir = await mkdtemp(join(tmpdir(), 'beian-instance-'));
  await cp(join(cacheDir, 'knowledge'), join(dataDir, 'knowledge'), { recursive: true });
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const origin = printedOrigin(child);
  // Whoever waits for it hears of it; nobody may.
  origin.catch(() => {});
  const kill = async (): Promise<void> => {
    if (!isAlive(child)) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  return {
    origin,
    get isAlive() {
      return isAlive(child);
    },
    kill,
    async remove() {
      await kill();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function isAlive({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

/** The address that it prints once it is ready. */
function printedOrigin(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let all = '';
    const hear = (chunk: Buffer): void => {
      all += chunk.toString('utf8');
      const found = /请用浏览器打开 (http:\/\/\S+)/.exec(all);
      if (found?.[1]) resolve(found[1]);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code, signal) => reject(new Error(`The instance ended with ${code ?? signal}: ${all}`)));
  });
}
