import type { Moved } from '../adapters/move/move.ts';

/** What was moved, and what comes next. */
export function movedLines({ tables, damaged, continued }: Moved, keyFile: string | undefined): string {
  const rows = tables.filter(({ rows }) => rows > 0).map(({ name, rows }) => `  ${name}：${rows}`);
  return [
    `${continued ? '接着上次的迁移做完了' : '迁移完了'}，两边的行数和校验和都一致：`,
    ...(rows.length > 0 ? rows : ['  （原来没有内容）']),
    ...(damaged.length > 0
      ? [`有 ${damaged.length} 张图片已损坏，没有迁移：`, ...damaged.map((name) => `  ${name}`)]
      : []),
    '接下来：',
    '  1. 在 .env 里把 DATABASE_URL 设成新的数据库',
    keyFile === undefined
      ? '  2. VAULT_KEY 保持不变，每个实例都用它'
      : `  2. 把 VAULT_KEY 设成 ${keyFile} 里的那一行，每个实例都一样`,
    '  3. 启动服务，看 /readyz；确认无误之前，先留着原来的 DATA_DIR',
  ].join('\n');
}
