import { Redis } from 'ioredis';

/** How long Redis may take to answer, in milliseconds. */
const PATIENCE = 3_000;

/** Asks Redis once whether it is there, and gives its version. Throws why not. */
export async function askRedis(url: string): Promise<string> {
  const redis = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    connectTimeout: PATIENCE,
    commandTimeout: PATIENCE,
  });
  let why: unknown;
  redis.on('error', (error) => {
    why ??= error;
  });
  try {
    await redis.connect();
    return /redis_version:(\S+)/.exec(await redis.info('server'))?.[1] ?? '';
  } catch (error) {
    throw why ?? error;
  } finally {
    redis.disconnect();
  }
}
