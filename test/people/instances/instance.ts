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
  /** All that it has printed so far. */
  readonly printed: string;
  /** Without a word: SIGKILL. */
  kill(): Promise<void>;
  /** Kills what still lives, and cleans up behind it. */
  remove(): Promise<void>;
}

export interface InstanceOptions {
  /** Where the service lies; the repository otherwise. */
  readonly root?: string;
  /** Its own, which stays; a new one otherwise, where what the tests have learnt lies already. */
  readonly dataDir?: string;
}

/** Starts `src/main.ts`. */
export async function startInstance(
  env: Readonly<Record<string, string>>,
  { root = '.', dataDir: given }: InstanceOptions = {},
): Promise<Instance> {
  const dataDir = given ?? (await learntFolder());
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const hear = (chunk: Buffer): void => {
    printed += chunk.toString('utf8');
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const origin = printedOrigin(child, () => printed);
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
    get printed() {
      return printed;
    },
    kill,
    async remove() {
      await kill();
      if (given === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function learntFolder(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'beian-instance-'));
  await cp(join(cacheDir, 'knowledge'), join(dataDir, 'knowledge'), { recursive: true });
  return dataDir;
}

function isAlive({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

/** The address that it prints once it is ready. */
function printedOrigin(child: ChildProcess, printed: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const found = /请用浏览器打开 (http:\/\/\S+)/.exec(printed());
      if (found?.[1]) resolve(found[1]);
    };
    child.stdout?.on('data', look);
    child.once('exit', (code, signal) => reject(new Error(`The instance ended with ${code ?? signal}: ${printed()}`)));
  });
}
