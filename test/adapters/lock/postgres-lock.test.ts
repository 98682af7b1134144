import pg from 'pg';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { type PostgresLock, postgresLock } from '../../../src/adapters/lock/postgres-lock.ts';
import { freshDatabase } from '../../postgres.ts';

let url: string;
let faults: unknown[];
beforeEach(async () => {
  const database = await freshDatabase();
  url = database.url;
  faults = [];
  return database.drop;
});

function instance(): PostgresLock {
  const lock = postgresLock({ url, onFault: (error) => faults.push(error) });
  onTestFinished(() => lock.close());
  return lock;
}

it('lets one job of a key run at a time, over all instances, and those of one instance in order', async () => {
  const locks = [instance(), instance(), instance()];
  let running = 0;
  let most = 0;
  const order: string[] = [];
  const job = (name: string) => async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise(setImmediate);
    order.push(name);
    running -= 1;
  };
  await Promise.all(locks.flatMap((lock, at) => ['a', 'b', 'c'].map((name) => lock.run('talk', job(`${at}${name}`)))));
  expect([most, order.length]).toEqual([1, 9]);
  for (const at of [0, 1, 2])
    expect(order.filter((name) => name.startsWith(`${at}`)).join()).toBe(`${at}a,${at}b,${at}c`);
});

it('lets other keys pass, and goes on after a job that failed', async () => {
  const [one, other] = [instance(), instance()];
  let release: (() => void) | undefined;
  const job = () =>
    new Promise<void>((resolve) => {
      release = resolve;
    });
  const held = one.run('a', job);
  await expect.poll(() => release).toBeDefined();
  expect(await other.run('b', async () => 'passed')).toBe('passed');
  release?.();
  await held;
  await expect(one.run('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await other.run('a', async () => 'fine')).toBe('fine');
  expect(faults).toEqual([]);
});

it('is free once the instance that had it is gone', async () => {
  const [dead, next] = [instance(), instance()];
  let holds = false;
  void dead.run('talk', () => {
    holds = true;
    return new Promise(() => {});
  });
  await expect.poll(() => holds).toBe(true);
  const waits = next.run('talk', async () => 'mine');
  await dead.close();
  expect(await waits).toBe('mine');
});

it('runs all the same where the connection broke', async () => {
  const lock = instance();
  await lock.run('talk', async () => {});
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'beian-assistant locks' and datname = current_database()",
  );
  await client.end();
  expect(await lock.run('talk', async () => 'done')).toBe('done');
  expect(await lock.run('talk', async () => 'again')).toBe('again');
});
