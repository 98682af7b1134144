import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openStore } from '../../../src/adapters/store/open-store.ts';
import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import { folderVault } from '../../../src/adapters/vault/folder-vault.ts';
import { readVaultKey } from '../../../src/adapters/vault/key.ts';
import { type VaultSeal, vaultSeal } from '../../../src/adapters/vault/seal.ts';
import type { Vault } from '../../../src/bot/ports.ts';
import { newCase } from '../../../src/handoff/case.ts';
import { account } from '../../people/crash/account.ts';
import { AT, gapAt, newTalk, ticketAt, turnOf } from '../store/samples.ts';
import { freshFolder } from '../store/stores.ts';

/** Characters that go wrong first: outside the basic plane, rare, from right to left, and what JSON and SQL quote. */
export const AWKWARD = '𠮷野家 👩‍👩‍👧 عربي “引号” \'单\' \\反斜\\ {"json":1} \t\u200f㊙️';

export interface Filled {
  readonly dataDir: string;
  readonly key: Uint8Array;
  readonly seal: VaultSeal;
  /** A picture that was kept: where, and its bytes. */
  readonly picture: { readonly talk: string; readonly id: string; readonly bytes: Buffer };
  /** Opens what is there, as the service would. */
  open(): Promise<{ readonly store: SqlStore; readonly vault: Vault }>;
}

/** A folder with a desk's data of every kind; nobody has it open. */
export async function filled({ talks = 40, pictures = 6 } = {}): Promise<Filled> {
  const dataDir = await freshFolder();
  const key = await readVaultKey({ dataDir });
  const seal = vaultSeal(key);
  const vault = folderVault({ dir: join(dataDir, 'vault'), seal });
  const open = async () => ({ store: await openStore({ dataDir }), vault });
  const { store } = await open();
  // Nothing here outlives a power cut.
  await sql`pragma synchronous = off`.execute(store.db);
  const agent = await account(store, '周', new Date(AT));
  for (let at = 0; at < talks; at++) await fillTalk(store, `talk-${at}`, at);
  const act = { at: AT, who: agent.id };
  const link = { subject: 'canned', name: null, after: [{ id: 'a', text: AWKWARD }] } as const;
  const changed = await store.revisions.change({ ...act, ...link });
  if ('id' in changed) await store.revisions.undo(changed.id, act);
  await store.setPresence({ agent: agent.id, available: true, capacity: 3, seenAt: AT });
  await store.vendor.remember('wechat:media', 'sealed', null, AT);
  await store.inbox.take({ channel: 'wecom', id: 'i1', key: 'k', at: AT, sealed: 'sealed' }, AT);
  await store.windows.openWindow('talk-0', { until: AT, left: 3 });
  let picture: Filled['picture'] | undefined;
  for (let at = 0; at < pictures; at++) {
    const bytes = randomBytes(30_000);
    const { id } = await vault.put(`talk-${at}`, { name: `证件 ${at}.jpg`, type: 'image/jpeg', bytes }, AT);
    picture ??= { talk: `talk-${at}`, id, bytes };
  }
  await store.close();
  if (!picture) throw new Error('At least one picture is wanted');
  return { dataDir, key, seal, picture, open };
}

async function fillTalk(store: SqlStore, id: string, at: number): Promise<void> {
  await store.open(newTalk(id, { talk: { channel: at % 3 === 0 ? 'wechat' : 'web', room: id, user: `u${at}` } }));
  const said = `${AWKWARD} ${at}`;
  await store.commit(
    turnOf(id, 1, {
      said,
      gaps: [{ ...gapAt(AT, said), confidence: 1 / (at + 3) }],
      ...(at % 5 === 0 && { ticket: ticketAt(AT, `L-${at}`) }),
      notes: [{ kind: 'note', author: null, body: { text: said } }],
      case: { ...newCase(AT), epoch: 1 },
    }),
  );
}
