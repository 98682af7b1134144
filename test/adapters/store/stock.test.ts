import { expect, it } from 'vitest';
import { stockOf } from '../../../src/adapters/store/stock.ts';
import { after } from '../../../src/handoff/after.ts';
import { PARKED } from '../../../src/handoff/outbox.ts';
import type { Step } from '../../../src/handoff/step.ts';
import { later } from './agents-samples.ts';
import { AT, newTalk, turnOf } from './samples.ts';
import { opened, places } from './stores.ts';

const NOTHING = { count: 0, oldestMs: 0 };

it.each(Object.entries(places))('counts in %s what lies at the desk, and how long', async (_name, place) => {
  const store = await opened(await place());
  const empty = { queue: NOTHING, agentsOnDuty: 0, outbox: { ...NOTHING, parked: 0 }, mails: NOTHING, inbox: NOTHING };
  expect(await stockOf(store.db, AT)).toEqual({ ...empty, cases: new Map() });

  const take = async (talk: string, step: Step): Promise<void> => {
    const record = await store.byId(talk);
    const next = record && after(record.case, step);
    if (!record || !next) throw new Error(`${talk} cannot ${step.is}`);
    const rest = { by: 'system', told: record.told, wasTold: record.told, lines: [], notes: [] };
    await store.move({ id: talk, at: step.at, was: record.case, next, ...rest });
  };
  for (const talk of ['a', 'b', 'c', 'd']) {
    await store.open(newTalk(talk, { talk: { channel: 'wechat', room: talk, user: talk }, tokenHash: null }));
  }
  await take('a', { is: 'hand-over', reason: 'user_asked', at: later(1) });
  await take('b', { is: 'hand-over', reason: 'complaint', at: AT });
  await take('b', { is: 'ring', agent: 'agent-1', until: later(9), at: later(2) });
  await take('c', { is: 'hand-over', reason: 'user_asked', at: AT });
  await take('c', { is: 'claim', agent: 'agent-1', at: later(3) });
  await store.setPresence({ agent: 'agent-1', available: true, capacity: 3, seenAt: later(10) });
  await store.setPresence({ agent: 'agent-2', available: true, capacity: 3, seenAt: AT });
  await store.setPresence({ agent: 'agent-3', available: false, capacity: 3, seenAt: later(10) });
  await store.commit(turnOf('d', 1));
  const [first, ...others] = await store.underWay('d');
  if (!first) throw new Error('no line is under way');
  await store.postpone(first, 1, PARKED, 'window');
  await store.inbox.take({ channel: 'wechat', id: 'm', key: 'd', at: later(4), sealed: 's' }, later(4));

  expect(await stockOf(store.db, later(10))).toEqual({
    cases: new Map([
      ['agent', 1],
      ['queued', 1],
      ['ringing', 1],
    ]),
    queue: { count: 2, oldestMs: 10 * 60_000 },
    agentsOnDuty: 1,
    outbox: { count: others.length, oldestMs: others.length > 0 ? 10 * 60_000 : 0, parked: 1 },
    mails: NOTHING,
    inbox: { count: 1, oldestMs: 6 * 60_000 },
  });
});
