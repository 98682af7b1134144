import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { keepAlive } from './keep-alive.ts';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
/**
 * Runs in the service: tells how it is when asked, without keeping it alive for that, and stops it should we be gone. Its
 * workers run this too and have no channel. The lag is that since the last time it was asked for; collecting garbage, if
 * that is wanted, comes after it and is not counted.
 */
const COMPANION = `import { monitorEventLoopDelay } from 'node:perf_hooks';
if (process.channel) {
  let lag;
  process.on('message', (asked) => {
    if (asked === 'memory') return process.send(process.memoryUsage.rss());
    const lagP99 = lag === undefined ? 0 : lag.percentile(99) / 1e6;
    if (asked.collects) for (let times = 0; times < 2; times++) globalThis.gc?.();
    const { rss, heapUsed, external } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    const handles = process.getActiveResourcesInfo().length;
    process.send({ rss, heapUsed, external, handles, lagP99, cpu: (user + system) / 1e6 });
    lag ??= monitorEventLoopDelay({ resolution: 10 });
    lag.enable();
    lag.reset();
  });
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}`;

/** How a service is at a moment. Memory in bytes. */
export interface Vitals {
  readonly rss: number;
  readonly heapUsed: number;
  readonly external: number;
  /** Sockets, timers and the like that are open. */
  readonly handles: number;
  /** Milliseconds by which its event loop was late since it was asked last: the 99th percentile; 0 the first time. */
  readonly lagP99: number;
  /** Seconds of processor that it has used so far, all threads together. */
  readonly cpu: number;
}

/** The built service as a process of its own. */
export interface Service {
  readonly origin: string;
  readonly pid: number;
  /** From the start of the process until `/readyz` answered 200, in milliseconds. */
  readonly readyAfter: number;
  /** Resident, in bytes. */
  memory(): Promise<number>;
  /** `collects`: garbage goes first, where it was started with `--expose-gc`. */
  vitals(options?: { readonly collects: boolean }): Promise<Vitals>;
  stop(): Promise<void>;
}

export interface ServiceOptions {
  /** Beside those that every one here has. */
  readonly env?: Readonly<Record<string, string>>;
  /** For Node. */
  readonly flags?: readonly string[];
  /** What runs Node where it is not run by itself: `['taskset', '-c', '0']`. */
  readonly under?: readonly string[];
}

/** Starts the service on a free port and waits until it is ready. Throws with what it said where it ends before. */
export async function startService(
  dataDir: string,
  told: (line: string) => void = () => {},
  { env = {}, flags = [], under = [] }: ServiceOptions = {},
): Promise<Service> {
  const begun = performance.now();
  const nodeArgs = [...flags, '--import', `data:text/javascript,${encodeURIComponent(COMPANION)}`];
  const [runner, ...runnerArgs] = under;
  const child = fork(MAIN, [], {
    cwd: dataDir,
    // Nothing of the caller's settings, nor of an .env file.
    env: {
      PATH: process.env.PATH,
      SystemRoot: process.env.SystemRoot,
      PORT: '0',
      DATA_DIR: dataDir,
      RATE_LIMIT: 'off',
      LOG_LEVEL: 'warn',
      ...env,
    },
    ...(runner !== undefined && { execPath: runner }),
    execArgv: runner === undefined ? nodeArgs : [...runnerArgs, process.execPath, ...nodeArgs],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const exited = once(child, 'exit');
  const complaints: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk.toString('utf8')));
  const ready = async (): Promise<string | undefined> => {
    if (!child.stdout) return undefined;
    for await (const line of createInterface({ input: child.stdout })) {
      const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
      if (origin) return origin;
      told(line);
    }
    return undefined;
  };
  const origin = await ready();
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
  const ask = async (what: 'memory' | { readonly collects: boolean }): Promise<unknown> => {
    const answer = once(child, 'message');
    child.send(what);
    const [told] = await Promise.race([answer, exited.then(() => Promise.reject(new Error('服务提前结束了')))]);
    return told;
  };
  const client = keepAlive(origin);
  try {
    await client.get('/readyz');
  } catch (error) {
    await stop();
    throw error;
  } finally {
    client.close();
  }
  return {
    origin,
    pid: child.pid ?? 0,
    readyAfter: performance.now() - begun,
    memory: async () => Number(await ask('memory')),
    vitals: async (options = { collects: false }) => (await ask(options)) as Vitals,
    stop,
  };
}
