import { parseArgs } from 'node:util';
import { fingerprint } from '../adapters/vault/fingerprint.ts';
import { rotateKey } from '../adapters/vault/rotate-key.ts';
import { VaultError } from '../adapters/vault/vault-error.ts';
import { readConfig } from '../config.ts';
import { keyThere } from './key-there.ts';
import { loadEnv } from './load-env.ts';
import { sayFailure } from './say-failure.ts';

/** Changes the vault's key from the one of the settings to VAULT_KEY_NEXT. `--leaked`: what rests on digests becomes void. */

loadEnv();
process.umask(0o077);
try {
  const { leaked } = parseArgs({ options: { leaked: { type: 'boolean', default: false } } }).values;
  const { nextVaultKey: next, ...config } = readConfig(process.env);
  if (!next) {
    const todo = '请先停止服务，用 openssl rand -base64 32 生成新的密钥，在 .env 里设成 VAULT_KEY_NEXT';
    throw new VaultError('key', `没有新的密钥：${todo}，原来的先不要动，再运行一次。`);
  }
  const { changed, done, damaged } = await rotateKey({ ...config, key: await keyThere(config), next, leaked });
  console.log(`密钥换好了：重新加密 ${changed} 项，之前已经用新密钥加密的 ${done} 项。新密钥的指纹：${fingerprint(next)}
${damaged.map((where) => `  新旧密钥都打不开（早就损坏了），没有动：${where}\n`).join('')}接下来：
  1. 把 VAULT_KEY 设成 VAULT_KEY_NEXT 的那一把（每个实例都一样），去掉 VAULT_KEY_NEXT
  2. 启动服务，运行 npm run backup 做一份新的备份，另外存一份新的密钥
  3. 以前的备份要用原来的密钥（VAULT_KEY 原来的值，或 DATA_DIR/vault.key）：它们都过期后再销毁
${leaked ? '已发出的留言链接、客服绑定的钉钉帐号、登录身份的关联都已作废。' : ''}`);
} catch (error) {
  sayFailure(error);
}
