import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import type { StorePlace } from '../../../src/adapters/store/open-store.ts';
import { AT } from './agents-samples.ts';
import { newTalk } from './samples.ts';
import { opened, places } from './stores.ts';

/** Runs statements past the store, as somebody with the database's own tools would; gives the error. */
async function tried({ databaseUrl, dataDir }: StorePlace, statements: string): Promise<unknown> {
  if (!databaseUrl) {
    const database = new Database(join(dataDir, 'beian.sqlite'));
    try {
      return database.exec(statements) && undefined;
    } catch (error) {
      return error;
    } finally {
      database.close();
    }
  }
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return void (await client.query(statements));
  } catch (error) {
    return error;
  } finally {
    await client.end();
  }
}

const VALUES = `(1, '${AT}', 'nobody', 'export', null, '{}')`;

const ATTEMPTS: Readonly<Record<keyof typeof places, readonly string[]>> = {
  SQLite: [
    "update audit set who = 'nobody'",
    'delete from audit',
    'delete from audit where id = 1',
    `replace into audit (id, at, who, what, talk, detail) values ${VALUES}`,
    `insert or replace into audit (id, at, who, what, talk, detail) values ${VALUES}`,
    `insert into audit (id, at, who, what, talk, detail) values ${VALUES} on conflict (id) do update set who = 'nobody'`,
    'update or replace audit set id = 1 where id = 2',
    'begin; delete from audit where id = 1; commit',
  ],
  PostgreSQL: [
    "update audit set who = 'nobody'",
    'delete from audit',
    'delete from audit where id = 1',
    'truncate audit',
    'truncate audit restart identity cascade',
    `insert into audit (id, at, who, what, talk, detail) overriding system value values ${VALUES}
     on conflict (id) do update set who = 'nobody'`,
    'merge into audit using (select 1) one on id = 1 when matched then delete',
    'set session_replication_role = replica; delete from audit',
  ],
};

describe.each(Object.entries(places))('the audit log in %s', (name, place) => {
  it.each(ATTEMPTS[name as keyof typeof places])('stays as it is after: %s', async (statement) => {
    const where = await place();
    const { audit } = await opened(where);
    await audit.add({ at: AT, who: 'cli', what: 'sign-out' });
    await audit.add({ at: AT, who: 'a', what: 'reveal', talk: 't', detail: { item: 'contact' } });
    const before = await audit.entries({ limit: 10 });
    expect(await tried(where, statement)).toMatchObject({ message: 'audit is append-only' });
    expect(await audit.entries({ limit: 10 })).toEqual(before);
  });

  it('grows by rows with growing ids, and gives them newest first', async () => {
    const { audit } = await opened(await place());
    const detail = { item: '第 3 张图片', times: 2, granted: true, before: null };
    await audit.add({ at: AT, who: 'cli', what: 'sign-out' });
    await audit.add({ at: AT, who: 'a', what: 'reveal', talk: 't', detail });
    expect(await audit.entries({ limit: 10 })).toEqual([
      { id: 2, at: AT, who: 'a', what: 'reveal', talk: 't', detail },
      { id: 1, at: AT, who: 'cli', what: 'sign-out', talk: null, detail: {} },
    ]);
    expect((await audit.entries({ limit: 1 })).map(({ id }) => id)).toEqual([2]);
    expect((await audit.entries({ before: 2, limit: 10 })).map(({ id }) => id)).toEqual([1]);
  });

  it('keeps what was logged of a talk that is erased, and that it was', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a'));
    await store.audit.add({ at: AT, who: 'system', what: 'transition', talk: 'a' });
    await store.erase('a');
    const entries = await store.audit.entries({ limit: 10 });
    expect(entries.map(({ what, talk }) => [what, talk])).toEqual([
      ['erase', 'a'],
      ['transition', 'a'],
    ]);
  });
});
