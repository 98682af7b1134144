import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { COPIED, LEFT, PICTURES } from '../../../src/adapters/copy/copied-tables.ts';
import { move } from '../../../src/adapters/copy/move.ts';
import { openStore } from '../../../src/adapters/store/open-store.ts';
import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import { tableVault } from '../../../src/adapters/vault/table-vault.ts';
import { AT, newTalk } from '../store/samples.ts';
import { type Filled, filled } from './filled.ts';
import { breakOff, emptyDatabase, storeAt } from './target.ts';

/** What a desk reads of its store: one talk whole, the log, what is set. */
async function read(store: SqlStore) {
  const talks = await Promise.all(['talk-0', 'talk-5', 'talk-7'].map((id) => store.byId(id)));
  return {
    talks,
    lines: await store.lines('talk-5', 0, 100),
    turn: await store.turn('talk-5', 'm1'),
    tickets: await store.ticketsOf('talk-5'),
    notes: await store.notes('talk-5'),
    underWay: await store.underWay('talk-3'),
    gaps: new Set((await store.gaps(500)).map((gap) => JSON.stringify(gap))),
    audit: await store.audit.entries({ limit: 500 }),
    revisions: await store.revisions.list({ limit: 10 }),
    present: await store.presences(),
    window: await store.windows.windowOf('talk-0'),
  };
}

