import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openStore } from '../../adapters/store/open-store.ts';
import { fingerprint } from '../../adapters/vault/fingerprint.ts';
import { folderVault } from '../../adapters/vault/folder-vault.ts';
import { findVaultKey, keyFile, readVaultKey } from '../../adapters/vault/key.ts';
import { openSeal } from '../../adapters/vault/open-seal.ts';
import { tableVault } from '../../adapters/vault/table-vault.ts';
import { tryOpening } from '../../adapters/vault/try-opening.ts';
import type { Check } from '../../adapters/vendor/check.ts';
import type { Config } from '../../config.ts';
import { checking } from './checking.ts';

/** The key: that nobody else can read it, and that it opens what is there, where the database can be reached. */
export async function checkKey(config: Config, reachable: boolean): Promise<readonly Check[]> {
  return [
    await checking(
      '密钥',
      '请核对 VAULT_KEY，或者让服务能读、只让它能读 DATA_DIR 里的密钥文件（chmod 600）。',
      async () => {
        const key = await findVaultKey(config);
        if (!key) return '还没有：第一次启动时生成。';
        const print = fingerprint(key);
        if (config.vaultKey) return `用的是 VAULT_KEY，指纹 ${print}。`;
        const file = keyFile(config.dataDir);
        const { mode } = await stat(file);
        if ((mode & 0o077) !== 0) throw new Error(`${file} 别的用户也能读。`);
        return `用的是 DATA_DIR 里的密钥文件，指纹 ${print}，请另外备份它。`;
      },
    ),
    ...(reachable ? [await checking('加密的内容', REKEY, () => opened(config))] : []),
  ];
}

const REKEY = '请把原来的密钥放回来；正在换密钥的，请先把 npm run rotate-key 做完。';

async function opened(config: Config): Promise<string> {
  const store = await openStore(config);
  try {
    const { db, folder } = store;
    const seal = await openSeal(db, await readVaultKey(config));
    const pictures = folder === undefined ? undefined : join(folder, 'vault');
    const vault = pictures === undefined ? tableVault(db, seal) : folderVault({ dir: pictures, seal });
    const tried = await tryOpening({ db, pictures }, { seal, vault });
    if (tried.tickets + tried.pictures === 0) return '还没有。';
    return `试开了 ${tried.tickets} 条留言的联系方式和 ${tried.pictures} 张图片，都打得开。`;
  } finally {
    await store.close();
  }
}
