import { spawnSync } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/adapters/store/open-store.ts';
import { folderVault } from '../../src/adapters/vault/folder-vault.ts';
import { vaultSeal } from '../../src/adapters/vault/seal.ts';
import { freshFolder, places } from '../adapters/store/stores.ts';
import { openPeopleDesk } from '../people/people-desk.ts';
import { trainedKnowledge } from '../trained.ts';
import { codesOf, openTalking } from './talking.ts';

it('refuses what a full disk cannot keep, and goes on by itself once there is room', { timeout: 30_000 }, async () => {
  const talking = await openTalking(await places.SQLite(), ['a', 'b']);
  const { db } = talking.foundation.store as unknown as {
    readonly db: Parameters<ReturnType<typeof sql>['execute']>[0];
  };
  await talking.say('a', 'before');
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
  await sql.raw(`pragma max_page_count = ${(rows[0]?.page_count ?? 0) + 1}`).execute(db);
  const refused: string[] = [];
  for (let nth = 0; nth < 60; nth++) {
    const id = `m${nth}`;
    await talking.say('a', id).catch(() => refused.push(id));
  }
  expect(refused.length).toBeGreaterThan(10);
  expect(codesOf(talking.faults)).toContain('SQLITE_FULL');
  await sql`pragma max_page_count = 1000000`.execute(db);
  for (const id of refused) await talking.say('a', id);
  await talking.say('b', 'm');
  await talking.check();
});

it('keeps no half picture where the disk of the vault is full', async ({ skip }) => {
  const dir = join(await freshFolder(), 'full');
  await mkdir(dir);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', dir]).status === 0;
  skip(!mounted, 'a small disk can only be made by root');
  onTestFinished(() => void spawnSync('umount', [dir]));
  const vault = folderVault({ dir, seal: vaultSeal(Buffer.alloc(32)) });
  const put = (size: number) =>
    vault.put('a', { name: '图.png', type: 'image/png', bytes: Buffer.alloc(size, 7) }, '2026-03-01T08:00:00.000Z');
  const kept = await put(20_000);
  await expect(put(200_000)).rejects.toMatchObject({ code: 'file', cause: { code: 'ENOSPC' } });
  expect(await readdir(join(dir, 'a'))).toEqual([kept.id]);
  expect((await vault.get('a', kept.id))?.bytes.length).toBe(20_000);
  await vault.erase('a');
  expect((await put(30_000)).size).toBe(30_000);
});

it('says so over HTTP as a sentence, with when to try again, and answers the same message once there is room', async () => {
  const knowledge = await trainedKnowledge();
  onTestFinished(() => knowledge.close());
  const place = await places.SQLite();
  const desk = await openPeopleDesk(knowledge, () => openStore(place));
  onTestFinished(() => desk.close());
  const visitor = await desk.visitor();
  await visitor.say('扫码进不去上传页面');
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(desk.store.db);
  await sql.raw(`pragma max_page_count = ${(rows[0]?.page_count ?? 0) + 1}`).execute(desk.store.db);
  const refused: string[] = [];
  for (let nth = 0; refused.length < 3 && nth < 60; nth++) {
    const { status, body } = await visitor.say('营业执照怎么传', `m${nth}`);
    if (status === 200) continue;
    refused.push(`m${nth}`);
    expect([status, body]).toEqual([
      503,
      { error: { code: 'no-space', message: '我们这边的存储空间满了，这次没有保存下来。请稍后再试一次。' } },
    ]);
  }
  expect(refused).toHaveLength(3);
  const before = await visitor.lines();
  await sql`pragma max_page_count = 1000000`.execute(desk.store.db);
  const [id] = refused;
  const answer = await visitor.say('营业执照怎么传', id);
  expect(answer.status).toBe(200);
  expect(await visitor.say('营业执照怎么传', id)).toEqual(answer);
  expect((await visitor.lines()).length).toBe(before.length + 1 + answer.body.messages.length);
});
