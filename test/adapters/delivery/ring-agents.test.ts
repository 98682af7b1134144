import { describe, expect, it, onTestFinished } from 'vitest';
import { memoryBus } from '../../../src/adapters/bus/memory-bus.ts';
import { keepDesk } from '../../../src/adapters/delivery/keep-desk.ts';
import type { Store } from '../../../src/bot/ports.ts';
import { after } from '../../../src/handoff/after.ts';
import { REASONS, type Reason } from '../../../src/handoff/case.ts';
import { memoryVault } from '../../memory-vault.ts';
import { newTalk } from '../store/samples.ts';
import { opened, places } from '../store/stores.ts';

const AT = '2026-03-02T06:00:00.000Z';

/** Somebody of a talk wants a person. */
async function queue(store: Store, id: string, reason: Reason): Promise<void> {
  await store.open(newTalk(id, { talk: { channel: 'web', room: id, user: id } }));
  const record = await store.byId(id);
  const next = record && after(record.case, { is: 'hand-over', reason, at: AT });
  if (!record || !next) throw new Error(`${id} cannot wait`);
  const { case: was, told } = record;
  await store.move({ id, at: AT, was, next, wasTold: told, told, by: 'system', lines: [], notes: [] });
}

function keeper(store: Store, faults: unknown[]) {
  const kept = keepDesk({
    store,
    bus: memoryBus(),
    vault: memoryVault(),
    channels: new Map(),
    clock: () => new Date(AT),
    every: 2 ** 30,
    onFault: (error) => faults.push(error),
    onError: (error) => faults.push(error),
  });
  onTestFinished(() => kept.stop());
  return kept;
}

function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** The agents at whom it rings, once for each conversation. */
async function rings(store: Store): Promise<readonly string[]> {
  return (await store.cases(['ringing'])).map(({ case: { ringing } }) => ringing?.agent ?? '');
}

describe.each(Object.entries(places))('two instances over one %s', (_name, place) => {
  it('ring nobody beyond what they can take, whatever each of them saw', async () => {
    const where = await place();
    const [one, other] = [await opened(where), await opened(where)];
    await one.setPresence({ agent: 'zhou', available: true, capacity: 1, seenAt: AT });
    await queue(one, 'a', 'user_asked');
    const faults: unknown[] = [];
    const [looked, rang] = [gate(), gate()];
    // It has seen what there is to do, and is slow to do it.
    const slow: Store = {
      ...one,
      async loads() {
        const seen = await one.loads();
        looked.open();
        await rang.opened;
        return seen;
      },
    };
    const round = keeper(slow, faults).round();
    await looked.opened;
    await queue(other, 'b', 'complaint');
    await keeper(other, faults).round();
    rang.open();
    await round;
    expect(faults).toEqual([]);
    expect(await rings(one)).toEqual(['zhou']);
  });
});

it('two instances over one PostgreSQL fill what their agents can take, in rounds at the same time', async () => {
  const where = await places.PostgreSQL();
  const stores = [await opened(where), await opened(where)] as const;
  const [one] = stores;
  for (const agent of ['zhou', 'wu']) await one.setPresence({ agent, available: true, capacity: 2, seenAt: AT });
  for (const [nth, reason] of REASONS.entries()) await queue(one, `t${nth}`, reason);
  const faults: unknown[] = [];
  const keepers = stores.map((store) => keeper(store, faults));
  for (let round = 0; round < 4; round++) await Promise.all(keepers.map((kept) => kept.round()));
  expect(faults).toEqual([]);
  expect([...(await rings(one))].sort()).toEqual(['wu', 'wu', 'zhou', 'zhou']);
});
