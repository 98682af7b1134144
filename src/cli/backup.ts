import { parseArgs } from 'node:util';
import { removeOld } from '../adapters/copy/archive.ts';
import { backUp } from '../adapters/copy/back-up.ts';
import { keyFile } from '../adapters/vault/key.ts';
import { readConfig } from '../config.ts';
import { keyThere } from './key-there.ts';
import { loadEnv } from './load-env.ts';
import { progressBar } from './progress-bar.ts';
import { sayFailure } from './say-failure.ts';

/** Copies what the running service holds. Ends with 0, with 1 where something is wrong, with 2 where it was wrongly asked. */

loadEnv();
process.umask(0o077);

const wish = asked();
if (wish === undefined) {
  console.error(`用法：
  npm run backup -- --to /var/backups/beian
      把数据库和图片备份到这个文件夹里的一个新文件夹。服务可以照常运行。密钥不在备份里。
  npm run backup -- --to /var/backups/beian --keep 30
      备份成功以后，删掉里面 30 天以前的备份。`);
  process.exit(2);
}

try {
  const config = readConfig(process.env);
  const told = progressBar(
    { copy: '备份', verify: '核对' },
    (text) => process.stderr.write(text),
    process.stderr.isTTY,
  );
  const { folder, tables, pictures, key } = await backUp({ ...config, key: await keyThere(config), to: wish.to, told });
  const removed = wish.keep === undefined ? [] : await removeOld(wish.to, wish.keep, new Date());
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
  const where = config.vaultKey ? 'VAULT_KEY' : keyFile(config.dataDir);
  console.log(`备份好了：${folder}
  ${tables.talks?.rows ?? 0} 个对话，${tables.tickets?.rows ?? 0} 条留言，共 ${rows} 行；图片 ${pictures} 张
密钥不在备份里。恢复时要用指纹为 ${key} 的密钥（现在在 ${where}），请把它另外存好。`);
  if (removed.length > 0) console.log(`删掉了 ${removed.length} 份旧的备份：${removed.join('、')}`);
} catch (error) {
  sayFailure(error);
}

function asked(): { readonly to: string; readonly keep: number | undefined } | undefined {
  try {
    const { to, keep } = parseArgs({ options: { to: { type: 'string' }, keep: { type: 'string' } } }).values;
    if (!to || (keep !== undefined && !/^[1-9]\d{0,3}$/.test(keep))) return undefined;
    return { to, keep: keep === undefined ? undefined : Number(keep) };
  } catch {
    return undefined;
  }
}
