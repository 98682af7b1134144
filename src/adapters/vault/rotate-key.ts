import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';

import { refuseInstances, takeAlone } from '../store/alone.ts';
import { fileIn, type StorePlace } from '../store/open-store.ts';
import { postgresStore } from '../store/postgres.ts';
import { SharedSqliteDialect } from '../store/sqlite-dialect.ts';
import type { Tables } from '../store/tables.ts';
import { writeWhole } from '../write-synced.ts';
import { placesIn } from './folder-vault.ts';
import { beginChange, endChange } from './open-seal.ts';
import { type VaultSeal, vaultSeal } from './seal.ts';
import { openFile, openHead, type Place, sealFile } from './sealed-file.ts';

/** Every column that `seal` writes to, then what finds one of its rows. */
export const SEALED_COLUMNS: readonly (readonly [table: keyof Tables, column: string, ...ids: string[]])[] = [
  ['vendor_memory', 'value', 'name'],
  ['agents', 'totp', 'id'],
  ['agents', 'totp_pending', 'id'],
  ['tickets', 'contact', 'id'],
  ['inbox', 'sealed', 'channel', 'id'],
  ['phone_codes', 'sealed', 'hash'],
];

/** `leaked`: links and recognised people become void, too. */
type Keys = { readonly key: Uint8Array; readonly next: Uint8Array; readonly leaked?: boolean };

/** Opens with a seal, or throws; gives what puts it back, sealed with another. */
type Open = (seal: VaultSeal) => (next: VaultSeal) => Promise<unknown>;

/**
 * Seals with the next key all that is sealed, in the database and in the folder of pictures, while nobody uses them.
 * Broken off, it is run again: what opens with the next key (`done`) is left alone, and so is what neither opens (`damaged`).
 */
export async function rotateKey({ key, next, leaked = false, ...place }: Keys & StorePlace) {
  const [old, young] = [vaultSeal(key), vaultSeal(next)];
  const rotated = { changed: 0, done: 0, damaged: [] as string[] };
  const reseal = async (where: string, open: Open): Promise<void> => {
    if (tried(open, young)) {
      rotated.done += 1;
      return;
    }
    const put = tried(open, old);
    if (put) rotated.changed += 1;
    else rotated.damaged.push(where);
    await put?.(young);
  };
  const db = await alone(place);
  try {
    await beginChange(db, key, next, leaked);
    if (place.databaseUrl === undefined) await resealFolder(join(place.dataDir, 'vault'), reseal);
    await db.transaction().execute(async (transaction) => {
      await resealTables(transaction, reseal);
      await endChange(transaction, next);
    });
    return rotated;
  } finally {
    await db.destroy();
  }
}

type Reseal = (where: string, open: Open) => Promise<void>;

async function resealTables(db: Kysely<Tables>, reseal: Reseal): Promise<void> {
  for (const [table, column, ...ids] of SEALED_COLUMNS) {
    const { rows } = await sql<Readonly<Record<string, string>>>`select * from ${sql.table(table)}
      where ${sql.ref(column)} like 'v1.%'`.execute(db);
    for (const { [column]: sealed = '', ...row } of rows) {
      const its = sql.join(
        ids.map((id) => sql`${sql.ref(id)} = ${row[id]}`),
        sql` and `,
      );
      await reseal(`${table} ${ids.map((id) => row[id]).join('/')}`, (seal) => {
        const plain = seal.open(sealed);
        return (next) =>
          sql`update ${sql.table(table)} set ${sql.ref(column)} = ${next.seal(plain)} where ${its}`.execute(db);
      });
    }
  }
  for (const place of await db.selectFrom('files').select(['talk', 'id']).execute()) {
    const its = sql<boolean>`talk = ${place.talk} and id = ${place.id}`;
    const { sealed } = await db.selectFrom('files').select('sealed').where(its).executeTakeFirstOrThrow();
    await reseal(
      `files ${place.talk}/${place.id}`,
      picture(place, sealed, (again) => db.updateTable('files').set({ sealed: again }).where(its).execute()),
    );
  }
}

async function resealFolder(dir: string, reseal: Reseal): Promise<void> {
  for (const place of await placesIn(dir)) {
    const file = join(dir, place.talk, place.id);
    await reseal(
      `${place.talk}/${place.id}`,
      picture(place, await readFile(file), (again) => writeWhole(file, again)),
    );
  }
}

function picture(place: Place, sealed: Buffer, put: (sealed: Buffer) => Promise<unknown>): Open {
  return (seal) => {
    const [file, { at }] = [openFile(seal, place, sealed), openHead(seal, place, sealed)];
    return (next) => put(sealFile(next, place, file, at).sealed);
  };
}

function tried<T, R>(open: (seal: T) => R, seal: T): R | undefined {
  try {
    return open(seal);
  } catch {
    return undefined;
  }
}

async function alone({ databaseUrl, dataDir }: StorePlace): Promise<Kysely<Tables>> {
  if (databaseUrl === undefined) {
    return new Kysely({ dialect: new SharedSqliteDialect(await takeAlone(fileIn(dataDir))) });
  }
  await refuseInstances(databaseUrl);
  return (await postgresStore(databaseUrl)).db;
}
