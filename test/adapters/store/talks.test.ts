import { describe, expect, it } from 'vitest';
import { newCase } from '../../../src/handoff/case.ts';
import { AT, newTalk, turnOf } from './samples.ts';
import { opened, places } from './stores.ts';

describe.each(Object.entries(places))('talks in %s', (_name, place) => {
  it('open with their welcome and are found by id, by place and by token', async () => {
    const store = await opened(await place());
    const lines = await store.open(newTalk('a'));
    expect(lines).toEqual([
      { seq: 1, at: AT, by: 'bot', text: '您好，请问遇到了什么问题？', choices: ['扫码进不去', '人脸核验不一致'] },
    ]);
    expect(await store.lines('a', 0, 10)).toEqual(lines);

    const record = {
      id: 'a',
      talk: { channel: 'web', room: 'a', user: 'visitor' },
      openedAt: AT,
      seq: 1,
      facts: {},
      memory: {},
      context: {},
      case: newCase(AT),
      told: {},
      spokenAt: AT,
      blockedAt: null,
      read: { user: 0, agent: 0 },
      notes: 0,
    };
    expect(await store.byId('a')).toEqual(record);
    expect(await store.byTalk({ channel: 'web', room: 'a', user: 'visitor' })).toEqual(record);
    expect(await store.byToken('a', 'hash-of-a')).toEqual(record);
  });

  it('open without a welcome', async () => {
    const store = await opened(await place());
    expect(await store.open(newTalk('a', { welcome: [] }))).toEqual([]);
    expect((await store.byId('a'))?.seq).toBe(0);
  });

  it('are not found by another token, by the token of another talk, or by any token where there is none', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a'));
    await store.open(newTalk('b'));
    await store.open(newTalk('c', { tokenHash: null }));
    expect(await store.byToken('a', 'hash-of-nobody')).toBeUndefined();
    expect(await store.byToken('a', 'hash-of-b')).toBeUndefined();
    expect(await store.byToken('c', '')).toBeUndefined();
    expect(await store.byToken('c', 'null')).toBeUndefined();
    expect(await store.byId('nobody')).toBeUndefined();
  });

  it('are told apart by channel, room and person', async () => {
    const store = await opened(await place());
    const group = { channel: 'dingtalk', room: 'group', user: '张' } as const;
    await store.open(newTalk('a', { talk: group }));
    await store.open(newTalk('b', { talk: { ...group, user: '李' } }));
    await store.open(newTalk('c', { talk: { ...group, channel: 'wecom' } }));
    expect((await store.byTalk(group))?.id).toBe('a');
    expect((await store.byTalk({ ...group, user: '李' }))?.id).toBe('b');
    expect((await store.byTalk({ ...group, channel: 'wecom' }))?.id).toBe('c');
    expect(await store.byTalk({ ...group, user: '王' })).toBeUndefined();
  });

  it('cannot be opened twice at one place, and the second try leaves nothing', async () => {
    const store = await opened(await place());
    const { talk } = newTalk('a');
    await store.open(newTalk('a'));
    await expect(store.open(newTalk('b', { talk }))).rejects.toThrow(/unique/i);
    expect(await store.byId('b')).toBeUndefined();
    expect((await store.byTalk(talk))?.id).toBe('a');
  });

  it('remember what the widget told of itself, and nothing else changes by it', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a'));
    await store.open(newTalk('b'));
    await store.commit(turnOf('a', 1));
    const before = await store.byId('a');
    await store.setContext('a', { page: 'https://example.com/备案', device: { width: 390 } });
    await store.setContext('a', { locale: 'zh-Hant' });
    expect(await store.byId('a')).toEqual({ ...before, context: { locale: 'zh-Hant' } });
    expect((await store.byId('b'))?.context).toEqual({});
  });
});
