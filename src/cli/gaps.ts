import { readConfig } from '../config.ts';
import { loadEnv } from './load-env.ts';
import { storeThere } from './store-there.ts';

/** What people asked and no entry answered, or what needed a choice: newest first. */
loadEnv();
const store = await storeThere(readConfig(process.env));
const gaps = await store.gaps(200);
if (gaps.length === 0) console.log('还没有记录。没有条目能回答、或需要反问的问题会记在这里。');
for (const { at, text, outcome, candidates } of gaps) {
  const near = candidates.length > 0 ? `  最接近：第 ${candidates.join('、')} 条` : '';
  console.log(`${at}  ${outcome === 'clarify' ? '反问' : '没有条目'}  ${text}${near}`);
}
await store.close();
