import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { layFoundation } from '../foundation.ts';
import { eraseWanted, wantedOf } from './erase-wanted.ts';
import { loadEnv } from './load-env.ts';
import { sayFailure } from './say-failure.ts';
import { storeThere } from './store-there.ts';

/**
 * Erases conversations for somebody who asks for it by another way: `npm run erase -- ID…`, where an id is the one in the
 * console's address, or the number of a 留言. Ends with 0, with 1 where nothing was erased, with 2 where it was wrongly asked.
 */

loadEnv();
process.umask(0o077);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { yes: { type: 'boolean', default: false } },
});
if (positionals.length === 0) {
  console.error('要写明删除哪个对话：npm run erase -- 对话编号或留言编号（可以写几个；加 --yes 不再确认）。');
  process.exitCode = 2;
} else {
  try {
    await run();
  } catch (error) {
    sayFailure(error);
  }
}

async function run(): Promise<void> {
  const config = readConfig(process.env);
  const foundation = await layFoundation(config, () => storeThere(config));
  try {
    const wanted = await wantedOf(foundation.store, positionals);
    for (const { line } of wanted) console.log(line);
    const found = wanted.flatMap(({ record }) => record ?? []);
    if (found.length === 0 || found.length < wanted.length || !(await isConfirmed())) {
      console.log('什么都没有删除。');
      process.exitCode = 1;
      return;
    }
    for (const record of found) console.log(await eraseWanted(foundation, record, new Date().toISOString()));
  } finally {
    await foundation.close();
  }
}

async function isConfirmed(): Promise<boolean> {
  if (values.yes) return true;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question('删除以后不能恢复。输入“删除”确认：')).trim() === '删除';
  } finally {
    terminal.close();
  }
}
