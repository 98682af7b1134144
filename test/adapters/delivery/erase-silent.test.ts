import { describe, expect, it } from 'vitest';
import { eraseSilent } from '../../../src/adapters/delivery/erase-silent.ts';
import { memoryLock } from '../../../src/adapters/lock/memory-lock.ts';
import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import { talkKey } from '../../../src/bot/message.ts';
import { after } from '../../../src/handoff/after.ts';
import type { Step } from '../../../src/handoff/step.ts';
import { AT, newTalk, turnOf } from '../store/samples.ts';
import { opened, places } from '../store/stores.ts';

const days = (count: number): string => new Date(Date.parse(AT) + count * 86_400_000).toISOString();

async function step(store: SqlStore, id: string, step: Step): Promise<void> {
  const record = await store.byId(id);
  const next = record && after(record.case, step);
  if (!next) throw new Error(`${step.is} is refused`);
  const common = { by: 'system', wasTold: record.told, told: {}, lines: [], notes: [] };
  await store.move({ id, at: step.at, was: record.case, next, ...common });
}

describe.each(Object.entries(places))('conversations that nobody speaks in, in %s', (_name, place) => {
  it('are erased after so many days, with their pictures, and the log tells that it was not their person', async () => {
    const store = await opened(await place());
    const [pictures, told]: [string[], string[]] = [[], []];
    const parts = {
      store,
      lock: memoryLock(),
      vault: { erase: async (talk: string) => pictures.push(talk) },
      bus: { publish: (talk: string) => void told.push(talk) },
    };
    const there = async () => {
      const found = await Promise.all(['silent', 'spoken', 'waits', 'opened'].map((id) => store.byId(id)));
      return found.flatMap((record) => record?.id ?? []);
    };
    await store.open(newTalk('silent'));
    await store.commit(turnOf('silent', 1));
    await store.open(newTalk('spoken'));
    await store.commit(turnOf('spoken', 1, { at: days(20) }));
    await store.open(newTalk('waits'));
    await step(store, 'waits', { is: 'hand-over', reason: 'user_asked', at: AT });
    // Nobody ever spoke in it.
    await store.open(newTalk('opened', { at: days(1) }));

    await eraseSilent(parts, 30, days(30));
    expect(await there()).toEqual(['silent', 'spoken', 'waits', 'opened']);
    await eraseSilent(parts, 30, days(32));
    expect(await there()).toEqual(['spoken', 'waits']);
    expect([pictures, told]).toEqual([
      ['silent', 'opened'],
      ['silent', 'opened'],
    ]);
    expect(await store.lines('silent', 0, 10)).toEqual([]);
    const entries = await store.audit.entries({ what: ['erase'], limit: 10 });
    expect(entries.map(({ talk, who }) => [talk, who]).sort()).toEqual([
      ['opened', 'system'],
      ['silent', 'system'],
    ]);
  });

  it('stay where somebody speaks at that very moment', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a'));
    const lock = memoryLock();
    const turn = lock.run(talkKey(newTalk('a').talk), () => store.commit(turnOf('a', 1, { at: days(40) })));
    const parts = { store, lock, vault: { erase: async () => 0 }, bus: { publish: () => {} } };
    await Promise.all([turn, eraseSilent(parts, 30, days(40))]);
    expect(await store.lines('a', 0, 10)).not.toEqual([]);
  });
});
