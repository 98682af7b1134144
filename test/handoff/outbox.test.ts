import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../src/handoff/case.ts';
import { type Fate, fateOf, isDead, nextDue, type OutboxRow, retryAt, withdrawn } from '../../src/handoff/outbox.ts';
import { inState, seconds } from './cases.ts';

function row(id: string, more: Partial<OutboxRow> = {}): OutboxRow {
  return { id, talk: 't', part: 0, by: 'bot', epoch: 0, tries: 0, dueAt: seconds(0), sentAt: null, ...more };
}

const TABLE = `
                    bot   queued  ringing  agent  waiting_user  resolved  closed  ticket  follow_up
bot                 send  send    send     draft  draft         send      send    send    send
agent               send  send    send     send   send          send      send    send    send
system              send  send    send     send   send          send      send    send    send
system:waiting      drop  send    send     drop   drop          drop      drop    drop    drop
system:epoch        drop  drop    drop     drop   drop          drop      drop    drop    drop
`;

const [head = [], ...rows] = TABLE.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

describe('the fate of a row', () => {
  it.each(rows)('of %s, once the epoch has moved, is that of the table', (name, ...fates) => {
    const [by, holds] = (name as string).split(':') as [OutboxRow['by'], OutboxRow['holds']];
    const old = row('r', { by, ...(holds && { holds }), epoch: -1 });
    expect(head.map((state) => fateOf(old, inState[state as CaseState]))).toEqual(fates as Fate[]);
  });

  it.each(['waiting', 'epoch'] as const)('of a text that holds while %s is to be sent under its own epoch', (holds) => {
    const { agent } = inState;
    expect(fateOf(row('r', { by: 'system', holds, epoch: agent.epoch }), agent)).toBe('send');
  });
});

describe('a talk that changes hands', () => {
  it('takes out what must not be sent any more, and leaves what was sent', () => {
    const rows = [
      row('sent', { sentAt: seconds(1) }),
      row('late', { dueAt: seconds(900), tries: 9 }),
      row('place', { by: 'system', holds: 'waiting' }),
      row('joined', { by: 'system' }),
      row('hello', { by: 'agent' }),
    ];
    expect(withdrawn(rows, inState.agent).map(({ row: { id }, fate }) => [id, fate])).toEqual([
      ['late', 'draft'],
      ['place', 'drop'],
    ]);
    expect(withdrawn(rows, { ...inState.bot, epoch: 0 })).toEqual([]);
  });
});

describe('a next try', () => {
  it('comes after 2 s, then ever later, at most 15 min', () => {
    const waits = Array.from({ length: 15 }, (_, tried) => retryAt(tried + 1, seconds(0)));
    const inSeconds = waits.map((at) => (Date.parse(at ?? '') - Date.parse(seconds(0))) / 1_000);
    expect(inSeconds).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900, 900, 900]);
  });

  it('does not come after the sixteenth', () => {
    expect(retryAt(16, seconds(0))).toBeUndefined();
    expect(isDead({ tries: 16, sentAt: null })).toBe(true);
    expect(isDead({ tries: 15, sentAt: null })).toBe(false);
    expect(isDead({ tries: 16, sentAt: seconds(1) })).toBe(false);
  });
});

describe('the rows that are due', () => {
  const due = (...all: readonly OutboxRow[]) => nextDue(all, seconds(10)).map(({ id }) => id);

  it('are the first unsent of each talk', () => {
    expect(due(row('a', { sentAt: seconds(1) }), row('b'), row('c'), row('d', { talk: 'u' }))).toEqual(['b', 'd']);
  });

  it('wait behind one whose time has not come', () => {
    expect(due(row('a', { dueAt: seconds(11), tries: 1 }), row('b'))).toEqual([]);
    expect(due(row('a', { dueAt: seconds(10), tries: 1 }), row('b'))).toEqual(['a']);
  });

  it('do not wait behind one that was given up', () => {
    expect(due(row('a', { tries: 16 }), row('b'))).toEqual(['b']);
  });
});
