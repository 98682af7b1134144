import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import { outcome } from '../../../src/bot/message.ts';
import { newCase } from '../../../src/handoff/case.ts';
import { AT, newTalk, turnOf } from './samples.ts';
import { opened, places } from './stores.ts';

const all = ({ db }: SqlStore) => db.selectFrom('asked').selectAll().orderBy('talk').orderBy('seq').execute();

describe.each(Object.entries(places))('what was asked, in %s', (_name, place) => {
  it('is one row a turn, at its last line', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a', { talk: { channel: 'wechat', room: 'a', user: 'u' } }));
    await store.commit(turnOf('a', 1, { recognised: '非法参数', ms: 12.6 }));
    const several = outcome('answer', { entry: 10, entries: [10, 3], confidence: 0.5, diagnostic: 'image' });
    const next = { ...several, verdict: 'image-ok' };
    await store.commit(
      turnOf('a', 4, { turn: { id: 'm2', digest: 'd' }, outcome: next, replies: [{ text: '可以。' }] }),
    );
    const common = { talk: 'a', at: AT, channel: 'wechat', kind: 'answer' };
    expect(await all(store)).toEqual([
      {
        ...common,
        seq: 4,
        ...{ entry: 1, entries: '[1]', diagnostic: null, verdict: null, error: '非法参数' },
        ...{ confidence: 0.1 + 0.2, ms: 13 },
      },
      {
        ...common,
        seq: 6,
        ...{ entry: 10, entries: '[10,3]', diagnostic: 'image', verdict: 'image-ok', error: null },
        ...{ confidence: 0.5, ms: null },
      },
    ]);
  });

  it('holds nothing of turns that the assistant did not answer', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a'));
    await store.commit(turnOf('a', 1, { by: 'system', outcome: outcome('refuse') }));
    await store.commit(turnOf('a', 4, { turn: { id: 'm2', digest: 'd' }, replies: [], outcome: outcome('silent') }));
    expect(await all(store)).toEqual([]);
  });

  it('is not counted where the turn was not kept', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a'));
    await store.commit(turnOf('a', 1));
    expect(await store.commit(turnOf('a', 1))).toBeUndefined();
    expect(await store.commit(turnOf('a', 4))).toBeUndefined();
    expect(await all(store)).toHaveLength(1);
  });

  it('goes with its talk, and with 删除我的数据', async () => {
    const store = await opened(await place());
    for (const id of ['a', 'b', 'c']) {
      await store.open(newTalk(id));
      await store.commit(turnOf(id, 1));
    }
    await store.erase('a');
    const fresh = { ...newCase(AT), epoch: 1 };
    await store.commit(turnOf('b', 4, { turn: { id: 'm2', digest: 'd' }, erase: true, case: fresh }));
    expect((await all(store)).map(({ talk }) => talk)).toEqual(['c']);
    await store.db.deleteFrom('lines').where('talk', '=', 'c').execute();
    await store.db.deleteFrom('talks').where('id', '=', 'c').execute();
    expect(await all(store)).toEqual([]);
  });
});

it('an erased error string leaves no byte in the SQLite files', async () => {
  const place = await places.SQLite();
  const store = await opened(place);
  await store.open(newTalk('a'));
  await store.commit(turnOf('a', 1, { recognised: '将要删除的提示' }));
  const found = async (): Promise<boolean> => {
    const files = await Promise.all((await readdir(place.dataDir)).map((name) => readFile(join(place.dataDir, name))));
    return files.some((bytes) => bytes.includes('将要删除的提示'));
  };
  expect(await found()).toBe(true);
  await store.erase('a');
  expect(await found()).toBe(false);
});
