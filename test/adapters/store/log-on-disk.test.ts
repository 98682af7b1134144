import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { logOnDisk } from '../../../src/adapters/store/log-on-disk.ts';
import { SharedSqliteDialect } from '../../../src/adapters/store/sqlite-dialect.ts';

/** A disk that takes what it is given when it is told to. */
class SlowDisk {
  readonly asked: ((error?: Error) => void)[] = [];
  readonly sync = (): Promise<void> =>
    new Promise((resolve, reject) => this.asked.push((error) => (error ? reject(error) : resolve())));

  async answer(error?: Error): Promise<void> {
    while (this.asked.length === 0) await new Promise(setImmediate);
    this.asked.shift()?.(error);
  }
}

const opened: { readonly folder: string; readonly db: Kysely<Numbers> }[] = [];
interface Numbers {
  readonly numbers: { readonly n: number };
}

afterEach(async () => {
  for (const { db, folder } of opened.splice(0)) {
    await db.destroy();
    await rm(folder, { recursive: true });
  }
});

async function slowStore(): Promise<{ readonly db: Kysely<Numbers>; readonly disk: SlowDisk }> {
  const folder = await mkdtemp(join(tmpdir(), 'beian-log-'));
  const file = join(folder, 'beian.sqlite');
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  database.exec('create table numbers (n integer)');
  const disk = new SlowDisk();
  const db = new Kysely<Numbers>({ dialect: new SharedSqliteDialect(database, logOnDisk(file, disk.sync)) });
  opened.push({ folder, db });
  return { db, disk };
}

function told(work: Promise<unknown>): { readonly is: () => string } {
  let state = 'waits';
  work.then(
    () => (state = 'done'),
    () => (state = 'failed'),
  );
  return { is: () => state };
}

test('whoever wrote is answered when it is on disk, and not before', async () => {
  const { db, disk } = await slowStore();
  const write = db.insertInto('numbers').values({ n: 1 }).execute();
  const writing = told(write);
  while (disk.asked.length === 0) await new Promise(setImmediate);
  // Others have their turn meanwhile, and readers are not held up at all.
  expect(await db.selectFrom('numbers').selectAll().execute()).toEqual([{ n: 1 }]);
  expect(writing.is()).toBe('waits');
  await disk.answer();
  await write;
});

test('a transaction waits once, however much it wrote, and one that only read does not', async () => {
  const { db, disk } = await slowStore();
  const both = db.transaction().execute(async (transaction) => {
    await transaction.insertInto('numbers').values({ n: 1 }).execute();
    await transaction.insertInto('numbers').values({ n: 2 }).execute();
  });
  await disk.answer();
  await both;
  await db.transaction().execute((transaction) => transaction.selectFrom('numbers').selectAll().execute());
  expect(disk.asked).toHaveLength(0);
});

test('all who write while the disk is busy wait for one writing more', async () => {
  const { db, disk } = await slowStore();
  const insert = (n: number) => db.insertInto('numbers').values({ n }).execute();
  const first = insert(0);
  while (disk.asked.length === 0) await new Promise(setImmediate);
  const others = Array.from({ length: 20 }, (_, n) => insert(n + 1));
  const last = told(Promise.all(others));
  expect(await db.selectFrom('numbers').selectAll().execute()).toHaveLength(21);
  await disk.answer();
  await first;
  while (disk.asked.length === 0) await new Promise(setImmediate);
  expect(last.is()).toBe('waits');
  await disk.answer();
  await Promise.all(others);
  expect(disk.asked).toHaveLength(0);
});

test('a disk that does not take it fails all who waited, and everybody after', async () => {
  const { db, disk } = await slowStore();
  const write = db.insertInto('numbers').values({ n: 1 }).execute();
  const failing = expect(write).rejects.toThrow('没有写进磁盘：请检查 DATA_DIR 所在的磁盘');
  await disk.answer(Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO' }));
  await failing;
  // Otherwise the same message again would find its answer, and nobody could say whether the disk has it.
  await expect(db.selectFrom('numbers').selectAll().execute()).rejects.toThrow('没有写进磁盘');
  await expect(db.insertInto('numbers').values({ n: 2 }).execute()).rejects.toThrow('没有写进磁盘');
});

test('statements that wait for the connection have it in the order in which they came', async () => {
  const { db, disk } = await slowStore();
  const order: number[] = [];
  const reads = Array.from({ length: 50 }, (_, n) =>
    db
      .selectFrom('numbers')
      .selectAll()
      .execute()
      .then(() => order.push(n)),
  );
  await Promise.all(reads);
  expect(order).toEqual(Array.from({ length: 50 }, (_, n) => n));
  expect(disk.asked).toHaveLength(0);
});
