import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openClient } from './client.ts';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
/** Runs in the service: tells its memory when asked, without keeping it alive for that, and stops it should we be gone. Its workers run this too and have no channel. */
const COMPANION = `if (process.channel) {
  process.on('message', () => process.send(process.memoryUsage.rss()));
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}`;

/** The built service as a process of its own. */
export interface Service {
  readonly origin: string;
  /** From the start of the process until `/readyz` answered 200, in seconds. */
  readonly readyAfter: number;
  /** Resident, in megabytes. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

export interface ServiceOptions {
  /** Beside the settings that every one here has. */
  readonly env?: Readonly<Record<string, string>>;
  /** What runs Node where it is not run by itself: `['taskset', '-c', '0']`. */
  readonly under?: readonly string[];
}

/** Starts the service on a free port and waits until it is ready. Throws with what it said where it ends before. */
export async function startService(dataDir: string, { env, under = [] }: ServiceOptions = {}): Promise<Service> {
  const begun = performance.now();
  const nodeArgs = ['--import', `data:text/javascript,${encodeURIComponent(COMPANION)}`];
  const [runner, ...runnerArgs] = under;
  const child = fork(MAIN, [], {
    cwd: dataDir,
    // Nothing of the caller's settings, nor of an .env file.
    env: {
      ...{ PATH: process.env.PATH, SystemRoot: process.env.SystemRoot },
      ...{ PORT: '0', DATA_DIR: dataDir, RATE_LIMIT: 'off', LOG_LEVEL: 'warn' },
      ...env,
    },
    ...(runner !== undefined && { execPath: runner }),
    execArgv: runner === undefined ? nodeArgs : [...runnerArgs, process.execPath, ...nodeArgs],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const exited = once(child, 'exit');
  const complaints: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk.toString('utf8')));
  const origin = child.stdout && (await addressIn(child.stdout));
  // What it says later is nobody's, but must not fill the pipe.
  child.stdout?.resume();
  if (!origin) {
    await exited;
    throw new Error(`dist/main.js 没有启动：${complaints.join('').trim() || '没有说明'}`);
  }
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await exited;
  };
  const client = openClient(origin, 1);
  try {
    await client.call('GET', '/readyz');
  } catch (error) {
    await stop();
    throw error;
  } finally {
    client.close();
  }
  return {
    origin,
    readyAfter: (performance.now() - begun) / 1_000,
    async memory() {
      const answer = once(child, 'message');
      child.send('memory');
      const [bytes] = await Promise.race([answer, exited.then(() => Promise.reject(new Error('服务提前结束了')))]);
      return Number(bytes) / 1e6;
    },
    stop,
  };
}

async function addressIn(stdout: NodeJS.ReadableStream): Promise<string | undefined> {
  for await (const line of createInterface({ input: stdout })) {
    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (origin) return origin;
  }
  return undefined;
}
