import { describe, expect, it } from 'vitest';
import type { Summary } from '../../web/console/api/types.ts';
import { unreadOf } from '../../web/console/lists/unread-of.ts';
import { newsOf } from '../../web/console/notify/news-of.ts';

const ME = 'agent-zhou';
const EMPTY = { queue: [], mine: [], tickets: [] };

/** A conversation that waits; what a test is about is said in its place. */
function talk(name: string, about: Partial<Summary> = {}): Summary {
  return {
    ...{ talk: name, channel: 'web', state: 'queued', epoch: 1, owner: null, ringingFor: null, ringingUntil: null },
    ...{ reason: 'user_asked', since: '2026-03-02T06:00:00.000Z', waitingSince: '2026-03-02T06:00:00.000Z' },
    ...{
      unansweredSince: null,
      due: null,
      front: false,
      lastAt: '2026-03-02T06:00:00.000Z',
      seq: 4,
      notes: 0,
      blocked: false,
    },
    ...{ read: { user: 4, agent: 0 }, card: [] },
    ...about,
  };
}

const ringing = (name: string, until: string, agent = ME) =>
  talk(name, { state: 'ringing', ringingFor: agent, ringingUntil: `2026-03-02T06:00:${until}.000Z` });

const mine = (seq: number, unansweredSince: string | null) =>
  talk('held', { state: 'agent', owner: ME, seq, unansweredSince, read: { user: 4, agent: 4 } });

describe('news of the desk', () => {
  it('is who was not in the queue before', () => {
    const [old, fresh] = [talk('old'), talk('fresh')];
    const after = { ...EMPTY, queue: [old, fresh] };
    expect(newsOf({ ...EMPTY, queue: [old] }, after, ME)).toEqual([{ kind: 'queue', talk: 'fresh' }]);
    expect(newsOf(after, after, ME)).toEqual([]);
  });

  it('is nothing at the first look, but what rings', () => {
    const first = { queue: [talk('old'), ringing('rings', '30')], mine: [mine(9, null)], tickets: [talk('left')] };
    expect(newsOf(undefined, first, ME)).toEqual([{ kind: 'ring', talk: 'rings' }]);
    expect(newsOf({ ...EMPTY, queue: undefined }, first, ME)).toEqual([
      { kind: 'ring', talk: 'rings' },
      { kind: 'ticket', talk: 'left' },
    ]);
  });

  it('is each ring for me once, and none for others', () => {
    const before = { ...EMPTY, queue: [talk('one')] };
    const first = { ...EMPTY, queue: [ringing('one', '30')] };
    expect(newsOf(before, first, ME)).toEqual([{ kind: 'ring', talk: 'one' }]);
    expect(newsOf(first, first, ME)).toEqual([]);
    expect(newsOf(first, { ...EMPTY, queue: [ringing('one', '59')] }, ME)).toEqual([{ kind: 'ring', talk: 'one' }]);
    expect(newsOf(before, { ...EMPTY, queue: [ringing('one', '30', 'agent-lin')] }, ME)).toEqual([]);
  });

  it('is a line that waits for an answer, and not my own, nor one that I put back', () => {
    const before = { ...EMPTY, mine: [mine(4, null)] };
    const asked = { ...EMPTY, mine: [mine(5, '2026-03-02T06:01:00.000Z')] };
    expect(newsOf(before, asked, ME)).toEqual([{ kind: 'message', talk: 'held' }]);
    expect(newsOf(asked, { ...EMPTY, mine: [mine(6, null)] }, ME)).toEqual([]);
    expect(newsOf(before, { ...EMPTY, queue: [talk('held')] }, ME)).toEqual([]);
  });
});

it('of a conversation of mine, what I have not read counts while it waits for me', () => {
  expect(unreadOf(mine(7, '2026-03-02T06:01:00.000Z'), ME)).toBe(3);
  expect(unreadOf(mine(4, '2026-03-02T06:01:00.000Z'), ME)).toBe(0);
  expect(unreadOf(mine(7, null), ME)).toBe(0);
  expect(unreadOf(mine(7, '2026-03-02T06:01:00.000Z'), 'agent-lin')).toBe(0);
});
