import { describe, expect, it } from 'vitest';
import { outcome } from '../../../src/bot/message.ts';
import { opened, places } from '../store/stores.ts';
import { ANSWERED, saying, withTicket } from './answered.ts';

const LATER = '2026-03-02T01:02:00.000Z';
const BY_MAIL = { tickets: ['L-a'], mail: 'L-a' };

describe.each(Object.entries(places))('answers by e-mail in %s', (_name, place) => {
  it('are put under way with the very line that finishes the 留言', async () => {
    const store = await opened(await place());
    await withTicket(store, 'a');
    await store.move(await saying(store, 'a', '请换一台手机再扫。', { answers: BY_MAIL }));
    expect((await store.ticketsOf('a'))[0]?.doneAt).toBe(ANSWERED);
    expect(await store.mails(ANSWERED, 10)).toEqual([{ talk: 'a', seq: 3, ticket: 'L-a', tries: 0, dueAt: ANSWERED }]);
    expect(await store.sendings('a')).toEqual([{ seq: 3, way: 'mail', settled: null }]);
  });

  it('do not come where the move does not', async () => {
    const store = await opened(await place());
    await withTicket(store, 'a');
    const [first, second] = [
      await saying(store, 'a', '一', { answers: BY_MAIL }),
      await saying(store, 'a', '二', { answers: BY_MAIL }),
    ];
    expect(await store.move(first)).toHaveLength(2);
    expect(await store.move(second)).toBeUndefined();
    expect(await store.mails(LATER, 10)).toHaveLength(1);
  });

  it('come once for a 留言, and only for one of this talk', async () => {
    const store = await opened(await place());
    await withTicket(store, 'a');
    await withTicket(store, 'b');
    await store.move(await saying(store, 'a', '一', { answers: BY_MAIL }));
    await store.move(await saying(store, 'a', '二', { answers: BY_MAIL }));
    await store.move(await saying(store, 'a', '三', { answers: { tickets: ['L-b'], mail: 'L-b' } }));
    expect((await store.mails(LATER, 10)).map(({ seq }) => seq)).toEqual([3]);
    expect((await store.tickets({ done: false })).map(({ id }) => id)).toEqual(['L-b']);
  });

  it('finish a 留言 without an address too', async () => {
    const store = await opened(await place());
    await withTicket(store, 'a');
    await store.move(await saying(store, 'a', '请换一台手机再扫。', { answers: { tickets: ['L-a'] } }));
    expect(await store.tickets({ done: false })).toEqual([]);
    expect(await store.mails(LATER, 10)).toEqual([]);
  });

  it('are taken by one at a time, for a while', async () => {
    const store = await opened(await place());
    await withTicket(store, 'a');
    await store.move(await saying(store, 'a', '一', { answers: BY_MAIL }));
    const [mail] = await store.mails(ANSWERED, 10);
    if (!mail) throw new Error('no mail');
    expect(await Promise.all([store.takeMail(mail, LATER), store.takeMail(mail, LATER)])).toEqual([true, false]);
    expect(await store.mails(ANSWERED, 10)).toEqual([]);
    const [again] = await store.mails(LATER, 10);
    expect(again).toEqual({ ...mail, dueAt: LATER });
  });

  it('wait for their next try, and end once', async () => {
    const store = await opened(await place());
    await withTicket(store, 'a');
    await store.move(await saying(store, 'a', '一', { answers: BY_MAIL }));
    await store.postponeMail({ talk: 'a', seq: 3 }, 1, LATER, 'nobody there');
    expect(await store.mails(ANSWERED, 10)).toEqual([]);
    expect(await store.mails(LATER, 10)).toMatchObject([{ tries: 1 }]);
    await store.settleMail({ talk: 'a', seq: 3 }, 'sent', LATER);
    await store.settleMail({ talk: 'a', seq: 3 }, 'dead', LATER, 'too late');
    expect(await store.mails(LATER, 10)).toEqual([]);
    expect(await store.db.selectFrom('mails').select(['settled', 'settled_at', 'fault']).execute()).toEqual([
      { settled: 'sent', settled_at: LATER, fault: 'nobody there' },
    ]);
  });

  it('are told beside what goes out through the channel', async () => {
    const store = await opened(await place());
    await withTicket(store, 'a', {}, { talk: { channel: 'wechat', room: 'a', user: 'visitor' } });
    await store.move(await saying(store, 'a', '一', { answers: BY_MAIL }));
    await store.settle({ talk: 'a', seq: 2 }, 'sent', LATER);
    expect((await store.sendings('a')).filter(({ seq }) => seq > 1)).toEqual([
      { seq: 2, way: 'channel', settled: 'sent' },
      { seq: 3, way: 'channel', settled: null },
      { seq: 3, way: 'mail', settled: null },
    ]);
  });

  it('go with their talk, and when all in it is erased', async () => {
    const store = await opened(await place());
    for (const id of ['a', 'b']) {
      await withTicket(store, id);
      await store.move(await saying(store, id, '一', { answers: { tickets: [`L-${id}`], mail: `L-${id}` } }));
    }
    expect(await store.talkOf('L-a')).toBe('a');
    await store.erase('a');
    expect(await store.talkOf('L-a')).toBeUndefined();
    expect((await store.mails(LATER, 10)).map(({ talk }) => talk)).toEqual(['b']);
    const record = await store.byId('b');
    if (!record) throw new Error('no talk b');
    await store.commit({
      ...{ id: 'b', seq: record.seq, was: record.case, case: record.case, at: LATER, by: 'system' },
      ...{ replies: [{ text: '已删除。' }], facts: {}, memory: {}, erase: true },
      outcome: outcome('smalltalk'),
    });
    expect(await store.mails(LATER, 10)).toEqual([]);
  });
});
