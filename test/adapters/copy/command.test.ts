import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filled } from './filled.ts';
import { emptyDatabase } from './target.ts';

it('as a command, killed in the middle, is run again and says what comes next', { timeout: 120_000 }, async () => {
  const from = await filled({ talks: 1_000, pictures: 2 });
  const to = await emptyDatabase();
  const run = (...args: readonly string[]): ChildProcess =>
    spawn(process.execPath, ['--import', 'tsx', 'src/cli/move.ts', ...args], {
      env: { PATH: process.env.PATH, DATA_DIR: from.dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const said = async (child: ChildProcess): Promise<string> => {
    let all = '';
    child.stdout?.on('data', (chunk) => {
      all += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      all += chunk;
    });
    await once(child, 'close');
    return all;
  };
  const killed = run('--to', to);
  killed.stderr?.on('data', (chunk) => {
    if (String(chunk).includes('迁移') && !String(chunk).includes(' 0%')) killed.kill('SIGKILL');
  });
  await said(killed);
  expect(killed.signalCode).toBe('SIGKILL');

  const again = run('--to', to);
  const text = await said(again);
  expect(again.exitCode).toBe(0);
  expect(text).toMatch(/核对 █{30} 100% {2}(\d+) \/ \1\n/);
  expect(text).toContain('  talks：1000\n');
  expect(text).toContain(`把 VAULT_KEY 设成 ${join(from.dataDir, 'vault.key')} 里的那一行`);

  const refused = run('--to', to);
  expect(await said(refused)).toContain('目标数据库里已经有内容');
  expect(refused.exitCode).toBe(1);
  const wrong = run('--to', 'mysql://a/b');
  expect(await said(wrong)).toContain('npm run move -- --to postgres://');
  expect(wrong.exitCode).toBe(2);
});
