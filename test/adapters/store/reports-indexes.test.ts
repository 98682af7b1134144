import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../../src/adapters/store/migrate.ts';
import { reports } from '../../../src/adapters/store/reports.ts';
import { SharedSqliteDialect } from '../../../src/adapters/store/sqlite-dialect.ts';
import type { Tables } from '../../../src/adapters/store/tables.ts';
import { freshFolder } from './stores.ts';

const SPAN = { from: '2026-02-28T16:00:00.000Z', to: '2026-03-02T16:00:00.000Z' };

it('reports find the rows of their days by an index, whatever else there is', async () => {
  const database = new Database(join(await freshFolder(), 'reports.sqlite'));
  const statements: { readonly sql: string; readonly parameters: readonly unknown[] }[] = [];
  const db = new Kysely<Tables>({
    dialect: new SharedSqliteDialect(database),
    log: ({ query }) => {
      statements.push(query);
    },
  });
  onTestFinished(() => db.destroy());
  await migrate(db);
  statements.length = 0;
  const all = Object.values(reports(db)) as ((span: typeof SPAN) => Promise<unknown>)[];
  for (const report of all) await report(SPAN);
  expect(statements).toHaveLength(all.length);

  const steps = statements.flatMap(({ sql, parameters }) => {
    const plan = database.prepare(`explain query plan ${sql}`).all(...parameters) as { detail: string }[];
    return plan.map(({ detail }) => detail);
  });
  const used = new Set(steps.flatMap((step) => step.match(/INDEX (\w+_by_\w+)/)?.[1] ?? []));
  expect([...used].sort()).toEqual(
    expect.arrayContaining([
      ...['asked_by_time', 'feedback_by_time', 'gaps_by_time', 'ratings_by_time'],
      ...['transitions_by_talk', 'transitions_by_time'],
    ]),
  );
  const tables = ['asked', 'feedback', 'gaps', 'ratings', 'audit', 'lines', 'talks', 'begun', 'later', 'last'];
  const scanned = steps.filter((step) => {
    const [, table = ''] = step.match(/^SCAN (\w+)(?! USING INDEX)/) ?? [];
    return tables.includes(table);
  });
  // What is scanned by these names is what a query made itself, from rows that it found by an index.
  expect(scanned.filter((step) => !/^SCAN begun$/.test(step))).toEqual([]);
});
