import { parseArgs } from 'node:util';
import { backUp } from '../adapters/backup/back-up.ts';
import { removeOld } from '../adapters/backup/old-backups.ts';
import { readConfig } from '../config.ts';
import { backedUpLines } from './backup-lines.ts';
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
  const told = progressBar({ copy: '备份' }, (text) => process.stderr.write(text), process.stderr.isTTY);
  const done = await backUp({ ...config, key: await keyThere(config), to: wish.to, told });
  const removed = wish.keep === undefined ? [] : await removeOld(wish.to, wish.keep, new Date());
  console.log(backedUpLines(done, removed, config));
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
