import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/adapters/store/open-store.ts';
import { fingerprint } from '../../src/adapters/vault/fingerprint.ts';
import { readVaultKey } from '../../src/adapters/vault/key.ts';
import { openSeal } from '../../src/adapters/vault/open-seal.ts';
import { freshFolder } from '../adapters/store/stores.ts';

/** Runs `npm run doctor` as a process of its own, with these settings alone. */
async function doctor(
  env: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/doctor.ts', ...args], {
    env: { PATH: process.env.PATH, PORT: '0', ...env },
    stdio: 'pipe',
  });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  expect(err).toBe('');
  return { code: code as number | null, out };
}

describe('npm run doctor', { timeout: 120_000 }, () => {
  it('finds nothing wrong before the first start, and makes nothing that would look like it', async () => {
    const folder = await freshFolder();
    const { code, out } = await doctor({ DATA_DIR: join(folder, 'var') });
    expect(out).toContain(`✓ 数据文件夹：${join(folder, 'var')} 还没有。`);
    expect(out).toContain('✓ 数据库：还没有：第一次启动时建立。服务已经在运行的，请核对 DATA_DIR；');
    expect(out).toContain('✓ 密钥：还没有：第一次启动时生成。');
    expect(code).toBe(0);
    expect(await readdir(folder)).toEqual([]);
  });

  it('finds nothing wrong where nothing is', async () => {
    const dataDir = join(await freshFolder(), 'var');
    await (await openStore({ dataDir })).close();
    await readVaultKey({ dataDir });
    const env = { DATA_DIR: dataDir, PUBLIC_URL: 'https://beian.example.com', TRUST_PROXY: '1' };
    const { code, out } = await doctor(env);
    const print = fingerprint(await readVaultKey({ dataDir }));
    expect(out.replace(/还有 [\d.]+ GB/, '还有 9 GB').split('\n')).toEqual([
      `✓ 数据文件夹：${dataDir} 可以写。`,
      '✓ 数据库：SQLite 打得开，表是最新的。',
      '✓ 条目：12 条，都读得懂。',
      '✓ 句子编码器：读得出来，384 维。',
      `✓ 密钥：用的是 DATA_DIR 里的密钥文件，指纹 ${print}，请另外备份它。`,
      '✓ 加密的内容：还没有。',
      '✓ 磁盘：DATA_DIR 所在的磁盘还有 9 GB。',
      '✓ 端口：127.0.0.1:0 空着。',
      '✓ 代理：TRUST_PROXY 设好了。',
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

  it('finds a key that others can read or that is another one, a taken port, and back-ups that are not made', async () => {
    const dataDir = join(await freshFolder(), 'var');
    const backups = await freshFolder();
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    onTestFinished(() => void taken.close());
    const { port } = taken.address() as AddressInfo;
    const store = await openStore({ dataDir });
    await openSeal(store.db, Buffer.alloc(32, 1));
    await store.close();
    await writeFile(join(dataDir, 'vault.key'), Buffer.alloc(32, 2).toString('base64'), { mode: 0o644 });
    const env = { DATA_DIR: dataDir, PORT: String(port), PUBLIC_URL: 'https://beian.example.com' };
    const { code, out } = await doctor(env, '--backups', backups);
    expect(code).toBe(1);
    expect(out).toMatch(/✗ 密钥：.+vault\.key 别的用户也能读。\n {4}.+chmod 600/);
    expect(out).toMatch(/✗ 加密的内容：.+另一把密钥.+\n {4}请把原来的密钥放回来/);
    expect(out).toMatch(/✗ 端口：127\.0\.0\.1:\d+ 被别的程序占用。\n {4}.+PORT/);
    expect(out).toMatch(/✗ 代理：.+没有设 TRUST_PROXY.+\n {4}.+TRUST_PROXY=1/);
    expect(out).toMatch(/✗ 备份：.+里还没有备份。\n {4}请运行 npm run backup/);
    expect(out).toContain('有 5 项要处理。');
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
