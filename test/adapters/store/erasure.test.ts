import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/bot/ports.ts';
import { AT, gapAt, newTalk, ticketAt, turnOf } from './samples.ts';
import { opened, places } from './stores.ts';

/** A talk with everything that can hang on one; the mark stands in all of it. */
async function lived(store: Store, id: string, mark: string): Promise<void> {
  await store.open(newTalk(id, { welcome: [{ text: mark }] }));
  await store.setContext(id, { page: 'https://example.com' });
  await store.commit(
    turnOf(id, 1, {
      said: mark,
      replies: [{ text: mark }],
      facts: { errorText: mark },
      memory: { mark },
      gaps: [gapAt(AT, mark)],
      ticket: { ...ticketAt(AT, `ticket-of-${id}`), text: mark, contact: mark },
    }),
  );
  await store.judge(id, 3, true, AT);
}

describe.each(Object.entries(places))('erasing in %s', (_name, place) => {
  it('a talk takes all that hangs on it and leaves the others', async () => {
    const store = await opened(await place());
    await lived(store, 'a', '甲');
    await lived(store, 'b', '乙');
    expect(await store.erase('a')).toEqual({ messages: 3, pictures: 0, cases: 1 });
    expect(await store.byId('a')).toBeUndefined();
    expect(await store.byToken('a', 'hash-of-a')).toBeUndefined();
    expect(await store.lines('a', 0, 10)).toEqual([]);
    expect(await store.turn('a', 'm1')).toBeUndefined();
    expect((await store.gaps(10)).map(({ talk }) => talk)).toEqual(['b']);
    expect((await store.tickets({ done: false })).map(({ talk }) => talk)).toEqual(['b']);
    expect(await store.lines('b', 0, 10)).toHaveLength(3);
    expect(await store.turn('b', 'm1')).toBeDefined();
    expect(await store.erase('a')).toEqual({ messages: 0, pictures: 0, cases: 0 });
  });

  it('within a turn leaves the talk with that turn alone, and its numbers go on', async () => {
    const store = await opened(await place());
    await lived(store, 'a', '甲');
    await lived(store, 'b', '乙');
    const turn = turnOf('a', 3, {
      erase: true,
      turn: { id: 'm2', digest: 'd' },
      said: '删除我的数据',
      replies: [{ text: '已删除。' }],
      facts: {},
      memory: {},
    });
    const answered = await store.commit(turn);
    expect(answered?.messages.map(({ seq }) => seq)).toEqual([5]);
    expect((await store.lines('a', 0, 10)).map(({ seq, text }) => [seq, text])).toEqual([
      [4, '删除我的数据'],
      [5, '已删除。'],
    ]);
    expect(await store.byToken('a', 'hash-of-a')).toMatchObject({ seq: 5, facts: {}, memory: {} });
    expect(await store.turn('a', 'm1')).toBeUndefined();
    expect((await store.turn('a', 'm2'))?.answered).toEqual(answered);
    expect((await store.gaps(10)).map(({ talk }) => talk)).toEqual(['b']);
    expect((await store.tickets({ done: false })).map(({ talk }) => talk)).toEqual(['b']);
    expect(await store.lines('b', 0, 10)).toHaveLength(3);
  });
});

describe('the SQLite files', () => {
  /** How often the text stands in any file of the folder, also behind the end of tables and in the log. */
  async function found(folder: string, text: string): Promise<number> {
    const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))));
    return files.reduce(
      (sum, bytes) => sum + bytes.toString('latin1').split(Buffer.from(text).toString('latin1')).length - 1,
      0,
    );
  }

  /** Long enough to leave its page, and between the lines of somebody who stays. */
  const long = (mark: string, n: number) => `${mark}-${n} `.repeat(1 + ((n * 37) % 200));

  async function fill(store: Store, going: string, staying: string): Promise<void> {
    await lived(store, 'going', going);
    await lived(store, 'staying', staying);
    for (let n = 0; n < 120; n += 1) {
      for (const [id, mark] of [
        ['going', going],
        ['staying', staying],
      ] as const) {
        const text = long(mark, n);
        const turn = { id: `${id}-${n}`, digest: mark };
        await store.commit(turnOf(id, 3 + n * 2, { turn, said: text, replies: [{ text }], memory: { text } }));
      }
    }
  }

  it.each(['a talk', 'a turn'])('hold not a byte of what was erased by %s', async (by) => {
    const place = await places.SQLite();
    const store = await opened(place);
    await fill(store, '将要删除的话', '留下来的话');
    expect(await found(place.dataDir, '将要删除的话')).toBeGreaterThan(1000);

    if (by === 'a talk') await store.erase('going');
    else
      await store.commit(turnOf('going', 243, { erase: true, turn: { id: 'z', digest: '' }, facts: {}, memory: {} }));
    expect(await found(place.dataDir, '将要删除的话')).toBe(0);
    expect(await found(place.dataDir, '留下来的话')).toBeGreaterThan(1000);
    expect(await store.lines('staying', 0, 1000)).toHaveLength(243);
  });
});
