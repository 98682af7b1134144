import { parseArgs } from 'node:util';
import { readVaultKey } from '../adapters/vault/key.ts';
import { openSeal } from '../adapters/vault/open-seal.ts';
import { readConfig } from '../config.ts';
import { loadEnv } from './load-env.ts';
import { storeThere } from './store-there.ts';

/** The 留言 that wait for somebody, oldest first; `--done L-…` marks one as dealt with, `--all` shows those too. */
const { values } = parseArgs({ options: { done: { type: 'string' }, all: { type: 'boolean', default: false } } });
loadEnv();
const config = readConfig(process.env);
const store = await storeThere(config);
const seal = await openSeal(store.db, await readVaultKey(config));

if (values.done) {
  const finished = await store.finishTicket(values.done, new Date().toISOString());
  console.log(finished ? `${values.done} 已标为处理完。` : `没有编号为 ${values.done} 的未处理留言。`);
  process.exitCode = finished ? 0 : 1;
} else {
  const open = await store.tickets({ done: false });
  const done = values.all ? await store.tickets({ done: true }) : [];
  if (open.length + done.length === 0) console.log('没有未处理的留言。');
  for (const { id, at, text, contact, facts, doneAt } of [...open, ...done]) {
    console.log(`${id}  ${at}${doneAt ? `  已处理 ${doneAt}` : ''}`);
    console.log(`  联系方式：${seal.open(contact)}`);
    console.log(`  留言：${text.replaceAll('\n', '\n        ')}`);
    if (Object.keys(facts).length > 0) console.log(`  已知情况：${JSON.stringify(facts)}`);
  }
}
await store.close();
