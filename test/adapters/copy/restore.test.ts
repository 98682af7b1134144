import { randomBytes } from 'node:crypto';
import { appendFile, mkdir, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { sumOfFile } from '../../../src/adapters/copy/archive.ts';
import { backUp } from '../../../src/adapters/copy/back-up.ts';
import { restore } from '../../../src/adapters/copy/restore.ts';
import { migrate } from '../../../src/adapters/store/migrate.ts';
import { openStore } from '../../../src/adapters/store/open-store.ts';
import { SharedSqliteDialect } from '../../../src/adapters/store/sqlite-dialect.ts';
import type { Tables } from '../../../src/adapters/store/tables.ts';
import { openSeal } from '../../../src/adapters/vault/open-seal.ts';
import { rotateKey } from '../../../src/adapters/vault/rotate-key.ts';
import { AT, newTalk, turnOf } from '../store/samples.ts';
import { freshFolder, opened } from '../store/stores.ts';
import { type Filled, filled } from './filled.ts';
import { emptyDatabase, storeAt } from './target.ts';

let from: Filled;
let key: Uint8Array;
let folder: string;

beforeEach(async () => {
  from = await filled({ talks: 6, pictures: 2 });
  ({ key } = from);
  ({ folder } = await backUp({ ...from, key, to: await freshFolder() }));
});

const nothingIn = async (dataDir: string) => expect(await readdir(dataDir)).toEqual([]);

/** Changes a file of the back-up as somebody would who has changed its checksum, too. */
async function rewrite(name: string, change: (text: string) => string): Promise<void> {
  const file = join(folder, name);
  await writeFile(file, change(await readFile(file, 'utf8')));
  await sumAgain(name);
}

async function sumAgain(name: string): Promise<void> {
  const sums = join(folder, 'SHA256SUMS');
  const sum = await sumOfFile(join(folder, name));
  const lines = (await readFile(sums, 'utf8')).split('\n');
  await writeFile(sums, lines.map((line) => (line.endsWith(`  ${name}`) ? `${sum}  ${name}` : line)).join('\n'));
}

describe('a back-up', () => {
  it('has no sign-ins, and nothing of what was erased before', async () => {
    const { store } = await from.open();
    await store.open(newTalk('gone'));
    await store.commit(turnOf('gone', 1, { said: 'erased-and-gone' }));
    const agent = (await store.db.selectFrom('agents').select('id').executeTakeFirstOrThrow()).id;
    const times = { created_at: AT, seen_at: AT, expires_at: AT };
    await store.db
      .insertInto('sessions')
      .values({ token_hash: 'signed-in', agent, csrf: 'c', ...times })
      .execute();
    const holds = async (text: string) => {
      const made = await backUp({ ...from, to: await freshFolder() });
      return (await readFile(join(made.folder, 'beian.sqlite'))).includes(text);
    };
    expect([await holds('erased-and-gone'), await holds('signed-in')]).toEqual([true, false]);
    await store.erase('gone');
    expect(await holds('erased-and-gone')).toBe(false);
    await store.close();
  });

  it('is refused with a key that is not the database’s, and while the key is being changed', async () => {
    const store = await openStore(from);
    const to = await freshFolder();
    await openSeal(store.db, key);
    await store.close();
    const next = randomBytes(32);
    const [talk = ''] = await readdir(join(from.dataDir, 'vault'));
    const inTheWay = join(from.dataDir, 'vault', talk, '0');
    await mkdir(inTheWay);
    await expect(rotateKey({ ...from, next })).rejects.toThrow('EISDIR');
    await expect(backUp({ ...from, to })).rejects.toThrow('npm run rotate-key');
    await rmdir(inTheWay);
    await rotateKey({ ...from, next });
    await expect(backUp({ ...from, key, to })).rejects.toMatchObject({ code: 'key' });
    expect(await readdir(to)).toEqual([]);
    // Made before the key was changed, it still needs the key of then.
    const dataDir = await freshFolder();
    await expect(restore({ from: folder, dataDir, key: next })).rejects.toMatchObject({
      code: 'key',
    });
    await restore({ from: folder, dataDir, key });
  });
});

describe('a restore', () => {
  it('is refused, and changes nothing, where the back-up is not what it was', async () => {
    const dataDir = await freshFolder();
    const [talk = ''] = await readdir(join(folder, 'vault'));
    const [picture = ''] = await readdir(join(folder, 'vault', talk));
    const name = `vault/${talk}/${picture}`;
    const before = await readFile(join(folder, name));
    await appendFile(join(folder, name), 'x');
    await expect(restore({ from: folder, dataDir, key })).rejects.toThrow(`${name} 和备份时不一样`);
    await rm(join(folder, name));
    await expect(restore({ from: folder, dataDir, key })).rejects.toThrow(`${name} 不见了`);
    // There, and no file that could be read.
    await mkdir(join(folder, name));
    await expect(restore({ from: folder, dataDir, key })).rejects.toThrow(`${name} 读不了`);
    await rm(join(folder, name), { recursive: true });
    await writeFile(join(folder, name), before);
    const sums = await readFile(join(folder, 'SHA256SUMS'), 'utf8');
    await writeFile(join(folder, 'SHA256SUMS'), sums.replace(/.*\n$/, ''));
    await expect(restore({ from: folder, dataDir, key })).rejects.toThrow('张图片');
    await writeFile(join(folder, 'SHA256SUMS'), sums);
    await expect(restore({ from: folder, dataDir, key: randomBytes(32) })).rejects.toMatchObject({ code: 'key' });
    await nothingIn(dataDir);

    const erasedFrom = { dataDir: await freshFolder() };
    await expect(restore({ from: folder, dataDir, key, erasedFrom })).rejects.toThrow('--erased-from');
    await nothingIn(dataDir);

    const database = new Database(join(folder, 'beian.sqlite'));
    database.exec("delete from lines where talk = 'talk-0'");
    database.close();
    await sumAgain('beian.sqlite');
    await expect(restore({ from: folder, dataDir, key })).rejects.toThrow('lines 表和备份时记下的不一样');
    await rm(join(folder, 'manifest.json'));
    await expect(restore({ from: folder, dataDir, key })).rejects.toMatchObject({ code: 'source' });
  });

  it('is refused for a back-up of a newer version', async () => {
    const dataDir = await freshFolder();
    await rewrite('manifest.json', (text) => text.replace(/"schema": "\d{4}/, '"schema": "9999'));
    await expect(restore({ from: folder, dataDir, key })).rejects.toMatchObject({ code: 'newer' });
    await nothingIn(dataDir);
  });

  it('is refused while the service runs, and sets aside what was there', async () => {
    const { store } = await from.open();
    await expect(restore({ from: folder, dataDir: from.dataDir, key, force: true })).rejects.toMatchObject({
      code: 'in-use',
    });
    await store.close();
    const { aside } = await restore({ from: folder, dataDir: from.dataDir, key, force: true });
    expect((await readdir(aside ?? '')).sort()).toEqual(['beian.sqlite', 'vault']);
    const again = await opened(from);
    expect((await again.byId('talk-1'))?.id).toBe('talk-1');
  });

  it('into PostgreSQL goes on where it was broken off, and sets aside what was there', async () => {
    const databaseUrl = await emptyDatabase();
    const place = { dataDir: await freshFolder(), databaseUrl };
    const broken = (at: number, force: boolean) =>
      restore({
        ...{ from: folder, ...place, key, force },
        told(step, done) {
          if (step === 'copy' && done >= at) throw new Error('the plug was pulled');
        },
      });
    await expect(broken(20, false)).rejects.toThrow('the plug was pulled');
    expect((await restore({ from: folder, ...place, key })).aside).toBeUndefined();
    const store = await openStore(place);
    await store.erase('talk-2');
    await store.close();

    await expect(restore({ from: folder, ...place, key })).rejects.toMatchObject({ code: 'target' });
    await expect(broken(20, true)).rejects.toThrow('the plug was pulled');
    const { erased } = await restore({ from: folder, ...place, key, force: true });
    expect(erased).toBe(1);
    const again = await storeAt(databaseUrl);
    expect(await Promise.all(['talk-1', 'talk-2'].map(async (id) => (await again.byId(id))?.id))).toEqual([
      'talk-1',
      undefined,
    ]);
  });
});

it('brings a back-up of an older version up to date', async () => {
  const dataDir = await freshFolder();
  const db = new Kysely<Tables>({
    dialect: new SharedSqliteDialect(new Database(join(dataDir, 'beian.sqlite'))),
  });
  await migrate(db, '0003-agents');
  await sql`insert into talks (id, channel, room, person, token_hash, opened_at, seq, facts, memory, context)
    values ('old', 'web', 'r', 'u', null, ${AT}, 0, '{}', '{}', '{}')`.execute(db);
  await db.destroy();
  const old = await backUp({ dataDir, key, to: await freshFolder() });
  expect(old.schema).toBe('0003-agents');

  const place = { dataDir: await freshFolder() };
  await restore({ from: old.folder, ...place, key });
  expect((await (await opened(place)).byId('old'))?.case.state).toBe('bot');
});
