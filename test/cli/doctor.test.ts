import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { freshFolder } from '../adapters/store/stores.ts';

/** Runs `npm run doctor` as a process of its own, with these settings alone. */
async function doctor(env: Readonly<Record<string, string>>): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/doctor.ts'], {
    env: { PATH: process.env.PATH, ...env },
    stdio: 'pipe',
  });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  expect(err).toBe('');
  return { code: code as number | null, out };
}

describe('npm run doctor', { timeout: 60_000 }, () => {
  it('finds nothing wrong where nothing is', async () => {
    const dataDir = join(await freshFolder(), 'var');
    const { code, out } = await doctor({ DATA_DIR: dataDir, PUBLIC_URL: 'https://beian.example.com' });
    expect(out.split('\n')).toEqual([
      `✓ 数据文件夹：${dataDir} 可以写。`,
      '✓ 数据库：SQLite 打得开，表是最新的。',
      '✓ 密钥：用的是 DATA_DIR 里的密钥文件，请另外备份它。',
      '✓ 条目：12 条，都读得懂。',
      '✓ 句子编码器：读得出来，384 维。',
      '✓ 对外的地址：https://beian.example.com',
      '没有发现问题。',
      '',
    ]);
    expect(code).toBe(0);
  });

  it('names what cannot be reached, with the setting and what to do', async () => {
    const env = {
      DATA_DIR: join(await freshFolder(), 'var'),
      DATABASE_URL: 'postgres://beian:wrong-password@127.0.0.1:9/beian',
      SMTP_URL: 'smtp://user:wrong-password@127.0.0.1:9',
    };
    const { code, out } = await doctor(env);
    expect(code).toBe(1);
    expect(out).toMatch(/✗ 数据库：.+\n {4}请核对 DATABASE_URL/);
    expect(out).toMatch(/✗ 邮件服务器：.+\n {4}请核对 SMTP_URL/);
    expect(out).toContain('有 2 项要处理。');
    expect(out).not.toContain('wrong-password');
  });

  it('says which settings are wrong before it looks at anything', async () => {
    const { code, out } = await doctor({ PORT: 'many', WECHAT_APP_ID: 'wx1' });
    expect([code, out.split('\n').slice(0, 2)]).toEqual([
      1,
      ['有 3 项设置不对，服务没有启动：', '  PORT 现在是“many”，应该是：0 到 65535 的整数，例如 3000。'],
    ]);
    expect(out).toContain('WECHAT_TOKEN 没有设置，而 WECHAT_APP_ID 设置了。');
  });
});
