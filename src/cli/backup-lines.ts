import type { BackedUp } from '../adapters/backup/back-up.ts';
import type { Restored } from '../adapters/backup/restore.ts';
import { type KeyPlace, keyFile } from '../adapters/vault/key.ts';

/** What was backed up, and where the key is that belongs to it. */
export function backedUpLines(
  { folder, tables, pictures, key }: BackedUp,
  removed: readonly string[],
  { vaultKey, dataDir }: KeyPlace,
): string {
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
  return [
    `备份好了：${folder}`,
    `  ${tables.talks?.rows ?? 0} 个对话，${tables.tickets?.rows ?? 0} 条留言，共 ${rows} 行；图片 ${pictures} 张`,
    `密钥不在备份里。恢复时要用指纹为 ${key} 的密钥（现在在 ${vaultKey ? 'VAULT_KEY' : keyFile(dataDir)}），请把它另外存好。`,
    ...(removed.length > 0 ? [`删掉了 ${removed.length} 份旧的备份：${removed.join('、')}`] : []),
  ].join('\n');
}

/** What was restored, and what comes next. */
export function restoredLines({ manifest, erased, aside }: Restored, isPostgres: boolean): string {
  const { at, tables, pictures } = manifest;
  const where = isPostgres ? `数据库的 ${aside} 这个 schema` : aside;
  return [
    `恢复好了：${at} 的 ${tables.talks?.rows ?? 0} 个对话，图片 ${pictures} 张。`,
    ...(aside ? [`原来的内容移到了 ${where}，确认无误后请删掉。`] : []),
    erased === undefined
      ? `注意：${at} 以后用户删除过的数据又回来了，没有更新的数据可以告诉我们是哪些。请用记下的删除申请再删一次；还留着更新的备份或旧数据库的，用 --erased-from 再恢复一次。`
      : `备份以后用户删除过的 ${erased} 个对话，已经再删了一次。`,
    '接下来：',
    '  1. 启动服务，看 /readyz；客服都要重新登录',
    '  2. 备份以后改过的密码、停用的客服、发布的内容，都回到了备份时的样子，请再做一次',
    '  3. 备份时还没有送出的消息会在启动后送出，有人可能收到第二次',
  ].join('\n');
}
