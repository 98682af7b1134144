import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { isPassword } from '../../src/adapters/console/passwords.ts';
import type { StorePlace } from '../../src/adapters/store/open-store.ts';
import { opened, places } from '../adapters/store/stores.ts';

/** Runs `npm run agent -- …` as a process of its own. Where nothing is piped, standard input stays open and silent. */
async function agent({ dataDir, databaseUrl }: StorePlace, args: readonly string[], piped?: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/agent.ts', ...args], {
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, ...(databaseUrl && { DATABASE_URL: databaseUrl }) },
    stdio: 'pipe',
  });
  if (piped !== undefined) child.stdin.end(piped);
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code: code as number | null, out, err };
}

const PASSWORD = '竹外桃花三两枝 春江水暖';

describe('npm run agent', { timeout: 60_000 }, () => {
  it.each(Object.entries(places))('adds somebody while the service runs on %s', async (_name, place) => {
    const where = await place();
    const { agents } = await opened(where);
    expect(await agent(where, ['add', '王芳', '--role', 'supervisor'], `${PASSWORD}\r\n第二行\n`)).toEqual({
      code: 0,
      out: '已添加 客服 01（主管，王芳）。\n',
      err: '',
    });
    const added = await agents.byName('王芳');
    expect([added?.role, await isPassword(added?.passwordHash, PASSWORD)]).toEqual(['supervisor', true]);
    await agents.add(
      { id: 'b', name: '李强', role: 'agent', mustChange: false, passwordHash: '' },
      { at: '', by: 'cli' },
    );
    expect(await agent(where, ['disable', '李强'])).toEqual({
      code: 0,
      out: expect.stringMatching(/已转交。\n$/),
      err: '',
    });
    expect((await agents.byId('b'))?.disabledAt).not.toBeNull();
  });

  it('before the first start makes what it needs, for this user alone', async () => {
    const dataDir = join((await places.SQLite()).dataDir, 'var');
    expect(await agent({ dataDir }, ['add', '王芳', '--role', 'supervisor'], '')).toEqual({
      code: 0,
      out: expect.stringMatching(/^已添加 .*\n密码：\S{19}（只显示这一次，请记下来）\n$/),
      err: '',
    });
    for (const file of ['beian.sqlite', 'vault.key']) {
      expect([file, (await stat(join(dataDir, file))).mode & 0o077]).toEqual([file, 0]);
    }
  });

  it('ends with 1 where it is refused, and with 2 where it is wrongly asked', async () => {
    const where = await places.SQLite();
    const refused = await agent(where, ['add', '王芳', '--role', 'supervisor'], 'admin123456\n');
    expect(refused).toEqual({ code: 1, out: '', err: expect.stringMatching(/请换一个。\n$/) });
    expect(await agent(where, ['add'])).toEqual({ code: 2, out: '', err: expect.stringMatching(/^用法：\n/) });
    const settings = await agent({ dataDir: '.', databaseUrl: 'mysql://me:secret@db' }, ['list']);
    expect(settings).toEqual({ code: 1, out: '', err: expect.stringContaining('DATABASE_URL') });
    expect(settings.err).not.toContain('secret');
  });
});
