import { parseArgs } from 'node:util';
import { move } from '../adapters/copy/move.ts';
import { keyFile } from '../adapters/vault/key.ts';
import { readConfig } from '../config.ts';
import { keyThere } from './key-there.ts';
import { loadEnv } from './load-env.ts';
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
      先停止服务。要么全部迁移，要么什么都没有：中断了再运行一次。原来的数据不删。`);
  process.exit(2);
}

try {
  // The database of the settings is not asked: what is moved lies in DATA_DIR.
  const config = readConfig(process.env);
  const { dataDir, vaultKey } = config;
  const key = await keyThere(config);
  const { tables, pictures, damaged } = await move({
    dataDir,
    to,
    key,
    told: progressBar({ copy: '迁移', verify: '核对' }, (text) => process.stderr.write(text), process.stderr.isTTY),
  });
  const rows = Object.entries(tables).flatMap(([name, table]) => (table.rows > 0 ? [`  ${name}：${table.rows}`] : []));
  console.log(`迁移完了，两边的行数和校验和都一致：
${rows.length > 0 ? rows.join('\n') : '  （原来没有内容）'}
  图片：${pictures} 张
${damaged.map((name) => `  这张图片已损坏，没有迁移：${name}\n`).join('')}接下来：
  1. 在 .env 里把 DATABASE_URL 设成新的数据库
  2. ${vaultKey ? 'VAULT_KEY 保持不变，每个实例都用它' : `把 VAULT_KEY 设成 ${keyFile(dataDir)} 里的那一行，每个实例都一样`}
  3. 启动服务，看 /readyz；确认无误之前，先留着原来的 DATA_DIR`);
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
