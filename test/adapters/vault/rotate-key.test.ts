import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { COPIED, LEFT } from '../../../src/adapters/copy/copied-tables.ts';
import { openStore, type StorePlace } from '../../../src/adapters/store/open-store.ts';
import { fingerprint } from '../../../src/adapters/vault/fingerprint.ts';
import { placesIn } from '../../../src/adapters/vault/folder-vault.ts';
import { readVaultKey } from '../../../src/adapters/vault/key.ts';
import { rotateKey, SEALED_COLUMNS } from '../../../src/adapters/vault/rotate-key.ts';
import { vaultSeal } from '../../../src/adapters/vault/seal.ts';
import { places } from '../store/stores.ts';
import { PICTURES, readEverything, sealEverything, within } from './sealed-desk.ts';

const [old, next] = [randomBytes(32), randomBytes(32)];
/** Two columns of agents, six contacts, and one each of the others. */
const SEALED = 3 + 6 + 1 + 1 + 1 + PICTURES;

async function picturesOf(place: StorePlace): Promise<ReadonlyMap<string, string>> {
  const store = await openStore(place);
  const rows = await store.db.selectFrom('files').select(['talk', 'id']).execute();
  await store.close();
  const found = place.databaseUrl === undefined ? await placesIn(join(place.dataDir, 'vault')) : rows;
  return new Map(found.map(({ talk, id }) => [talk, id]));
}

/** Everything that lies anywhere and that a key opens: `table.column`, or `folder`. */
async function openedBy(key: Uint8Array, place: StorePlace): Promise<readonly string[]> {
  const seal = vaultSeal(key);
  const store = await openStore(place);
  const found: string[] = [];
  const tryTo = (where: string, open: () => unknown): void => {
    try {
      open();
      found.push(where);
    } catch {
      // Another key's, or not sealed at all.
    }
  };
  for (const table of [...COPIED.map(({ name }) => name), ...LEFT]) {
    const rows = await store.db.selectFrom(table).selectAll().execute();
    for (const row of rows) {
      for (const [column, value] of Object.entries(row)) {
        if (typeof value === 'string') tryTo(`${table}.${column}`, () => seal.open(value));
      }
    }
  }
  for (const { talk, id, sealed } of await store.db.selectFrom('files').selectAll().execute()) {
    tryTo('files.sealed', () => seal.openBytes(sealed.subarray(2, 2 + sealed.readUInt16BE()), `head ${talk}/${id}`));
  }
  await store.close();
  for (const { talk, id } of await placesIn(join(place.dataDir, 'vault'))) {
    const sealed = await readFile(join(place.dataDir, 'vault', talk, id));
    tryTo('folder', () => seal.openBytes(sealed.subarray(2, 2 + sealed.readUInt16BE()), `head ${talk}/${id}`));
  }
  return found;
}

/** Has the change of the key fail midway, as a broken disk would; gives what mends it. */
async function breakPictures(place: StorePlace): Promise<() => Promise<void>> {
  if (place.databaseUrl === undefined) {
    const folder = join(place.dataDir, 'vault', 'talk-2', '0');
    await mkdir(folder);
    return () => rmdir(folder);
  }
  const { db, close } = await openStore(place);
  await sql`create function broken() returns trigger language plpgsql as
    'begin if new.talk = ''talk-2'' then raise ''EISDIR''; end if; return new; end'`.execute(db);
  await sql`create trigger broken before update on files for each row execute function broken()`.execute(db);
  await close();
  return async () => {
    const again = await openStore(place);
    await sql`drop trigger broken on files`.execute(again.db);
    await again.close();
  };
}

