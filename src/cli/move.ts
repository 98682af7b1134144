import { parseArgs } from 'node:util';
import { move } from '../adapters/move/move.ts';
import { keyFile, readVaultKey } from '../adapters/vault/key.ts';
import { readConfig } from '../config.ts';
import { loadEnv } from './load-env.ts';
import { movedLines } from './move-lines.ts';
import { progressBar } from './progress-bar.ts';
import { sayFailure } from './say-failure.ts';

/** From SQLite and the folder of pictures to PostgreSQL. Ends with 0, with 1 where something is wrong, with 2 where it was wrongly asked. */

loadEnv();
process.umask(0o077);

const to = target();
if (to === undefined) {
  console.error(`用法：
  npm run move -- --to postgres://user:password@127.0.0.1:5432/beian
      把 DATA_DIR 里的数据库和图片迁移到一个空的 PostgreSQL 数据库。
      先停止服务。中断了再运行一次同样的命令，会接着做。原来的数据不删。`);
  process.exit(2);
}

try {
  // The database of the settings is not asked: what is moved lies in DATA_DIR.
  const config = readConfig(process.env);
  const { dataDir, vaultKey } = config;
  const key = await readVaultKey(config);
  const moved = await move({
    dataDir,
    to,
    key,
    told: progressBar({ copy: '迁移', verify: '核对' }, (text) => process.stderr.write(text), process.stderr.isTTY),
  });
  console.log(movedLines(moved, vaultKey === undefined ? keyFile(dataDir) : undefined));
} catch (error) {
  sayFailure(error);
}

function target(): string | undefined {
  try {
    const { to } = parseArgs({ options: { to: { type: 'string' } } }).values;
    const isDatabase = to !== undefined && URL.canParse(to) && /^postgres(ql)?:$/.test(new URL(to).protocol);
    return isDatabase ? to : undefined;
  } catch {
    return undefined;
  }
}
