import { describe, expect, it } from 'vitest';
import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import type { Announcement } from '../../../src/bot/announcement.ts';
import type { Move } from '../../../src/bot/case-store.ts';
import { outcome } from '../../../src/bot/message.ts';
import type { Commit } from '../../../src/bot/ports.ts';
import type { Incident } from '../../../src/handoff/radar.ts';
import { newTalk, turnOf } from './samples.ts';
import { opened, places } from './stores.ts';

const at = (minute: number): string =>
  `2026-03-01T${String(8 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00.000Z`;

/** Somebody who asks for an entry, in a talk of their own. */
async function asks(store: SqlStore, talk: string, minute: number, rest: Partial<Commit> = {}): Promise<void> {
  await store.open(newTalk(talk));
  await store.commit(
    turnOf(talk, 1, { at: at(minute), outcome: outcome('answer', { entry: 2, confidence: 0.9 }), ...rest }),
  );
}

function incident(rest: Partial<Incident> = {}): Incident {
  return {
    ...{ id: 'i1', kind: 'entry', key: '2', beganAt: at(0), endedAt: null },
    ...{ latest: 9, peak: 9, usual: 0.25 },
    ...rest,
  };
}

function announcement(rest: Partial<Announcement> = {}): Announcement {
  return {
    ...{ id: 'a1', incident: null, entry: 2, error: null, text: '正在修复', by: 'agent-1' },
    ...{ at: at(20), until: at(80), endedAt: null, askedFrom: at(5), sendingAt: null, sentAt: null },
    ...rest,
  };
}

/** The move that sends an announcement. */
async function telling(store: SqlStore, talk: string, id = 'a1'): Promise<Move> {
  const record = await store.byId(talk);
  if (!record) throw new Error('no talk');
  return {
    ...{ id: talk, at: at(30), was: record.case, next: record.case, wasTold: record.told, told: record.told },
    ...{ by: 'system', lines: [{ by: 'system', reply: { text: '公告' } }], notes: [], announces: id },
  };
}

