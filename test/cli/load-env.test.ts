import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { readVaultKey } from '../../src/adapters/vault/key.ts';
import { vaultSeal } from '../../src/adapters/vault/seal.ts';
import { outcome } from '../../src/bot/message.ts';
import { newCase } from '../../src/handoff/case.ts';
import { freshFolder, opened, places } from '../adapters/store/stores.ts';

const AT = '2026-03-02T06:00:00.000Z';

describe('a command in a folder whose .env names the database', { timeout: 60_000 }, () => {
  it('shows its 留言', async () => {
    const { dataDir } = await places.SQLite();
    const store = await opened({ dataDir });
    const seal = vaultSeal(await readVaultKey({ dataDir }));
    await store.open({ id: 't', talk: TALK, at: AT, tokenHash: null, welcome: [] });
    await store.addTicket('t', { id: 'L-0302-1', at: AT, text: '想问执照', contact: seal.seal('a@example.org') });
    const shown = await run('tickets', dataDir);
    expect(shown).toEqual({ code: 0, out: expect.stringContaining('联系方式：a@example.org\n  留言：想问执照') });
  });

  it('shows its gaps', async () => {
    const { dataDir } = await places.SQLite();
    const store = await opened({ dataDir });
    await store.open({ id: 't', talk: TALK, at: AT, tokenHash: null, welcome: [] });
    await store.commit({
      id: 't',
      seq: 0,
      was: newCase(AT),
      case: newCase(AT),
      at: AT,
      said: '短信验证码收不到',
      replies: [],
      by: 'bot',
      outcome: outcome('not-covered'),
      facts: {},
      memory: {},
      gaps: [{ at: AT, text: '短信验证码收不到', outcome: 'not-covered', candidates: [3], confidence: 0.2 }],
    });
    const shown = await run('gaps', dataDir);
    expect(shown).toEqual({ code: 0, out: `${AT}  没有条目  短信验证码收不到  最接近：第 3 条\n` });
  });
});

const TALK = { channel: 'web', room: 'web', user: 't' } as const;

/** Runs a command as a process of its own, which is told of the database by `.env` alone. */
async function run(command: string, dataDir: string) {
  const cwd = await freshFolder();
  await writeFile(join(cwd, '.env'), `DATA_DIR=${dataDir}\n`);
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), resolve('src/cli', `${command}.ts`)], {
    cwd,
    env: { PATH: process.env.PATH },
    stdio: 'pipe',
  });
  const [out, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return { code: code as number | null, out };
}
