import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { openPeopleDesk } from '../../people/people-desk.ts';
import { trainedKnowledge } from '../../trained.ts';
import { busyDay } from './indexes-day.ts';
import { fillStore } from './indexes-fill.ts';
import { type Recorded, recorded } from './indexes-recorded.ts';
import { AT } from './samples.ts';

/** Enough conversations that no database would rather read all of them. */
const TALKS = 5_000;

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await trainedKnowledge();
}, 120_000);
afterAll(() => knowledge.close());

describe.each(Object.entries(recorded))('a year of conversations in %s', (_name, open) => {
  it('is found by indexes, whatever the store is asked for', { timeout: 120_000 }, async () => {
    const one = await filled(open);
    const uncalled = watched(one.store);
    await busyDay(uncalled.store);
    expect([...uncalled.left]).toEqual([]);
    expect(one.statements.size).toBeGreaterThan(100);
    expect(await wholeReads(one)).toEqual([]);
  });

  it('is found by indexes while people and agents talk', { timeout: 120_000 }, async () => {
    const one = await filled(open);
    const desk = await openPeopleDesk(knowledge, async () => one.store);
    const agent = await desk.agent('小周', 'supervisor');
    await agent.available();
    const person = await desk.visitor();
    await person.say('扫码进不去上传页面');
    await person.say('转人工');
    await desk.wait(1_000);
    for (const list of ['mine', 'open', 'held', 'tickets', 'closed']) await agent.call('GET', `/talks?${list}`);
    await agent.call('POST', `/talks/${person.talk}/claim`);
    await agent.call('POST', `/talks/${person.talk}/messages`, { id: 'm', text: '您好' });
    for (const path of ['', '/history']) await agent.call('GET', `/talks/${person.talk}${path}`);
    for (const path of [
      '/queue',
      '/wall',
      '/wall/today',
      '/alerts',
      '/radar',
      '/handover',
      '/audit?limit=50',
      '/content/gaps',
      '/content/suggestions',
      '/content/weekly',
    ]) {
      expect([path, (await agent.call('GET', path)).status]).toEqual([path, 200]);
    }
    await desk.wait(60_000);
    await person.call('DELETE', '');
    const { faults } = desk;
    expect(faults).toEqual([]);
    expect(await wholeReads(one)).toEqual([]);
    await desk.close();
  });
});

async function filled(open: () => Promise<Recorded>): Promise<Recorded> {
  const one = await open();
  await fillStore(one.store.db, TALKS, AT);
  one.forget();
  return one;
}

/** What was read from end to end of tables that grow, with the statements that did so. */
async function wholeReads({ statements, explain }: Recorded): Promise<readonly string[]> {
  const found: string[] = [];
  for (const statement of [...statements.values()]) {
    for (const step of await explain(statement)) found.push(`${step} <- ${statement.sql}`);
  }
  return found;
}

type Methods = Readonly<Record<string, unknown>>;

/** The same store, and the names of what was not asked of it yet. */
function watched(store: SqlStore): { readonly store: SqlStore; readonly left: ReadonlySet<string> } {
  const left = new Set<string>();
  const watch = (methods: Methods, path: string): Methods =>
    Object.fromEntries(
      Object.entries(methods).map(([name, value]) => {
        if (name === 'db' || name === 'close') return [name, value];
        if (typeof value === 'object' && value !== null) return [name, watch(value as Methods, `${name}.`)];
        if (typeof value !== 'function') return [name, value];
        left.add(path + name);
        return [
          name,
          (...given: readonly unknown[]) => {
            left.delete(path + name);
            return value(...given);
          },
        ];
      }),
    );
  return { store: watch(store as unknown as Methods, '') as unknown as SqlStore, left };
}
