import { randomBytes } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LEFT, MOVED } from '../../../../src/adapters/move/moved-tables.ts';
import { placesIn } from '../../../../src/adapters/move/vault-folder.ts';
import { openStore, type StorePlace } from '../../../../src/adapters/store/open-store.ts';
import { fingerprint } from '../../../../src/adapters/vault/fingerprint.ts';
import { readVaultKey } from '../../../../src/adapters/vault/key.ts';
import { rotateKey } from '../../../../src/adapters/vault/rotate/rotate-key.ts';
import { SEALED_COLUMNS } from '../../../../src/adapters/vault/rotate/sealed-columns.ts';
import { KEY_MARK } from '../../../../src/adapters/vault/same-key.ts';
import { vaultSeal } from '../../../../src/adapters/vault/seal.ts';
import { places } from '../../store/stores.ts';
import { PICTURES, readEverything, sealEverything, within } from './sealed-desk.ts';

const [old, next] = [randomBytes(32), randomBytes(32)];
/** Two columns of agents, six contacts, and one each of the others; then what digests are made with. */
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
  for (const table of [...MOVED.map(({ name }) => name), ...LEFT]) {
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

describe.each(Object.entries(places))('changing the key over %s', (name, fresh) => {
  it('seals everything anew, and keeps links and people', async () => {
    const place = await fresh();
    await sealEverything(place, old);
    const pictures = await picturesOf(place);
    const before = await within(place, old, (opened) => readEverything(opened, pictures));
    const columns = new Set(SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`));
    const lie = name === 'SQLite' ? 'folder' : 'files.sealed';
    expect(new Set(await openedBy(old, place))).toEqual(new Set([...columns, lie]));

    const shares: string[] = [];
    const told = (step: string, done: number, all: number) => shares.push(`${step} ${done}/${all}`);
    const rotated = await rotateKey({ ...place, vaultKey: old, nextKey: next, told });
    expect(rotated).toEqual({
      how: 'begun',
      changed: SEALED,
      done: 1,
      // Looks sealed, and is not.
      damaged: ['vendor_memory wecom:cursor'],
      fingerprint: fingerprint(next),
      oldFile: undefined,
    });
    expect(shares.at(-1)).toBe(`verify ${SEALED + 2}/${SEALED + 2}`);

    expect(await openedBy(old, place)).toEqual([]);
    expect(await within(place, next, (opened) => readEverything(opened, pictures))).toEqual(before);
    await expect(within(place, old, async () => {})).rejects.toMatchObject({ code: 'key' });
    expect(await rotateKey({ ...place, vaultKey: old, nextKey: next })).toMatchObject({ how: 'already', changed: 0 });
    // Once more, with what digests are made with sealed before.
    await rotateKey({ ...place, vaultKey: next, nextKey: old });
    expect(await within(place, old, (opened) => readEverything(opened, pictures))).toEqual(before);
  });

  it('goes on where it was broken off, wherever that was', async () => {
    const place = await fresh();
    await sealEverything(place, old);
    const pictures = await picturesOf(place);
    const before = await within(place, old, (opened) => readEverything(opened, pictures));
    const breakOff = (wanted: string, at: number) =>
      rotateKey({
        ...place,
        vaultKey: old,
        nextKey: next,
        told(step, done) {
          if (step === wanted && done >= at) throw new Error('the plug was pulled');
        },
      });
    for (const at of [1, 5, SEALED - 1]) await expect(breakOff('seal', at)).rejects.toThrow('the plug was pulled');
    for (const key of [old, next]) {
      await expect(within(place, key, async () => {})).rejects.toThrow('npm run rotate-key');
    }
    // Another key midway, and the new one in the place of the old one too early.
    await expect(rotateKey({ ...place, vaultKey: old, nextKey: randomBytes(32) })).rejects.toMatchObject({
      code: 'key',
    });
    await expect(rotateKey({ ...place, vaultKey: next })).rejects.toThrow('VAULT_KEY 设回原来的密钥');
    await expect(breakOff('verify', 3)).rejects.toThrow('the plug was pulled');
    expect(await rotateKey({ ...place, vaultKey: old, nextKey: next })).toMatchObject({ how: 'continued' });
    expect(await openedBy(old, place)).toEqual([]);
    expect(await within(place, next, (opened) => readEverything(opened, pictures))).toEqual(before);
  });

  it('is refused while somebody uses the data, and with a key that is not theirs', async () => {
    const place = await fresh();
    await sealEverything(place, old);
    await within(place, old, async () => {
      await expect(rotateKey({ ...place, vaultKey: old, nextKey: next })).rejects.toMatchObject({ code: 'in-use' });
    });
    await expect(rotateKey({ ...place, vaultKey: randomBytes(32), nextKey: next })).rejects.toThrow('什么都没有改');
    await expect(rotateKey({ ...place, vaultKey: old })).rejects.toThrow('VAULT_KEY_NEXT');
    await expect(rotateKey({ ...place, vaultKey: old, nextKey: old })).rejects.toThrow('一样');
    // As an older version left it: no mark tells whose key it is.
    await within(place, old, ({ store }) =>
      store.db.deleteFrom('vendor_memory').where('name', '=', KEY_MARK).execute(),
    );
    const wrong = { ...place, vaultKey: randomBytes(32), nextKey: next, newDigests: true };
    await expect(rotateKey(wrong)).rejects.toThrow('一项也打不开');
    await within(place, old, async ({ store }) => {
      expect(await store.othersOf('talk-0', 10)).not.toEqual([]);
    });
  });

  it('makes links and people unknown where the old key is in wrong hands', async () => {
    const place = await fresh();
    await sealEverything(place, old);
    const digest = await within(place, old, async ({ seal }) => seal.digest('answer-link v1 L-1'));
    await rotateKey({ ...place, vaultKey: old, nextKey: next, newDigests: true });
    await within(place, next, async ({ store, seal }) => {
      expect(seal.digest('answer-link v1 L-1')).not.toBe(digest);
      expect(await store.othersOf('talk-0', 10)).toEqual([]);
      expect(await store.vendor.recall('dingtalk:agent-of:x', '2026-03-01T08:00:00.000Z')).toBeUndefined();
    });
  });
});

describe('a key in a file', () => {
  it('gives way to a new one that is made, and stays beside it for earlier back-ups', async () => {
    const place = await places.SQLite();
    const first = await readVaultKey(place);
    await sealEverything(place, first);
    const broken = rotateKey({
      ...place,
      told(step) {
        if (step === 'verify') throw new Error('the plug was pulled');
      },
    });
    await expect(broken).rejects.toThrow('the plug was pulled');
    expect(await readVaultKey(place)).toEqual(first);
    const { oldFile, how, fingerprint: print } = await rotateKey(place);
    const second = await readVaultKey(place);
    expect({ how, oldFile, print }).toEqual({
      how: 'continued',
      oldFile: join(place.dataDir, `vault.key.${fingerprint(first)}`),
      print: fingerprint(second),
    });
    expect((await stat(join(place.dataDir, 'vault.key'))).mode & 0o777).toBe(0o600);
    expect((await readdir(place.dataDir)).filter((name) => name.startsWith('vault.key')).length).toBe(2);
    expect(await openedBy(first, place)).toEqual([]);
    await within(place, second, async () => {});
  });

  it('is not made where it is missing', async () => {
    const place = await places.SQLite();
    await sealEverything(place, old);
    await expect(rotateKey(place)).rejects.toThrow('没有现在的密钥');
    expect((await readdir(place.dataDir)).filter((name) => name.startsWith('vault.key'))).toEqual([]);
    await writeFile(join(place.dataDir, 'vault.key'), randomBytes(32).toString('base64'));
    await expect(rotateKey(place)).rejects.toThrow('不是这个数据库的');
  });
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
