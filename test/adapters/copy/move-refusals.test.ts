import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { expect, it } from 'vitest';
import { move } from '../../../src/adapters/copy/move.ts';
import { openStore } from '../../../src/adapters/store/open-store.ts';
import { openSeal } from '../../../src/adapters/vault/open-seal.ts';
import { newTalk } from '../store/samples.ts';
import { filled } from './filled.ts';
import { emptyDatabase, storeAt } from './target.ts';

it('refuses a key that opens no picture', async () => {
  const from = await filled({ talks: 6 });
  await expect(move({ ...from, key: Buffer.alloc(32), to: await emptyDatabase() })).rejects.toMatchObject({
    code: 'key',
    message: expect.stringContaining('VAULT_KEY'),
  });
});

it('refuses while the service has the source open, and keeps it out meanwhile', async () => {
  const from = await filled({ talks: 6 });
  const to = await emptyDatabase();
  const { store } = await from.open();
  await expect(move({ ...from, to })).rejects.toMatchObject({
    code: 'in-use',
    message: expect.stringContaining('请先停止服务'),
  });
  await store.close();
  let refused: unknown;
  const told = (_step: string, done: number): void => {
    if (done > 0 && refused === undefined) {
      const other = new Database(join(from.dataDir, 'beian.sqlite'), { timeout: 0 });
      try {
        other.prepare('select count(*) from talks').get();
        refused = 'not refused';
      } catch (error) {
        refused = (error as { readonly code?: string }).code;
      }
      other.close();
    }
  };
  await move({ ...from, to, told });
  expect(refused).toBe('SQLITE_BUSY');
  const { store: again } = await from.open();
  await again.close();
});

it('refuses a folder without a database', async () => {
  const from = await filled({ talks: 6 });
  const missing = { ...from, dataDir: join(from.dataDir, 'vault') };
  await expect(move({ ...missing, to: await emptyDatabase() })).rejects.toMatchObject({ code: 'unreachable' });
});

it('refuses a target that is used, and leaves it as it is', async () => {
  const from = await filled({ talks: 6 });
  const to = await emptyDatabase();
  const theirs = await openStore({ databaseUrl: to, dataDir: '.' });
  await theirs.open(newTalk('theirs'));
  await theirs.close();
  await expect(move({ ...from, to })).rejects.toMatchObject({
    code: 'target',
    message: expect.stringContaining('talks'),
  });
  const store = await storeAt(to);
  expect(await store.db.selectFrom('vendor_memory').selectAll().execute()).toEqual([]);
  expect(await store.db.selectFrom('talks').select('id').execute()).toEqual([{ id: 'theirs' }]);
});

it('refuses a target that another program uses, and makes nothing there', async () => {
  const from = await filled({ talks: 6 });
  const to = await emptyDatabase();
  const client = new pg.Client({ connectionString: to });
  await client.connect();
  await client.query('create table shop (id text)');
  await expect(move({ ...from, to })).rejects.toMatchObject({
    code: 'target',
    message: expect.stringContaining('shop'),
  });
  const { rows } = await client.query("select tablename from pg_tables where schemaname = 'public'");
  await client.end();
  expect(rows).toEqual([{ tablename: 'shop' }]);
});

it('refuses a target where an instance is running, and one of another key', async () => {
  const from = await filled({ talks: 6 });
  const to = await emptyDatabase();
  const instance = await openStore({ databaseUrl: to, dataDir: '.' });
  await expect(move({ ...from, to })).rejects.toMatchObject({
    code: 'in-use',
    message: expect.stringContaining('请先停止服务'),
  });
  await openSeal(instance.db, Buffer.alloc(32));
  await instance.close();
  await expect(move({ ...from, to })).rejects.toMatchObject({
    code: 'key',
    message: expect.stringContaining('VAULT_KEY'),
  });
});
