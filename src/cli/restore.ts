import { parseArgs } from 'node:util';
import type { Place } from '../adapters/backup/erased-since.ts';
import { restore } from '../adapters/backup/restore.ts';
import { readConfig } from '../config.ts';
import { restoredLines } from './backup-lines.ts';
import { keyThere } from './key-there.ts';
import { loadEnv } from './load-env.ts';
import { progressBar } from './progress-bar.ts';
import { sayFailure } from './say-failure.ts';

/** Puts a back-up in the place of what is there. Ends with 0, with 1 where something is wrong, with 2 where it was wrongly asked. */

loadEnv();
process.umask(0o077);

const STEPS = { check: '核对备份', copy: '准备', restore: '恢复' } as const;

const wish = asked();
if (wish === undefined) {
  console.error(`用法：
  npm run restore -- --from /var/backups/beian/beian-20260302T060000Z
      把一份备份恢复到 DATABASE_URL（没有设置时是 DATA_DIR）。先停止服务，先把密钥放好。
      两种数据库的备份都可以恢复到任何一种。
  --force            现有的内容移到一边，换成备份里的
  --erased-from 位置 更新的备份、旧的 DATA_DIR 或 postgres:// 地址：备份以后用户删除过的，照它再删一次`);
  process.exit(2);
}

try {
  const config = readConfig(process.env);
  const told = progressBar(STEPS, (text) => process.stderr.write(text), process.stderr.isTTY);
  const restored = await restore({ ...config, ...wish, key: await keyThere(config), told });
  console.log(restoredLines(restored, config.databaseUrl !== undefined));
} catch (error) {
  sayFailure(error);
}

function asked():
  | { readonly from: string; readonly force: boolean; readonly erasedFrom: Place | undefined }
  | undefined {
  try {
    const {
      from,
      force,
      'erased-from': newer,
    } = parseArgs({
      options: {
        from: { type: 'string' },
        force: { type: 'boolean', default: false },
        'erased-from': { type: 'string' },
      },
    }).values;
    return from ? { from, force, erasedFrom: newer === undefined ? undefined : placeOf(newer) } : undefined;
  } catch {
    return undefined;
  }
}

function placeOf(text: string): Place {
  return /^postgres(ql)?:\/\//.test(text) ? { databaseUrl: text } : { dataDir: text };
}
