import { access, constants, mkdir } from 'node:fs/promises';
import { askRedis } from '../../adapters/bus/ask-redis.ts';
import { openStore } from '../../adapters/store/open-store.ts';
import type { Check } from '../../adapters/vendor/check.ts';
import type { Config } from '../../config.ts';
import { contentDir, modelDir } from '../../house.ts';
import { LocalEmbeddings } from '../../knowledge/embeddings.ts';
import { loadContent } from '../../knowledge/load.ts';
import { checking } from './checking.ts';

/** What the check of the database is called. */
export const DATABASE = '数据库';

/** What the service stands on: its folder, database, Redis where it is set, entries and encoder. */
export async function checkFoundation(config: Config): Promise<readonly Check[]> {
  const { redisUrl } = config;
  return [
    await checking('数据文件夹', '请核对 DATA_DIR，让运行服务的用户能写这个文件夹。', async () => {
      await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
      await access(config.dataDir, constants.W_OK);
      return `${config.dataDir} 可以写。`;
    }),
    await checking(DATABASE, '请核对 DATABASE_URL；不设时用 DATA_DIR 里的 SQLite。', async () => {
      const store = await openStore(config);
      await store.ping();
      await store.close();
      return config.databaseUrl ? 'PostgreSQL 连得上，表是最新的。' : 'SQLite 打得开，表是最新的。';
    }),
    ...(redisUrl === undefined ? [] : [await checkRedis(redisUrl)]),
    await checking('条目', '请按提示改好 data/faq 里的文件。', async () => {
      const { entries } = await loadContent(contentDir);
      return `${entries.length} 条，都读得懂。`;
    }),
    await checking('句子编码器', '没有它也能用，只是准确率低一些。请核对 models 文件夹是否完整。', async () => {
      const encoder = await LocalEmbeddings.load(modelDir, { threads: 2 });
      const vector = await encoder.embedQuery('扫码进不去');
      return `读得出来，${vector.length} 维。`;
    }),
  ];
}

/** Without it everything goes on, only that instances hear of each other later. */
function checkRedis(url: string): Promise<Check> {
  const todo = '请核对 REDIS_URL，以及 Redis 是否在运行。没有它，别的实例上的变化最多晚 20 秒才看到。';
  return checking('Redis', todo, async () => `连得上，版本 ${await askRedis(url)}。`);
}
