import { join } from 'node:path';
import { backupsIn, readManifest } from '../../adapters/copy/archive.ts';
import { fingerprint } from '../../adapters/vault/fingerprint.ts';
import { readVaultKey } from '../../adapters/vault/key.ts';
import type { Check } from '../../adapters/vendor/check.ts';
import type { Config } from '../../config.ts';
import { checking } from './checking.ts';

/** Milliseconds after which the newest back-up is too old: they are made daily, and one may have failed. */
const TOO_OLD = 48 * 3_600_000;

/** The newest back-up of a folder: how old it is, and whether today's key opens it. */
export function checkBackups(folder: string, config: Config, now: Date): Promise<Check> {
  return checking('备份', `请运行 npm run backup -- --to ${folder}，并看看定时备份为什么没有做。`, async () => {
    const newest = (await backupsIn(folder)).at(-1);
    if (!newest) throw new Error(`${folder} 里还没有备份。`);
    const { key } = await readManifest(join(folder, newest.name));
    const hours = Math.floor((now.getTime() - newest.at.getTime()) / 3_600_000);
    const said = `最新的是 ${newest.name}，${hours} 小时以前。`;
    if (now.getTime() - newest.at.getTime() > TOO_OLD) throw new Error(said);
    if (key !== fingerprint(await readVaultKey(config))) {
      throw new Error(`${said}它要用指纹为 ${key} 的密钥，不是现在的这一把。`);
    }
    return said;
  });
}
