import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { places } from '../adapters/store/stores.ts';
import { openTalking } from './talking.ts';

/** Another process that holds the file for three seconds, as a backup or a tool does. */
const HOLDER = `
const database = new (require(process.argv[1]))(process.argv[2]);
database.exec('begin immediate');
console.log('held');
setTimeout(() => { database.exec('rollback'); database.close(); }, 3000);
`;

it('waits for another process that holds the SQLite file, and then answers once', { timeout: 30_000 }, async () => {
  const place = await places.SQLite();
  const talking = await openTalking(place, ['a']);
  await talking.say('a', 'before');
  const sqlite = createRequire(import.meta.url).resolve('better-sqlite3');
  const holder = spawn(process.execPath, ['-e', HOLDER, sqlite, join(place.dataDir, 'beian.sqlite')]);
  await once(holder.stdout, 'data');
  const begun = performance.now();
  await Promise.all([talking.say('a', 'm'), talking.say('a', 'm')]);
  expect(performance.now() - begun).toBeGreaterThan(1_500);
  await talking.say('a', 'after');
  await talking.check();
  expect(talking.faults).toEqual([]);
});
