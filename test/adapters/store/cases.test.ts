import { describe, expect, it } from 'vitest';
import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import type { Move } from '../../../src/bot/case-store.ts';
import { after } from '../../../src/handoff/after.ts';
import type { Case } from '../../../src/handoff/case.ts';
import type { Step } from '../../../src/handoff/step.ts';
import { AT, newTalk, turnOf } from './samples.ts';
import { opened, places } from './stores.ts';

const LATER = '2026-03-01T08:10:00.000Z';
const QUEUED: Step = { is: 'hand-over', reason: 'user_asked', at: AT };
const CLAIMED: Step = { is: 'claim', agent: 'zhou', at: LATER };

function stepped(was: Case, step: Step): Case {
  const next = after(was, step);
  if (!next) throw new Error(`${step.is} is refused`);
  return next;
}

async function moveOf(store: SqlStore, id: string, step: Step, rest: Partial<Move> = {}): Promise<Move> {
  const record = await store.byId(id);
  if (!record) throw new Error(`no talk ${id}`);
  const next = stepped(record.case, step);
  return {
    id,
    at: step.at,
    was: record.case,
    next,
    by: 'system',
    wasTold: record.told,
    told: {},
    lines: [],
    notes: [],
    ...rest,
  };
}

describe.each(Object.entries(places))('cases in %s', (_name, place) => {
  it('move once for each epoch', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a'));
    const queue = await moveOf(store, 'a', QUEUED);
    expect(await store.move(queue)).toEqual([]);
    expect(await store.move(queue)).toBeUndefined();
    expect((await store.byId('a'))?.case).toEqual(queue.next);
  });

  it('keep lines, notes and the audit of a move together', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a'));
    await store.move(await moveOf(store, 'a', QUEUED));
    const lines = [
      { by: 'system', reply: { text: '客服 07 已接入。' } },
      { by: 'agent', name: '客服 07', reply: { text: '您好。' } },
    ] as const;
    const notes = [{ kind: 'event', author: 'zhou', body: { what: 'claim' } }] as const;
    const message = { id: 'desk:zhou:1', digest: 'd' };
    const added = await store.move(
      await moveOf(store, 'a', CLAIMED, { by: 'zhou', lines, notes, message, waited: 600_000 }),
    );
    expect(added).toEqual([
      { seq: 2, at: LATER, by: 'system', text: '客服 07 已接入。' },
      { seq: 3, at: LATER, by: 'agent', name: '客服 07', text: '您好。' },
    ]);
    expect(await store.lines('a', 1, 10)).toEqual(added);
    expect(await store.notes('a')).toEqual([{ nth: 1, at: LATER, after: 3, ...notes[0] }]);
    expect(await store.waits(5)).toEqual([600_000]);
    expect((await store.turn('a', message.id))?.answered.messages).toEqual(added);
    expect(await store.audit.entries({ limit: 5 })).toMatchObject([
      { who: 'zhou', what: 'transition', talk: 'a', detail: { from: 'queued', to: 'agent', owner: 'zhou' } },
      { who: 'system', what: 'transition', talk: 'a', detail: { from: 'bot', to: 'queued' } },
    ]);
  });

  it('let a turn through only under the epoch it was made for', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a'));
    const made = turnOf('a', 1);
    await store.move(await moveOf(store, 'a', QUEUED));
    expect(await store.commit(made)).toBeUndefined();
  });

  it('are found by state, by owner and by what is due', async () => {
    const store = await opened(await place());
    for (const id of ['a', 'b', 'c']) await store.open(newTalk(id));
    for (const id of ['a', 'b']) await store.move(await moveOf(store, id, QUEUED));
    await store.move(await moveOf(store, 'b', CLAIMED));
    expect((await store.cases(['queued', 'ringing'])).map(({ id }) => id)).toEqual(['a']);
    expect(await store.waiting()).toEqual([
      { talk: 'a', reason: 'user_asked', waitingSince: AT, front: false, preferred: null },
    ]);
    expect((await store.cases(['agent'], { owner: 'zhou' })).map(({ id }) => id)).toEqual(['b']);
    expect(await store.cases(['agent'], { owner: 'wu' })).toEqual([]);
    expect(await store.loads()).toEqual(new Map([['zhou', 1]]));
    const due = '2026-03-02T08:00:00.000Z';
    await store.move(await moveOf(store, 'b', { is: 'follow-up', agent: 'zhou', due, at: LATER }));
    expect(await store.due(LATER)).toEqual([]);
    expect((await store.due(due)).map(({ id }) => id)).toEqual(['b']);
    expect((await store.movedSince(LATER, 10)).map(({ id }) => id)).toEqual(['b']);
  });

  it('go out in order to people who do not fetch their lines', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a', { talk: { channel: 'wechat', room: 'a', user: 'visitor' } }));
    await store.open(newTalk('b'));
    await store.commit(turnOf('a', 1));
    await store.commit(turnOf('b', 1));
    const [first, ...others] = await store.deliveries(LATER, 10);
    expect(first).toEqual({ talk: 'a', seq: 3, by: 'bot', epoch: 0, tries: 0, dueAt: AT });
    expect(others).toEqual([]);
    await store.postpone({ talk: 'a', seq: 3 }, 1, LATER, 'timeout');
    expect(await store.deliveries(AT, 10)).toEqual([]);
    await store.settle({ talk: 'a', seq: 3 }, 'sent', LATER);
    expect((await store.deliveries(LATER, 10)).map(({ seq }) => seq)).toEqual([4]);
  });

  it('are sent by one only, and never the assistant’s once an agent has the talk', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a', { talk: { channel: 'wechat', room: 'a', user: 'visitor' } }));
    await store.commit(turnOf('a', 1));
    const [first] = await store.deliveries(AT, 10);
    if (!first) throw new Error('nothing is under way');
    expect(await store.lease(first, AT, LATER)).toBe(true);
    expect(await store.lease(first, AT, LATER)).toBe(false);
    expect(await store.deliveries(AT, 10)).toEqual([]);
    expect((await store.deliveries(LATER, 10)).map(({ seq }) => seq)).toEqual([3]);
    await store.move(await moveOf(store, 'a', { ...CLAIMED, at: AT }));
    expect(await store.lease(first, LATER, LATER)).toBe(false);
  });

  it('are told a thing once by two who would', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a'));
    await store.move(await moveOf(store, 'a', QUEUED));
    const record = await store.byId('a');
    if (!record) throw new Error('no talk');
    const offer: Move = {
      ...{ id: 'a', at: LATER, was: record.case, next: record.case, by: 'system', notes: [] },
      ...{ wasTold: {}, told: { ticket: LATER } },
      lines: [{ by: 'system', reply: { text: '也可以留言。' }, holds: 'waiting' }],
    };
    expect(await store.move(offer)).toHaveLength(1);
    expect(await store.move(offer)).toBeUndefined();
  });

  it('take back what the assistant still has under way once an agent has the talk', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a', { talk: { channel: 'wechat', room: 'a', user: 'visitor' } }));
    await store.commit(turnOf('a', 1));
    const lines = [{ by: 'agent', name: '客服 07', reply: { text: '您好。' } }] as const;
    await store.move(await moveOf(store, 'a', CLAIMED, { lines }));
    expect((await store.deliveries(LATER, 10)).map(({ seq, by }) => [seq, by])).toEqual([[5, 'agent']]);
  });

  it('know who is on duty', async () => {
    const store = await opened(await place());
    await store.seen('zhou', AT);
    await store.setPresence({ agent: 'wu', available: true, capacity: 4, seenAt: AT });
    await store.seen('wu', LATER);
    expect(await store.presences()).toEqual([
      { agent: 'wu', available: true, capacity: 4, seenAt: LATER },
      { agent: 'zhou', available: false, capacity: 0, seenAt: AT },
    ]);
  });

  it('keep what is read, how it was rated and who is blocked', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a'));
    await store.commit(turnOf('a', 1));
    await store.markRead('a', 'user', 3);
    await store.markRead('a', 'user', 2);
    await store.markRead('a', 'user', 99);
    await store.block('a', LATER);
    await store.rate('a', { score: 2, said: null }, AT);
    await store.rate('a', { score: 5, said: '谢谢' }, LATER);
    expect(await store.byId('a')).toMatchObject({ read: { user: 3, agent: 0 }, blockedAt: LATER });
    expect(await store.db.selectFrom('ratings').select(['score', 'said']).execute()).toEqual([
      { score: 5, said: '谢谢' },
    ]);
  });

  it('keep settings as they were set', async () => {
    const store = await opened(await place());
    expect(await store.setting('hours')).toBeUndefined();
    await store.set('hours', { holidays: true }, AT);
    await store.set('hours', null, LATER);
    expect(await store.setting('hours')).toBeNull();
  });

  it('go with their talk', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a', { talk: { channel: 'wechat', room: 'a', user: 'visitor' } }));
    await store.commit(turnOf('a', 1));
    await store.note('a', { kind: 'note', author: 'zhou', body: { text: '核对过' } }, AT);
    await store.rate('a', { score: 5, said: null }, AT);
    await store.erase('a');
    for (const table of ['notes', 'outbox', 'ratings', 'waits'] as const) {
      expect(await store.db.selectFrom(table).selectAll().execute()).toEqual([]);
    }
  });
});