describe.each(Object.entries(places))('the radar over %s', (_name, place) => {
  it('counts conversations by the error they named, else by the entry they asked for', async () => {
    const store = await opened(await place());
    expect(await store.firstAsk()).toBeUndefined();
    await asks(store, 'a', 3);
    await store.commit(turnOf('a', 4, { at: at(4), turn: { id: 'm2', digest: 'd' }, recognised: '非法参数' }));
    await asks(store, 'b', 8, { recognised: '非法参数' });
    await asks(store, 'c', 9, { outcome: outcome('smalltalk') });
    await asks(store, 'd', 10);
    const counted = async (from: number) =>
      [...(await store.counts(at(from)))].sort((one, other) => (one.since < other.since ? -1 : 1));
    expect(await counted(3)).toEqual([
      { kind: 'entry', key: '2', talks: 2, since: at(3) },
      { kind: 'error', key: '非法参数', talks: 2, since: at(4) },
    ]);
    expect(await counted(9)).toEqual([{ kind: 'entry', key: '2', talks: 1, since: at(10) }]);
    expect(await store.firstAsk()).toBe(at(3));
  });

  it('gives the history of a subject, counted once an hour: all of it, and this time of the day', async () => {
    const store = await opened(await place());
    for (const [talk, minute] of [
      ['a', 3],
      ['b', 14],
      ['c', 62],
      ['d', 95],
    ] as const)
      await asks(store, talk, minute);
    await store.commit(
      turnOf('a', 4, { at: at(10), turn: { id: 'm2', digest: 'd' }, outcome: outcome('answer', { entry: 2 }) }),
    );
    await asks(store, 'e', 50, { recognised: '非法参数' });
    const historyOf = async (kind: 'entry' | 'error', from: string, to: string) => {
      const { talks, thisTime } = await store.history({ kind, key: kind === 'entry' ? '2' : '非法参数' }, { from, to });
      return { talks, thisTime };
    };
    // Two days later, from 08:10 to 09:10.
    const to = '2026-03-03T08:10:00.000Z';
    expect(await historyOf('entry', at(0), to)).toEqual({ talks: 4, thisTime: 3 });
    expect(await historyOf('entry', at(60), to)).toEqual({ talks: 2, thisTime: 1 });
    expect(await historyOf('entry', at(0), at(90))).toEqual({ talks: 3, thisTime: 0 });
    expect(await historyOf('error', at(0), to)).toEqual({ talks: 1, thisTime: 1 });
    // From 23:30 to 00:30.
    expect(await historyOf('entry', at(0), '2026-03-03T23:30:00.000Z')).toEqual({ talks: 4, thisTime: 0 });
  });

  it('keeps one open incident for each subject, whoever begins it', async () => {
    const store = await opened(await place());
    const begun = await Promise.all(['i1', 'i2', 'i3'].map((id) => store.beginIncident(incident({ id }))));
    expect(begun.filter(Boolean)).toEqual([true]);
    expect(await store.beginIncident(incident({ id: 'i4', kind: 'error', key: '2' }))).toBe(true);
    const [id] = ['i1', 'i2', 'i3'].filter((_, nth) => begun[nth]);
    const was = incident({ id: id ?? '' });
    await store.countIncident({ ...was, latest: 2, peak: 12, endedAt: at(40) });
    await store.countIncident({ ...was, latest: 99, endedAt: null });
    expect((await store.incidents(at(40))).find((one) => one.id === id)).toEqual({
      ...{ ...was, latest: 2, peak: 12, endedAt: at(40) },
    });
    expect(await store.beginIncident(incident({ id: 'i5', beganAt: at(60) }))).toBe(true);
    expect((await store.incidents(at(41))).map((one) => one.id)).toEqual(['i5', 'i4']);
    expect((await store.incidents(at(40))).map((one) => one.id)).toContain(id);
  });

  it('keeps one running announcement for each subject', async () => {
    const store = await opened(await place());
    await store.announce(announcement());
    await store.announce(announcement({ id: 'a2', entry: null, error: '非法参数', at: at(21) }));
    await store.announce(announcement({ id: 'a3', at: at(22) }));
    await store.open(newTalk('a'));
    expect((await store.untold('a', at(30))).map(({ id }) => id)).toEqual(['a2', 'a3']);
    expect((await store.announcements(at(22))).find(({ id }) => id === 'a1')?.endedAt).toBe(at(22));
    expect((await store.untold('a', at(80))).length).toBe(0);
    await store.markAnnouncement('a3', 'ended', at(40));
    await store.markAnnouncement('a3', 'ended', at(50));
    expect((await store.announcements(at(40))).find(({ id }) => id === 'a3')).toEqual(
      announcement({ id: 'a3', at: at(22), endedAt: at(40) }),
    );
    expect((await store.announcements(at(41))).map(({ id }) => id)).toEqual(['a2']);
  });

  it('knows who still has to be told, and leaves out who is blocked, erased, too early or elsewhere', async () => {
    const store = await opened(await place());
    for (const [talk, minute] of [
      ['early', 4],
      ['a', 6],
      ['b', 7],
      ['blocked', 8],
      ['gone', 9],
      ['empty', 9],
      ['late', 90],
    ] as const)
      await asks(store, talk, minute);
    await asks(store, 'other', 8, { outcome: outcome('answer', { entry: 3 }) });
    await store.block('blocked', at(10));
    await store.erase('gone');
    const seq = (await store.byId('empty'))?.seq ?? 0;
    await store.commit(turnOf('empty', seq, { at: at(11), turn: { id: 'm9', digest: 'd' }, erase: true }));
    const one = announcement();
    await store.announce(one);
    expect(await store.toBeTold(one, 10)).toEqual(['a', 'b']);
    expect(await store.toBeTold(one, 1)).toEqual(['a']);
    expect(await store.reached(one)).toEqual({ answered: 0, sent: 0, left: 2 });
    expect(await store.askers({ kind: 'entry', key: '2' }, at(5))).toBe(3);
    await store.move(await telling(store, 'a'));
    expect(await store.toBeTold(one, 10)).toEqual(['b']);
    expect(await store.reached(one)).toEqual({ answered: 0, sent: 1, left: 1 });
  });

  it('tells a conversation once, though two do so at the same moment', async () => {
    const store = await opened(await place());
    await asks(store, 'a', 6);
    await store.announce(announcement());
    const move = await telling(store, 'a');
    const told = await Promise.all([store.move(move), store.move(move), store.move(move)]);
    expect(told.filter((lines) => lines !== undefined).length).toBe(1);
    expect((await store.lines('a', 0, 100)).filter(({ text }) => text === '公告').length).toBe(1);
    expect((await store.byId('a'))?.seq).toBe(5);
    expect(await store.untold('a', at(31))).toEqual([]);
  });

  it('keeps no turn that tells what the conversation was told meanwhile', async () => {
    const store = await opened(await place());
    await asks(store, 'a', 6);
    await store.announce(announcement());
    const turn = turnOf('a', 4, { at: at(25), turn: { id: 'm2', digest: 'd' }, announced: ['a1'] });
    await store.move(await telling(store, 'a'));
    const now = { ...turn, seq: 5 };
    expect(await store.commit(now)).toBeUndefined();
    expect((await store.byId('a'))?.seq).toBe(5);
    const { announced: _told, ...without } = now;
    expect(await store.commit(without)).toBeDefined();
    expect(await store.reached(announcement())).toEqual({ answered: 0, sent: 1, left: 0 });
  });

  it('counts who was told before an answer apart', async () => {
    const store = await opened(await place());
    await store.announce(announcement());
    await asks(store, 'a', 25, { announced: ['a1'] });
    expect(await store.reached(announcement())).toEqual({ answered: 1, sent: 0, left: 0 });
    expect(await store.untold('a', at(30))).toEqual([]);
  });

  it('marks once when it began to be sent, and when all had it', async () => {
    const store = await opened(await place());
    await store.announce(announcement());
    for (const minute of [30, 35]) await store.markAnnouncement('a1', 'sending', at(minute));
    for (const minute of [36, 37]) await store.markAnnouncement('a1', 'sent', at(minute));
    expect(await store.announcements(at(40))).toEqual([announcement({ sendingAt: at(30), sentAt: at(36) })]);
  });
});
