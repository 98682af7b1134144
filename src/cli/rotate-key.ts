import { parseArgs } from 'node:util';
import { rotateKey } from '../adapters/vault/rotate/rotate-key.ts';
import { readConfig } from '../config.ts';
import { loadEnv } from './load-env.ts';
import { progressBar } from './progress-bar.ts';
import { rotatedLines } from './rotated-lines.ts';
import { sayFailure } from './say-failure.ts';

/** Changes the vault's key. Ends with 0, with 1 where something is wrong, with 2 where it was wrongly asked. */

loadEnv();
process.umask(0o077);

const leaked = asked();
if (leaked === undefined) {
  console.error(`用法：
  npm run rotate-key
      用新的密钥重新加密图片、联系方式、动态码和渠道的记录。先停止服务。
      密钥在 VAULT_KEY 里的，先把新的设成 VAULT_KEY_NEXT；在 DATA_DIR/vault.key 里的，会生成一把新的。
      中断了再运行一次同样的命令，会接着做。
  npm run rotate-key -- --leaked
      原来的密钥泄露了：已发出的留言链接、客服绑定的钉钉帐号和登录身份的关联也一起作废。`);
  process.exit(2);
}

try {
  const config = readConfig(process.env);
  const rotated = await rotateKey({
    ...config,
    nextKey: config.nextVaultKey,
    newDigests: leaked,
    told: progressBar({ seal: '加密', verify: '核对' }, (text) => process.stderr.write(text), process.stderr.isTTY),
  });
  console.log(rotatedLines(rotated, { isSetting: config.vaultKey !== undefined, leaked }));
} catch (error) {
  sayFailure(error);
}

function asked(): boolean | undefined {
  try {
    return parseArgs({ options: { leaked: { type: 'boolean', default: false } } }).values.leaked;
  } catch {
    return undefined;
  }
}
