import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { StorePlace } from '../../src/adapters/store/open-store.ts';
import { AT, newTalk, ticketAt, turnOf } from '../adapters/store/samples.ts';
import { opened, places } from '../adapters/store/stores.ts';

/** Runs `npm run erase -- …` as a process of its own. */
async function erase({ dataDir, databaseUrl }: StorePlace, args: readonly string[], piped = '') {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/erase.ts', ...args], {
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, ...(databaseUrl && { DATABASE_URL: databaseUrl }) },
    stdio: 'pipe',
  });
  child.stdin.end(piped);
  const [out, , [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code: code as number | null, out };
}

describe('npm run erase', { timeout: 60_000 }, () => {
  it.each(Object.entries(places))('erases by id or 留言 what somebody asked for, over %s', async (_name, place) => {
    const where = await place();
    const store = await opened(where);
    for (const id of ['a', 'b', 'c']) {
      await store.open(newTalk(id));
      await store.commit(turnOf(id, 1));
    }
    await store.addTicket('b', ticketAt(AT, 'L-20260301-ABCD'));

    // Where one of them is not there, somebody mistyped: nothing goes.
    expect(await erase(where, ['a', 'L-20260301-WXYZ', '--yes'])).toEqual({
      code: 1,
      out: expect.stringMatching(/^a：网页.*\nL-20260301-WXYZ：没有这个对话或留言。\n什么都没有删除。\n$/),
    });
    expect(await erase(where, ['a'], '不\n')).toMatchObject({ code: 1 });
    expect(await store.byId('a')).toBeDefined();

    const done = await erase(where, ['a', 'L-20260301-ABCD', 'b'], '删除\n');
    expect(done.code).toBe(0);
    expect(done.out).toContain('已删除 a：4 句话、0 张图片、0 条留言。');
    expect(done.out.match(/已删除 b/g)).toHaveLength(1);
    const left = await Promise.all(['a', 'b', 'c'].map((id) => store.byId(id)));
    expect(left.map((record) => record?.id)).toEqual([undefined, undefined, 'c']);
    const log = await store.audit.entries({ what: ['erase'], limit: 10 });
    expect(log.map(({ talk, who }) => [talk, who])).toEqual([
      ['b', 'system'],
      ['a', 'system'],
    ]);
  });

  it('makes no database where there is none', async () => {
    const where = await places.SQLite();
    expect(await erase({ dataDir: `${where.dataDir}/elsewhere` }, ['a', '--yes'])).toEqual({ code: 1, out: '' });
    expect(existsSync(`${where.dataDir}/elsewhere`)).toBe(false);
  });

  it('asks for a conversation where none is named', async () => {
    expect(await erase(await places.SQLite(), [])).toEqual({ code: 2, out: '' });
  });
});
