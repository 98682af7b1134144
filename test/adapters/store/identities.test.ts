import { describe, expect, it } from 'vitest';
import { AT, newTalk, turnOf } from './samples.ts';
import { opened, places } from './stores.ts';

const dayOf = (day: number) => `2026-03-0${day}T08:00:00.000Z`;

describe.each(Object.entries(places))('who people are in %s', (_name, place) => {
  it('is nobody, until it is told', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a'));
    await store.open(newTalk('b'));
    expect(await store.othersOf('a', 10)).toEqual([]);
    expect(await store.othersOf('nobody', 10)).toEqual([]);
  });

  it('finds the other talks of the same identity, opened last first', async () => {
    const store = await opened(await place());
    for (const [day, id] of ['a', 'b', 'c', 'd'].entries()) await store.open(newTalk(id, { at: dayOf(day + 1) }));
    for (const id of ['a', 'b', 'd']) await store.setIdentity(id, 'digest-of-li');
    await store.setIdentity('c', 'digest-of-wang');
    expect((await store.othersOf('b', 10)).map(({ id }) => id)).toEqual(['d', 'a']);
    expect((await store.othersOf('b', 1)).map(({ id }) => id)).toEqual(['d']);
    expect(await store.othersOf('c', 10)).toEqual([]);
    expect(await store.othersOf('b', 1)).toEqual([await store.byId('d')]);
  });

  it('finds the talks of the same account of a channel in other rooms, but not on the web', async () => {
    const store = await opened(await place());
    const at = (channel: 'dingtalk' | 'wecom' | 'web', room: string) => ({ talk: { channel, room, user: '张' } });
    await store.open(newTalk('group', { ...at('dingtalk', 'group'), at: dayOf(1) }));
    await store.open(newTalk('alone', { ...at('dingtalk', 'alone'), at: dayOf(2) }));
    await store.open(newTalk('other', at('wecom', 'group')));
    await store.open(newTalk('web1', at('web', '1')));
    await store.open(newTalk('web2', at('web', '2')));
    expect((await store.othersOf('alone', 10)).map(({ id }) => id)).toEqual(['group']);
    expect(await store.othersOf('web1', 10)).toEqual([]);
    await store.setIdentity('alone', 'digest-of-zhang');
    await store.setIdentity('web1', 'digest-of-zhang');
    await store.setIdentity('group', 'digest-of-zhang');
    expect((await store.othersOf('alone', 10)).map(({ id }) => id).sort()).toEqual(['group', 'web1']);
  });

  it('is forgotten with the talk, and where its person erases what was said', async () => {
    const store = await opened(await place());
    for (const id of ['a', 'b', 'c']) {
      await store.open(newTalk(id));
      await store.setIdentity(id, 'digest-of-li');
    }
    await store.erase('b');
    await store.commit(turnOf('c', 1, { erase: true }));
    expect(await store.othersOf('a', 10)).toEqual([]);
    expect(await store.othersOf('c', 10)).toEqual([]);
    const kept = await store.db.selectFrom('talks').select(['id', 'identity']).orderBy('id').execute();
    expect(kept).toEqual([
      { id: 'a', identity: 'digest-of-li' },
      { id: 'c', identity: null },
    ]);
    await store.setIdentity('a', null);
    expect((await store.byId('a'))?.openedAt).toBe(AT);
  });
});
