import { exportContent } from '../adapters/content/export-content.ts';
import { setContent } from '../adapters/content/set-content.ts';
import { readConfig } from '../config.ts';
import { contentDir } from '../house.ts';
import { revisionLines } from './content-lines.ts';
import { loadEnv } from './load-env.ts';
import { storeThere } from './store-there.ts';

/** What editors changed while the service ran: `list` shows it, `export` writes it into the content's files. */

loadEnv();
process.umask(0o022); // The content is not secret, and others check it in.

const [job, ...more] = process.argv.slice(2);
if ((job !== 'list' && job !== 'export') || more.length > 0) {
  console.error(`用法：
  npm run content -- list
      改过什么，最新的在前
  npm run content -- export
      把在控制台加的问题和填的规则写回 ${contentDir}`);
  process.exit(2);
}

const store = await storeThere(readConfig(process.env));
try {
  if (job === 'list') console.log(await revisionLines(store));
  else {
    const changed = await exportContent(contentDir, setContent(await store.revisions.values()));
    const next = `写好了：
${changed.map((file) => `  ${file}`).join('\n')}
接下来：
  npm run format     统一排版
  npm run vectors    给新的问题算好向量
  npm run eval       再看一遍成绩
  然后提交 data/。快捷回复和服务时间只在数据库里，不写回。`;
    console.log(changed.length === 0 ? '没有要写的：文件里都已经有了。' : next);
  }
} finally {
  await store.close();
}
