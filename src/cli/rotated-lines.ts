import type { Rotated } from '../adapters/vault/rotate/rotate-key.ts';

const HOW = {
  begun: '密钥换好了，新的密钥打得开全部内容：',
  continued: '接着上次的换完了，新的密钥打得开全部内容：',
  already: '密钥上次就换好了，又核对了一遍：',
} as const;

/** What was sealed anew, and what comes next. */
export function rotatedLines(
  { how, changed, done, damaged, fingerprint, oldFile }: Rotated,
  { isSetting, leaked }: { readonly isSetting: boolean; readonly leaked: boolean },
): string {
  return [
    HOW[how],
    `  重新加密 ${changed} 项，之前已经用新密钥加密的 ${done} 项`,
    `  新密钥的指纹：${fingerprint}`,
    ...(damaged.length > 0
      ? [`有 ${damaged.length} 项新旧密钥都打不开（早就损坏了），没有动：`, ...damaged.map((where) => `  ${where}`)]
      : []),
    '接下来：',
    isSetting
      ? '  1. 把 VAULT_KEY 设成 VAULT_KEY_NEXT 的那一把（每个实例都一样），去掉 VAULT_KEY_NEXT'
      : '  1. 新的密钥已经放进 DATA_DIR/vault.key；设过 VAULT_KEY_NEXT 的请去掉',
    '  2. 启动服务，运行 npm run backup 做一份新的备份，另外存一份新的密钥',
    oldFile === undefined
      ? '  3. 以前的备份要用原来的密钥才打得开：留到它们都过期为止，然后销毁'
      : `  3. 原来的密钥放在 ${oldFile}：以前的备份要用它，它们都过期后请删掉`,
    ...(leaked ? ['已发出的留言链接、客服绑定的钉钉帐号、登录身份的关联都已作废。'] : []),
  ].join('\n');
}
