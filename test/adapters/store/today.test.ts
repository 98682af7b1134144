import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../../src/adapters/store/migrate.ts';
import { type SqlStore, sqlStore } from '../../../src/adapters/store/sql-store.ts';
import { SharedSqliteDialect } from '../../../src/adapters/store/sqlite-dialect.ts';
import type { Tables } from '../../../src/adapters/store/tables.ts';
import { takeStep } from '../../../src/bot/desk/take-step.ts';
import { outcome } from '../../../src/bot/message.ts';
import type { Step } from '../../../src/handoff/step.ts';
import { newTalk, ticketAt, turnOf } from './samples.ts';
import { freshFolder, opened, places } from './stores.ts';

/** Midnight in China. */
const FROM = '2026-02-28T16:00:00.000Z';
const BEFORE = '2026-02-28T15:59:59.999Z';
const QUIET = '2026-03-01T09:00:00.000Z';
const DAY = { from: FROM, quietSince: QUIET };
const NOTHING = {
  conversations: 0,
  solvedByBot: 0,
  handedOver: 0,
  solvedByPeople: 0,
  ticketsOpen: 0,
  ticketsAnswered: 0,
  waits: [],
};
const bus = { publish() {} };

describe.each(Object.entries(places))('the figures of a day, in %s', (_name, place) => {
  let store: SqlStore;
  beforeEach(async () => {
    store = await opened(await place());
  });

  /** A talk with one turn. */
  async function asked(id: string, rest: Parameters<typeof turnOf>[2] = {}): Promise<void> {
    await store.open(newTalk(id));
    expect(await store.commit(turnOf(id, 1, rest))).toBeDefined();
  }

  async function step(id: string, at: string, ...steps: readonly Step[]): Promise<void> {
    expect(await takeStep({ store, bus }, id, at, () => ({ by: 'ann', steps, waited: 1_500 }))).toMatchObject({
      is: 'moved',
    });
  }

  it('are none on a day without people', async () => {
    expect(await store.dayFigures(DAY)).toEqual(NOTHING);
    await asked('yesterday', { at: BEFORE });
    expect(await store.dayFigures(DAY)).toEqual(NOTHING);
  });

  it('count as solved by the assistant what was answered last, and is quiet', async () => {
    await asked('quiet');
    await asked('spoke just now', { at: '2026-03-01T09:00:00.001Z' });
    await asked('open', { outcome: outcome('not-covered') });
    await asked('unhelped');
    await store.judge('unhelped', 4, false, QUIET);
    expect(await store.dayFigures(DAY)).toEqual({ ...NOTHING, conversations: 4, solvedByBot: 1 });
  });

  it('count what went to people, came back, and was ended', async () => {
    const at = '2026-03-01T08:30:00.000Z';
    for (const id of ['solved', 'advised', 'waits', 'unreachable', 'erased']) {
      await asked(id);
      await step(id, at, { is: 'hand-over', reason: 'user_asked', at });
    }
    for (const [id, code] of [
      ['solved', 'solved'],
      ['advised', 'advised'],
      ['unreachable', 'unreachable'],
    ] as const) {
      await step(id, '2026-03-01T08:31:00.000Z', { is: 'claim', agent: 'ann', at });
      await step(id, '2026-03-01T08:32:00.000Z', { is: 'resolve', agent: 'ann', code, at });
    }
    await store.erase('erased');
    const figures = await store.dayFigures(DAY);
    expect(figures).toMatchObject({ conversations: 4, handedOver: 4, solvedByPeople: 2, solvedByBot: 0 });
    expect(figures.waits).toContain(1_500);
    await step(
      'solved',
      '2026-03-01T08:33:00.000Z',
      { is: 'user-speaks', at },
      { is: 'hand-over', reason: 'complaint', at },
    );
    expect(await store.dayFigures(DAY)).toMatchObject({ handedOver: 4, solvedByPeople: 1 });
    // Of the day after, nothing but who still waits.
    expect(await store.dayFigures({ from: '2026-03-01T16:00:00.000Z', quietSince: QUIET })).toEqual(NOTHING);
  });

  it('count 留言 that wait, and those that were answered', async () => {
    await asked('a', { ticket: ticketAt(BEFORE, 'old') });
    await asked('b', { ticket: ticketAt(FROM, 'answered') });
    await store.finishTicket('answered', FROM);
    expect(await store.dayFigures(DAY)).toMatchObject({ ticketsOpen: 1, ticketsAnswered: 1 });
  });

  it('read the last words and the notes of many conversations at once', async () => {
    await asked('a');
    await asked('b', { said: '还是不行', files: [{ id: 'f', name: 'x', type: 'image/png', size: 1 }] });
    await takeStep({ store, bus }, 'b', QUIET, () => ({
      steps: [{ is: 'claim', agent: 'ann', at: QUIET }],
      lines: [{ by: 'agent', name: '客服 01', reply: { text: '您好' } }],
      notes: [
        { kind: 'note', author: 'ann', body: { text: '第一条' } },
        { kind: 'event', author: 'ann', body: { what: 'claim' } },
      ],
    }));
    const words = await store.lastWords(['a', 'b', 'nobody']);
    expect(words.toSorted((x, y) => (x.talk + x.by < y.talk + y.by ? -1 : 1))).toEqual([
      { talk: 'a', by: 'user', at: '2026-03-01T08:00:00.000Z', text: '扫码进不去上传页面', pictures: 0 },
      { talk: 'b', by: 'agent', at: QUIET, text: '您好', pictures: 0 },
      { talk: 'b', by: 'user', at: '2026-03-01T08:00:00.000Z', text: '还是不行', pictures: 1 },
    ]);
    expect(await store.notesOf(['a', 'b'])).toEqual([{ talk: 'b', at: QUIET, author: 'ann', text: '第一条' }]);
    expect([await store.lastWords([]), await store.notesOf([])]).toEqual([[], []]);
  });
});

it('the figures of a day are found by indexes', async () => {
  const database = new Database(join(await freshFolder(), 'today.sqlite'));
  const statements = new Set<string>();
  const db = new Kysely<Tables>({
    dialect: new SharedSqliteDialect(database),
    log: ({ query }) => void statements.add(query.sql),
  });
  onTestFinished(() => db.destroy());
  await migrate(db);
  statements.clear();
  const store = sqlStore(db);
  await store.dayFigures(DAY);
  await store.lastWords(['a']);
  await store.notesOf(['a']);
  const plans = [...statements].flatMap((statement) => {
    const holders = [...statement.matchAll(/\?/g)].map(() => null);
    const steps = database.prepare(`explain query plan ${statement}`).all(...holders) as { detail: string }[];
    return steps.map(({ detail }) => `${detail} <- ${statement}`);
  });
  expect(statements.size).toBe(9);
  expect(plans.filter((plan) => /^SCAN (?!last\b)(?!.*INDEX)/.test(plan))).toEqual([]);
});
