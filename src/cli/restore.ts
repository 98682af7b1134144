import { parseArgs } from 'node:util';
import type { Newer } from '../adapters/copy/erased-since.ts';
import { restore } from '../adapters/copy/restore.ts';
import { readConfig } from '../config.ts';
import { keyThere } from './key-there.ts';
import { loadEnv } from './load-env.ts';
import { progressBar } from './progress-bar.ts';
import { sayFailure } from './say-failure.ts';

/** Puts a back-up in the place of what is there. Ends with 0, with 1 where something is wrong, with 2 where it was wrongly asked. */

loadEnv();
process.umask(0o077);

const STEPS = { check: '核对备份', copy: '恢复', verify: '核对' } as const;

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
  const { manifest, erased, aside } = await restore({ ...config, ...wish, key: await keyThere(config), told });
  const { at, tables, pictures } = manifest;
  const where = config.databaseUrl === undefined ? aside : `数据库的 ${aside} 这个 schema`;
  const again =
    erased === undefined
      ? `注意：${at} 以后用户删除过的数据又回来了，没有更新的数据可以告诉我们是哪些。请用记下的删除申请再删一次；还留着更新的备份或旧数据库的，用 --erased-from 再恢复一次。`
      : `备份以后用户删除过的 ${erased} 个对话，已经再删了一次。`;
  console.log(`恢复好了：${at} 的 ${tables.talks?.rows ?? 0} 个对话，图片 ${pictures} 张。${
    aside ? `\n原来的内容移到了 ${where}，确认无误后请删掉。` : ''
  }
${again}
接下来：
  1. 启动服务，看 /readyz；客服都要重新登录
  2. 备份以后改过的密码、停用的客服、发布的内容，都回到了备份时的样子，请再做一次
  3. 备份时还没有送出的消息会在启动后送出，有人可能收到第二次`);
} catch (error) {
  sayFailure(error);
}

function asked():
  | { readonly from: string; readonly force: boolean; readonly erasedFrom: Newer | undefined }
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

function placeOf(text: string): Newer {
  return /^postgres(ql)?:\/\//.test(text) ? { databaseUrl: text } : { dataDir: text };
}
