import { statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { clockSkew } from '../../adapters/store/clock-skew.ts';
import { openStore } from '../../adapters/store/open-store.ts';
import type { Check } from '../../adapters/vendor/check.ts';
import type { Config } from '../../config.ts';
import { existing } from './check-foundation.ts';
import { checking } from './checking.ts';

/** Bytes below which a disk is soon full: a day of pictures of a busy desk, and a back-up being made. */
const LEAST = 1024 ** 3;
/** Milliseconds by which clocks may differ: leases between instances last five seconds. */
const MOST_SKEW = 2_000;

/** The machine: room on its disk, its clock, the port, and who stands before it. */
export async function checkMachine(config: Config, reachable: boolean): Promise<readonly Check[]> {
  return [
    await checking('磁盘', '请给 DATA_DIR 所在的磁盘腾出空间，或者换一个更大的。', async () => {
      const { bavail, bsize } = await statfs(existing(config.dataDir));
      const free = bavail * bsize;
      const said = `DATA_DIR 所在的磁盘还有 ${(free / 1024 ** 3).toFixed(1)} GB。`;
      if (free < LEAST) throw new Error(said);
      return said;
    }),
    ...(reachable && config.databaseUrl !== undefined ? [await checkClock(config)] : []),
    await checking('端口', '请停掉占用它的程序，或者换一个 PORT。', () => checkPort(config)),
    proxy(config),
  ];
}

function checkClock(config: Config): Promise<Check> {
  return checking('时钟', '请在这台机器和数据库的机器上都用 NTP 对时。', async () => {
    const store = await openStore(config);
    try {
      const skew = Math.round((await clockSkew(store.db)) ?? 0);
      const said = `和数据库相差 ${(Math.abs(skew) / 1000).toFixed(1)} 秒。`;
      if (Math.abs(skew) > MOST_SKEW) throw new Error(said);
      return said;
    } finally {
      await store.close();
    }
  });
}

/** Free, or taken by the service itself. */
async function checkPort({ host, port }: Pick<Config, 'host' | 'port'>): Promise<string> {
  const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen({ host, port }, () => server.close(() => resolve(undefined)));
  });
  if (error === undefined) return `${host}:${port} 空着。`;
  if (error.code !== 'EADDRINUSE') throw new Error(`${host}:${port} 监听不了（${error.code ?? error.message}）。`);
  const near = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host;
  const isOurs = await fetch(`http://${near}:${port}/readyz`, { signal: AbortSignal.timeout(3_000) })
    .then(async (answer) => 'ready' in ((await answer.json()) as object))
    .catch(() => false);
  if (!isOurs) throw new Error(`${host}:${port} 被别的程序占用。`);
  return `${host}:${port} 上服务正在运行。`;
}

/** Whether the address of people is believed as it should be. */
function proxy({ publicUrl, trustProxy }: Pick<Config, 'publicUrl' | 'trustProxy'>): Check {
  const name = '代理';
  if (trustProxy === true) {
    const todo = '请把 TRUST_PROXY 设成代理的层数（只有一个代理就是 1）或代理的地址。';
    return { name, ok: false, what: 'TRUST_PROXY 是 true，谁都可以冒充别人的地址，躲过限流。', todo };
  }
  if (trustProxy !== false) return { name, ok: true, what: 'TRUST_PROXY 设好了。' };
  if (!publicUrl?.startsWith('https:')) return { name, ok: true, what: '前面没有代理。' };
  const todo = '前面只有一个代理时设 TRUST_PROXY=1。';
  return {
    name,
    ok: false,
    what: 'PUBLIC_URL 是 https，前面应该有代理，但没有设 TRUST_PROXY：限流会把所有人当成一个人。',
    todo,
  };
}
