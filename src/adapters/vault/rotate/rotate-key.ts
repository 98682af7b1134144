import { type Kysely, sql } from 'kysely';
import { placesIn } from '../../move/vault-folder.ts';
import type { Tables } from '../../store/tables.ts';
import { fingerprint } from '../fingerprint.ts';
import { ROTATION, remembered } from '../open-seal.ts';
import { KEY_MARK, markOf } from '../same-key.ts';
import { vaultSeal } from '../seal.ts';
import { beginRotation, endRotation, markRotated } from './begin-rotation.ts';
import { type Held, holdAlone } from './hold-alone.ts';
import { currentKey, exchangeKeyFiles, type KeyPlaces, nextKey, sameKey } from './keys-of-rotation.ts';
import type { Both } from './rekey.ts';
import { countColumns, rekeyColumns } from './rekey-columns.ts';
import { rekeyFolder } from './rekey-folder.ts';
import { RotateError } from './rotate-error.ts';
import { SEALED_COLUMNS } from './sealed-columns.ts';
import { counting, type Tally } from './tally.ts';

interface RotateOptions extends KeyPlaces {
  readonly databaseUrl?: string | undefined;
  /** Whether links and recognised people become void, too: where the old key is in wrong hands. */
  readonly newDigests?: boolean;
  /** What is done, as a share of all that is sealed. */
  readonly told?: (step: 'seal' | 'verify', done: number, all: number) => void;
}

export interface Rotated extends Tally {
  /** `begun` and finished, `continued` from a run that was broken off, or `already` done before. */
  readonly how: 'begun' | 'continued' | 'already';
  /** Of the key that is the service's now. */
  readonly fingerprint: string;
  /** Where the old key's file lies now; undefined where the keys are settings. */
  readonly oldFile: string | undefined;
}

/**
 * Seals all that is sealed, in the database and in the folder of pictures, with a new key, and opens it all once
 * more. Nobody uses them meanwhile. Broken off, it goes on where it was: each thing opens with one key or the other.
 */
export async function rotateKey(options: RotateOptions): Promise<Rotated> {
  const current = await currentKey(options);
  const held = await holdAlone(options);
  try {
    return await rotated(held, current, options);
  } finally {
    await held.close();
  }
}

async function rotated(held: Held, current: Uint8Array, options: RotateOptions): Promise<Rotated> {
  const { db } = held;
  const told = options.told ?? (() => {});
  const rotation = await remembered(db, ROTATION);
  const mark = await remembered(db, KEY_MARK);
  // The keys were exchanged already, and then it was broken off.
  const exchanged = rotation !== undefined && rotation === markOf(vaultSeal(current));
  const next = exchanged ? current : await nextKey(options);
  if (!exchanged && sameKey(current, next)) {
    throw new RotateError('key', '新的密钥和现在的密钥一样，没有东西要换。');
  }
  const verifiedBefore = mark === markOf(vaultSeal(next));
  const isSealed = exchanged || verifiedBefore;
  if (!isSealed) checkKeys({ current, next, rotation, mark });
  if (!isSealed && rotation === undefined) {
    // An older version left no mark: only what is sealed tells whose key it is.
    if (mark === undefined) await checkOpens(held, current);
    await beginRotation(db, { current, next, newDigests: options.newDigests ?? false });
  }
  const both: Both = { old: isSealed ? undefined : vaultSeal(current), next: vaultSeal(next) };
  const all = (await countColumns(db)) + (held.pictures === undefined ? 0 : (await placesIn(held.pictures)).length);

  const sealed = isSealed ? undefined : await pass(held, both, (done) => told('seal', done, all));
  await held.checkAlone();
  const verified = await pass(held, { old: undefined, next: both.next }, (done) => told('verify', done, all));
  if (!verifiedBefore) checkWhole(verified, sealed?.damaged.length ?? 0);

  await markRotated(db, next);
  const oldFile = sameKey(current, next) ? undefined : await exchangeKeyFiles(options, current);
  await endRotation(db);
  await vacuum(db, held.pictures === undefined);
  const how = rotation !== undefined ? 'continued' : isSealed ? 'already' : 'begun';
  return { ...(sealed ?? verified), how, fingerprint: fingerprint(next), oldFile };
}

async function pass({ db, pictures }: Held, both: Both, told: (done: number) => void): Promise<Tally> {
  const count = counting(told);
  await rekeyColumns(db, both, count);
  if (pictures !== undefined) await rekeyFolder(pictures, both, count);
  return count.tally;
}

function checkKeys(known: {
  readonly current: Uint8Array;
  readonly next: Uint8Array;
  readonly rotation: string | undefined;
  readonly mark: string | undefined;
}): void {
  const { current, next, rotation, mark } = known;
  if (rotation !== undefined && rotation !== markOf(vaultSeal(next))) {
    throw new RotateError('key', '上次换到一半，用的是另一把新的密钥：请用上次的那一把把它做完，再换别的。');
  }
  if (mark !== undefined && mark !== markOf(vaultSeal(current))) {
    throw new RotateError(
      'key',
      `现在的密钥（指纹 ${fingerprint(current)}）不是这个数据库的：请核对 VAULT_KEY 或密钥文件。什么都没有改。`,
    );
  }
}

/** Throws where there is something sealed and the key opens none of it. */
async function checkOpens(held: Held, key: Uint8Array): Promise<void> {
  const { done, damaged } = await pass(held, { old: undefined, next: vaultSeal(key) }, () => {});
  if (done > 0 || damaged.length === 0) return;
  const whose = `现在的密钥（指纹 ${fingerprint(key)}）不是原来的那一把`;
  throw new RotateError('key', `加密的内容一项也打不开：${whose}。什么都没有改。`);
}

/** Throws where more than what was damaged before does not open. */
function checkWhole({ damaged }: Tally, known: number): void {
  if (damaged.length <= known) return;
  const what = `有 ${damaged.length - known} 项用新的密钥打不开，例如 ${damaged[0]}。`;
  const todo = '请把 VAULT_KEY 设回原来的密钥，VAULT_KEY_NEXT 设成新的，再运行一次。';
  throw new RotateError('differs', `核对没有通过：${what}${todo}`);
}

/** PostgreSQL keeps what was replaced until it is cleared away. */
async function vacuum(db: Kysely<Tables>, isPostgres: boolean): Promise<void> {
  if (!isPostgres) return;
  const tables = new Set([...SEALED_COLUMNS.map(({ table }) => table), 'files']);
  // The key is changed by now: where it fails, the database does it by itself, later.
  for (const table of tables) await sql`vacuum ${sql.table(table)}`.execute(db).catch(() => {});
}
