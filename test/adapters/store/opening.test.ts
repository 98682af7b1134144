import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore, type StorePlace } from '../../../src/adapters/store/open-store.ts';
import { freshDatabase } from '../../postgres.ts';
import { newTalk } from './samples.ts';
import { freshFolder, opened, places } from './stores.ts';

/** Runs one statement past the store. */
async function execute({ databaseUrl, dataDir }: StorePlace, statement: string): Promise<void> {
  if (!databaseUrl) {
    const database = new Database(join(dataDir, 'beian.sqlite'));
    database.exec(statement);
    database.close();
    return;
  }
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

describe.each(Object.entries(places))('opening %s', (_name, place) => {
  it('makes the schema, and finds what is there at the second start', async () => {
    const where = await place();
    const first = await opened(where);
    await first.ping();
    await first.open(newTalk('a'));
    await first.close();
    const second = await opened(where);
    expect((await second.byId('a'))?.seq).toBe(1);
  });

  it('refuses a database of a newer version and leaves it as it is', async () => {
    const where = await place();
    await (await openStore(where)).close();
    await execute(where, "insert into kysely_migration values ('9999-future', '2030-01-01T00:00:00.000Z')");
    await expect(openStore(where)).rejects.toMatchObject({ code: 'schema' });
    await execute(where, "delete from kysely_migration where name = '9999-future'");
    await (await opened(where)).ping();
  });

  it('leaves no half schema behind when it fails midway', async () => {
    const where = await place();
    await execute(where, 'create table tickets (id integer)');
    await expect(openStore(where)).rejects.toMatchObject({ code: 'schema' });
    await execute(where, 'drop table tickets');
    await (await opened(where)).ping();
  });

  it('gives a store whose ping fails once it is closed', async () => {
    const store = await openStore(await place());
    await store.close();
    await expect(store.ping()).rejects.toThrow();
  });
});

describe('a SQLite store', () => {
  it('makes its folder, and writes nowhere else', async () => {
    const dataDir = join(await freshFolder(), 'deep', 'var');
    const store = await opened({ dataDir });
    await store.open(newTalk('a'));
    expect((await readdir(dataDir)).sort()).toEqual(['beian.sqlite', 'beian.sqlite-shm', 'beian.sqlite-wal']);
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
  });

  it('says which setting to look at when its file is none, or its folder cannot be', async () => {
    const dataDir = await freshFolder();
    await writeFile(join(dataDir, 'beian.sqlite'), '这不是数据库。'.repeat(100));
    await expect(openStore({ dataDir })).rejects.toThrow(/beian\.sqlite.*DATA_DIR/);
    const inFile = join(dataDir, 'beian.sqlite', 'var');
    await expect(openStore({ dataDir: inFile })).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('a PostgreSQL store', () => {
  it('is made once by instances that start at the same moment', async () => {
    const where = await places.PostgreSQL();
    const stores = await Promise.all([opened(where), opened(where), opened(where), opened(where)]);
    await stores[0]?.open(newTalk('a'));
    for (const store of stores) expect((await store.byId('a'))?.id).toBe('a');
  });

  it('goes on after the server has cut its connections', async () => {
    const where = await places.PostgreSQL();
    const store = await opened(where);
    await store.open(newTalk('a'));
    await execute(
      where,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await expect
      .poll(() =>
        store.byId('a').then(
          (record) => record?.id,
          () => 'failed',
        ),
      )
      .toBe('a');
  });

  it('says that it cannot be reached, without the password', async () => {
    const attempt = openStore({ databaseUrl: 'postgres://me:secret@127.0.0.1:1/beian', dataDir: '.' });
    await expect(attempt).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('DATABASE_URL'),
    });
    await expect(attempt).rejects.not.toThrow(/secret/);
  });

  it('refuses a database that cannot hold Chinese text', async () => {
    const { url, drop } = await freshDatabase(
      "encoding 'LATIN1' locale_provider libc lc_collate 'C' lc_ctype 'C' template template0",
    );
    onTestFinished(drop);
    await expect(openStore({ databaseUrl: url, dataDir: '.' })).rejects.toMatchObject({ code: 'encoding' });
  });
});
