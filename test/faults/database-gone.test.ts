import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { opened, places } from '../adapters/store/stores.ts';
import { gateBefore } from './gate.ts';
import { codesOf, openTalking } from './talking.ts';

const PEOPLE = ['a', 'b', 'c', 'd'];

async function other(databaseUrl: string | undefined): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

it('loses and doubles nothing while the database ends all connections again and again', {
  timeout: 60_000,
}, async () => {
  const place = await places.PostgreSQL();
  const talking = await openTalking(place, PEOPLE);
  const client = await other(place.databaseUrl);
  let isOver = false;
  const cutting = (async () => {
    for (let cuts = 0; !isOver; cuts++) {
      await client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      await pause(cuts % 2 === 0 ? 20 : 130);
    }
  })();
  await Promise.all(
    PEOPLE.map(async (person) => {
      for (let nth = 0; nth < 15; nth++) await talking.insist(person, `m${nth}`);
    }),
  );
  isOver = true;
  await cutting;
  await talking.insist('a', 'last');
  await talking.check();
  expect(codesOf(talking.faults)).toContain('57P01');
});

it('answers once what waited for a slow database, however often it was said', { timeout: 30_000 }, async () => {
  const place = await places.PostgreSQL();
  const talking = await openTalking(place, PEOPLE);
  const client = await other(place.databaseUrl);
  await client.query('begin; lock table turns in access exclusive mode');
  const said = PEOPLE.flatMap((person) => [
    talking.say(person, 'm'),
    talking.say(person, 'm'),
    talking.say(person, 'm'),
  ]);
  expect(await Promise.race([Promise.any(said), pause(1_000, 'waits')])).toBe('waits');
  await client.query('commit');
  const answers = await Promise.all(said);
  expect(new Set(answers.map((answered) => JSON.stringify(answered))).size).toBeLessThanOrEqual(PEOPLE.length);
  await talking.check();
  expect(talking.faults).toEqual([]);
});

it('gives a silent database up in time, and asks it again over other connections', async () => {
  const { databaseUrl = '', dataDir } = await places.PostgreSQL();
  const gate = await gateBefore(databaseUrl);
  onTestFinished(gate.close);
  const store = await opened({ databaseUrl: gate.url, dataDir, patience: 300 });
  await store.ping();
  gate.hold();
  const asked = [
    store.ping(),
    store.db.transaction().execute((transaction) => transaction.selectFrom('talks').select('id').execute()),
  ];
  expect(await Promise.allSettled(asked)).toEqual(
    asked.map(() => ({ status: 'rejected', reason: expect.objectContaining({ name: 'StoreError', code: 'slow' }) })),
  );
  await gate.open();
  await store.ping();
});
