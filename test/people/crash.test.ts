import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { crashRun } from './crash/run.ts';

const KILLS = 10;

it('a busy desk that is killed again and again loses nothing, says nothing twice and leaves nobody waiting', {
  timeout: 180_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'beian-crash-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const { problems, ...counted } = await crashRun({ folder, kills: KILLS, seed: 20260302 });
  expect(problems).toEqual([]);
  expect(counted).toMatchObject({ deaths: KILLS, lost: 0, doubled: 0 });
  expect(counted.acknowledged).toBeGreaterThan(20);
  expect(counted.delivered).toBeGreaterThan(5);
});