it('names every table there is', async () => {
  const { open } = await filled({ talks: 6 });
  const { store } = await open();
  onTestFinished(() => store.close());
  const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'
    and name not like 'sqlite%' and name not like 'kysely%'`.execute(store.db);
  expect([...COPIED.map(({ name }) => name), PICTURES, ...LEFT].sort()).toEqual(rows.map(({ name }) => name).sort());
});

it('moves all a desk knows, and the desk goes on with it', async () => {
  const from = await filled();
  const to = await emptyDatabase();
  const shares: string[] = [];
  const { tables, pictures, damaged } = await move({
    ...from,
    to,
    told: (step, done, all) => shares.push(`${step} ${done} ${all}`),
  });
  expect({ pictures, damaged }).toEqual({ pictures: 6, damaged: [] });
  const counts = Object.fromEntries(Object.entries(tables).map(([name, { rows }]) => [name, rows]));
  expect(counts).toMatchObject({
    talks: 40,
    lines: 160,
    turns: 40,
    gaps: 40,
    tickets: 8,
    revisions: 2,
    agents: 1,
  });
  expect(counts.audit).toBeGreaterThan(2);
  const all = Object.values(tables).reduce((sum, { rows }) => sum + rows, pictures);
  expect(shares.at(-1)).toBe(`verify ${all} ${all}`);

  const { store: before } = await from.open();
  onTestFinished(() => before.close());
  const store = await storeAt(to);
  expect(await read(store)).toEqual(await read(before));
  const { talk, id, bytes } = from.picture;
  const picture = await tableVault(store.db, from.seal).get(talk, id);
  expect({ name: picture?.name, same: bytes.equals(Buffer.from(picture?.bytes ?? [])) }).toEqual({
    name: '证件 0.jpg',
    same: true,
  });

  // What the database numbers itself goes on behind what was moved, and the log still cannot be changed.
  const last = (await store.audit.entries({ limit: 1 }))[0]?.id ?? 0;
  await store.audit.add({ at: AT, who: 'cli', what: 'export' });
  expect((await store.audit.entries({ limit: 1 }))[0]?.id).toBe(last + 1);
  expect(await store.revisions.change({ at: AT, who: 'a', subject: 'canned', name: null, after: [] })).toMatchObject({
    id: 3,
  });
  await expect(sql`delete from audit`.execute(store.db)).rejects.toThrow('append-only');
  await store.open(newTalk('after'));
});

it('broken off, leaves nothing, and is run again', { timeout: 60_000 }, async () => {
  const from = await filled({ talks: 700, pictures: 4 });
  const to = await emptyDatabase();
  for (const at of [1, 2_000, 3_400]) await breakOff(from, to, at);
  const half = await openStore({ databaseUrl: to, dataDir: '.' });
  expect(await half.db.selectFrom('lines').select('seq').limit(1).execute()).toEqual([]);
  await half.close();
  const { tables, pictures } = await move({ ...from, to });
  expect({ lines: tables.lines?.rows, pictures }).toEqual({ lines: 2_800, pictures: 4 });
  await expect(move({ ...from, to })).rejects.toMatchObject({ code: 'target' });
});

/** What the target's database does to a row that comes to it, as a fault of it would. */
async function meddle(to: string, table: string, doing: string): Promise<void> {
  const { db, close } = await openStore({ databaseUrl: to, dataDir: '.' });
  await sql.raw(`create function meddle() returns trigger language plpgsql as 'begin ${doing} end'`).execute(db);
  await sql.raw(`create trigger meddle before insert on ${table} for each row execute function meddle()`).execute(db);
  await close();
}

it.each([
  [
    'was changed',
    'talks',
    "new.opened_at := ''2026-03-01T08:00:00.001Z''; return new;",
    'talks 表两边都是 6 行，但内容不同',
  ],
  ['is missing', 'gaps', 'return null;', 'gaps 表两边应该有 6 行，实际有 0 行'],
])('notices what %s on the way, and leaves nothing', async (_what, table, doing, message) => {
  const from = await filled({ talks: 6 });
  const to = await emptyDatabase();
  await meddle(to, table, doing);
  await expect(move({ ...from, to })).rejects.toMatchObject({
    code: 'differs',
    message: expect.stringContaining(message),
  });
  const { db } = await storeAt(to);
  expect(await db.selectFrom('talks').select('id').execute()).toEqual([]);
});

/** Changes the file as a damaged disk would: nobody asks the store. */
function spoil({ dataDir }: Filled, statement: string): void {
  const database = new Database(join(dataDir, 'beian.sqlite'));
  expect(database.prepare(statement).run().changes).toBe(1);
  database.close();
}

it.each([
  [
    'JSON that is cut off',
    "update turns set answered = substr(answered, 1, 9) where talk = 'talk-3'",
    'turns 表第 4 行',
  ],
  [
    'text that PostgreSQL cannot hold',
    "update tickets set message = 'a' || char(0) || 'b' where talk = 'talk-5'",
    'tickets 表第 2 行',
  ],
])('stops at a corrupted row, says which, and moves all once it is put right: %s', async (_what, statement, where) => {
  const from = await filled({ talks: 12 });
  const { store } = await from.open();
  const { answered } = await store.db
    .selectFrom('turns')
    .select('answered')
    .where('talk', '=', 'talk-3')
    .executeTakeFirstOrThrow();
  await store.close();
  spoil(from, statement);
  const to = await emptyDatabase();
  await expect(move({ ...from, to })).rejects.toMatchObject({ code: 'row', message: expect.stringContaining(where) });
  const database = new Database(join(from.dataDir, 'beian.sqlite'));
  database.prepare("update turns set answered = ? where talk = 'talk-3'").run(answered);
  database.prepare("update tickets set message = '请联系我' where talk = 'talk-5'").run();
  database.close();
  expect((await move({ ...from, to })).tables.turns?.rows).toBe(12);
});

it('leaves out a picture that does not open, and names it', async () => {
  const from = await filled({ talks: 6 });
  const { talk, id } = from.picture;
  await writeFile(join(from.dataDir, 'vault', talk, id), 'no picture any more');
  const { damaged, pictures } = await move({ ...from, to: await emptyDatabase() });
  expect({ damaged, pictures }).toEqual({ damaged: [`${talk}/${id}`], pictures: 5 });
  expect(await readdir(join(from.dataDir, 'vault', talk))).toEqual([id]);
});
