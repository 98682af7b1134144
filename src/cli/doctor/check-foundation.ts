import { existsSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { isThere, openStore } from '../../adapters/store/open-store.ts';
import type { Check } from '../../adapters/vendor/check.ts';
import type { Config } from '../../config.ts';
import { contentDir, modelDir } from '../../house.ts';
import { LocalEmbeddings } from '../../knowledge/embeddings.ts';
import { loadContent } from '../../knowledge/load.ts';
import { checking } from './checking.ts';

/** It makes nothing: where the service runs elsewhere, an empty database here would be found in order. */
const NOT_YET =
  '还没有：第一次启动时建立。服务已经在运行的，请核对 DATA_DIR；用 systemd 安装的，请用 sudo beian doctor。';

/** What the check of the database is called. */
export const DATABASE = '数据库';

/** What the service stands on: its folder, database, entries and encoder. */
export async function checkFoundation(config: Config): Promise<readonly Check[]> {
  return [
    await checking('数据文件夹', '请核对 DATA_DIR，让运行服务的用户能写这个文件夹。', async () => {
      await access(existing(config.dataDir), constants.W_OK);
      return existsSync(config.dataDir) ? `${config.dataDir} 可以写。` : `${config.dataDir} 还没有。`;
    }),
    await checking(DATABASE, '请核对 DATABASE_URL；不设时用 DATA_DIR 里的 SQLite。', async () => {
      if (!isThere(config)) return NOT_YET;
      const store = await openStore(config);
      await store.ping();
      await store.close();
      return config.databaseUrl ? 'PostgreSQL 连得上，表是最新的。' : 'SQLite 打得开，表是最新的。';
    }),
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

/** The folder, or the nearest one above it that is there. */
export function existing(folder: string): string {
  const at = resolve(folder);
  return existsSync(at) ? at : existing(dirname(at));
}
