import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../../src/adapters/store/migrate.ts';
import { sqlStore } from '../../../src/adapters/store/sql-store.ts';
import { SharedSqliteDialect } from '../../../src/adapters/store/sqlite-dialect.ts';
import type { Tables } from '../../../src/adapters/store/tables.ts';
import { vaultSeal } from '../../../src/adapters/vault/seal.ts';
import { tableVault } from '../../../src/adapters/vault/table-vault.ts';
import { AT, gapAt, newTalk, ticketAt, turnOf } from './samples.ts';
import { freshFolder } from './stores.ts';

it('everything a busy desk does is found by an index', async () => {
  const database = new Database(join(await freshFolder(), 'indexes.sqlite'));
  const statements = new Set<string>();
  const db = new Kysely<Tables>({
    dialect: new SharedSqliteDialect(database),
    log: ({ query }) => {
      statements.add(query.sql);
    },
  });
  onTestFinished(() => db.destroy());
  await migrate(db);
  statements.clear();

  const store = sqlStore(db);
  await store.open(newTalk('a'));
  await store.byId('a');
  await store.byTalk(newTalk('a').talk);
  await store.byToken('a', 'hash-of-a');
  await store.setContext('a', {});
  await store.turn('a', 'm1');
  await store.commit(turnOf('a', 1, { gaps: [gapAt(AT, '问')], ticket: ticketAt(AT, 'k'), erase: true }));
  await store.lines('a', 0, 10);
  await store.judge('a', 3, true, AT);
  await store.tickets({ done: false });
  await store.finishTicket('k', AT);
  await store.gaps(10);
  const vault = tableVault(db, vaultSeal(Buffer.alloc(32)));
  await vault.get('a', (await vault.put('a', { name: '', type: '', bytes: Buffer.alloc(0) }, AT)).id);
  await vault.sweep(AT);
  await vault.erase('a');
  await store.erase('a');

  const plans = [...statements]
    .filter((statement) => /^(select|insert|update|delete)/.test(statement))
    .flatMap((statement) => {
      const steps = database.prepare(`explain query plan ${statement}`).all(...holders(statement)) as {
        detail: string;
      }[];
      return steps.map(({ detail }) => `${detail} <- ${statement}`);
    });
  expect(plans.length).toBeGreaterThan(12);
  expect(
    plans.filter((plan) => /^SCAN (talks|lines|turns|feedback|gaps|tickets|files)\b(?!.* INDEX)/.test(plan)),
  ).toEqual([]);
});

/** Something for each `?` of a statement. */
function holders(statement: string): readonly null[] {
  return [...statement.matchAll(/\?/g)].map(() => null);
}