describe.each(Object.entries(places))('changing the key over %s', (name, fresh) => {
  it('seals everything anew, and keeps links and people', async () => {
    const place = await fresh();
    await sealEverything(place, old);
    const pictures = await picturesOf(place);
    const before = await within(place, old, (opened) => readEverything(opened, pictures));
    const columns = new Set(SEALED_COLUMNS.map(([table, column]) => `${table}.${column}`));
    const lie = name === 'SQLite' ? 'folder' : 'files.sealed';
    expect(new Set(await openedBy(old, place))).toEqual(new Set([...columns, lie]));

    const rotated = await rotateKey({ ...place, key: old, next });
    // What digests are made with is sealed with the new key at once; the cursor looks sealed, and is not.
    expect(rotated).toEqual({ changed: SEALED, done: 1, damaged: ['vendor_memory wecom:cursor'] });
    expect(await openedBy(old, place)).toEqual([]);
    expect(await within(place, next, (opened) => readEverything(opened, pictures))).toEqual(before);
    await expect(within(place, old, async () => {})).rejects.toMatchObject({ code: 'key' });
    expect(await rotateKey({ ...place, key: old, next })).toMatchObject({ changed: 0, done: SEALED + 1 });
    // Once more, with what digests are made with sealed before.
    await rotateKey({ ...place, key: next, next: old });
    expect(await within(place, old, (opened) => readEverything(opened, pictures))).toEqual(before);
  });

  it('broken off, keeps the service out until it is run again', async () => {
    const place = await fresh();
    await sealEverything(place, old);
    const pictures = await picturesOf(place);
    const before = await within(place, old, (opened) => readEverything(opened, pictures));
    const mend = await breakPictures(place);
    for (let run = 0; run < 2; run++) await expect(rotateKey({ ...place, key: old, next })).rejects.toThrow('EISDIR');
    for (const key of [old, next]) {
      await expect(within(place, key, async () => {})).rejects.toThrow('npm run rotate-key');
    }
    await expect(rotateKey({ ...place, key: old, next: randomBytes(32) })).rejects.toMatchObject({ code: 'key' });
    await expect(rotateKey({ ...place, key: next, next: old })).rejects.toMatchObject({ code: 'key' });
    await mend();
    const { changed, done, damaged } = await rotateKey({ ...place, key: old, next });
    expect({ all: changed + done, damaged }).toEqual({ all: SEALED + 1, damaged: ['vendor_memory wecom:cursor'] });
    // The folder keeps what was done; the database does all of it or nothing.
    expect(done > 1).toBe(name === 'SQLite');
    expect(await openedBy(old, place)).toEqual([]);
    expect(await within(place, next, (opened) => readEverything(opened, pictures))).toEqual(before);
  });

  it('is refused while somebody uses the data, and with a key that is not theirs, and changes nothing', async () => {
    const place = await fresh();
    await sealEverything(place, old);
    const pictures = await picturesOf(place);
    const before = await openedBy(old, place);
    await within(place, old, async () => {
      await expect(rotateKey({ ...place, key: old, next })).rejects.toMatchObject({ code: 'in-use' });
    });
    const wrong = { ...place, key: randomBytes(32), next, leaked: true };
    await expect(rotateKey(wrong)).rejects.toThrow('什么都没有改');
    await expect(rotateKey({ ...place, key: old, next: old })).rejects.toThrow('和新的一样');
    expect(await openedBy(old, place)).toEqual(before);
    await within(place, old, async (opened) => {
      expect((await readEverything(opened, pictures)).others).toBeGreaterThan(0);
    });
  });

  it('makes links and people unknown where the old key is in wrong hands', async () => {
    const place = await fresh();
    await sealEverything(place, old);
    const digest = await within(place, old, async ({ seal }) => seal.digest('answer-link v1 L-1'));
    await rotateKey({ ...place, key: old, next, leaked: true });
    await within(place, next, async ({ store, seal }) => {
      expect(seal.digest('answer-link v1 L-1')).not.toBe(digest);
      expect(await store.othersOf('talk-0', 10)).toEqual([]);
      expect(await store.vendor.recall('dingtalk:agent-of:x', '2026-03-01T08:00:00.000Z')).toBeUndefined();
    });
  });
});

it('as a command takes the new key from VAULT_KEY_NEXT, and says what to set', async () => {
  const place = await places.SQLite();
  await sealEverything(place, await readVaultKey(place));
  const run = async (more: Readonly<Record<string, string>>): Promise<string> => {
    const env = { PATH: process.env.PATH, DATA_DIR: place.dataDir, ...more };
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/rotate-key.ts'], { env, stdio: 'pipe' });
    return (await Promise.all([text(child.stdout), text(child.stderr)])).join('');
  };
  expect(await run({})).toContain('在 .env 里设成 VAULT_KEY_NEXT');
  const said = await run({ VAULT_KEY_NEXT: next.toString('base64') });
  expect(said).toContain(`重新加密 ${SEALED} 项，之前已经用新密钥加密的 1 项。新密钥的指纹：${fingerprint(next)}`);
  expect(said).toContain('打不开（早就损坏了），没有动：vendor_memory wecom:cursor\n');
  expect(said).toContain('把 VAULT_KEY 设成 VAULT_KEY_NEXT 的那一把');
  await within(place, next, async () => {});
});

it('knows of every place where something is sealed', async () => {
  // Whoever seals in a new place adds its column to SEALED_COLUMNS, and the file here.
  expect(await sealingFiles()).toEqual([
    'adapters/console/totp-routes.ts',
    'adapters/dingtalk/sessions.ts',
    'adapters/vendor/access-token.ts',
    'adapters/vendor/agent-links.ts',
    'adapters/vendor/page-link.ts',
    'adapters/vendor/reception.ts',
    'adapters/vendor/remembered-media.ts',
    'adapters/web/phone/phone-code-route.ts',
    'adapters/web/ticket.ts',
    'adapters/wecom/accounts.ts',
    'bot/turn.ts',
  ]);
});

async function sealingFiles(): Promise<readonly string[]> {
  const names = (await readdir('src', { recursive: true, encoding: 'utf8' })).filter((name) => name.endsWith('.ts'));
  const found: string[] = [];
  for (const name of names.filter((one) => !one.startsWith('adapters/vault/'))) {
    if (/\bseal\.seal\(/.test(await readFile(join('src', name), 'utf8'))) found.push(name);
  }
  return found.sort();
}
