import { join } from 'node:path';
import { openStore, type StorePlace } from '../../../src/adapters/store/open-store.ts';
import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import { folderVault } from '../../../src/adapters/vault/folder-vault.ts';
import { openSeal } from '../../../src/adapters/vault/open-seal.ts';
import type { VaultSeal } from '../../../src/adapters/vault/seal.ts';
import { tableVault } from '../../../src/adapters/vault/table-vault.ts';
import type { Vault } from '../../../src/bot/ports.ts';
import { account } from '../../people/crash/account.ts';
import { AT, newTalk, ticketAt, turnOf } from '../store/samples.ts';

export const PICTURES = 4;
const TALKS = 6;
/** Far enough away for whatever is forgotten by the clock. */
const LATER = '2099-01-01T00:00:00.000Z';

export interface Opened {
  readonly store: SqlStore;
  readonly seal: VaultSeal;
  readonly vault: Vault;
}

/** Opens a place with a key, as the service does, for as long as `use` takes. */
export async function within<T>(place: StorePlace, key: Uint8Array, use: (opened: Opened) => Promise<T>): Promise<T> {
  const store = await openStore(place);
  try {
    const seal = await openSeal(store.db, key);
    const { db, folder } = store;
    const vault = folder === undefined ? tableVault(db, seal) : folderVault({ dir: join(folder, 'vault'), seal });
    return await use({ store, seal, vault });
  } finally {
    await store.close();
  }
}

/** Fills a place with something of all that is sealed, and of what is found by a digest. Nobody has it open afterwards. */
export async function sealEverything(place: StorePlace, key: Uint8Array): Promise<void> {
  await within(place, key, async ({ store, seal, vault }) => {
    for (let at = 0; at < TALKS; at++) {
      const id = `talk-${at}`;
      await store.open(newTalk(id));
      await store.commit(turnOf(id, 1, { ticket: { ...ticketAt(AT, `L-${at}`), contact: seal.seal(`138 ${at}`) } }));
      await store.setIdentity(id, seal.digest('identity\nu-1'));
    }
    await account(store, '周', new Date(AT));
    await account(store, '李', new Date(AT));
    await store.agents.offerTotp('agent-周', seal.seal('SECRET'));
    await store.agents.offerTotp('agent-李', seal.seal('PENDING'));
    await store.db
      .updateTable('agents')
      .set({ totp: seal.seal('SECRET') })
      .where('id', '=', 'agent-周')
      .execute();
    await store.vendor.remember('wecom:token', seal.seal('a token'), null, AT);
    await store.vendor.remember('dingtalk:agent-of:x', 'agent-周', null, AT);
    await store.vendor.remember('wecom:cursor', 'v1.plain-cursor', null, AT);
    await store.inbox.take({ channel: 'wecom', id: 'i1', key: 'k', at: AT, sealed: seal.seal('an event') }, AT);
    await store.keepCode({ hash: 'h', talk: 'talk-0', sealed: seal.seal('a talk'), until: LATER }, AT);
    for (let at = 0; at < PICTURES; at++) {
      const file = { name: `证件 ${at}.jpg`, type: 'image/jpeg', bytes: Buffer.from(`picture ${at}`.repeat(500)) };
      await vault.put(`talk-${at}`, file, AT);
    }
  });
}

/** All that is sealed, in the clear. */
export async function readEverything({ store, seal, vault }: Opened, pictures: ReadonlyMap<string, string>) {
  const agents = await store.db.selectFrom('agents').select(['name', 'totp', 'totp_pending']).orderBy('name').execute();
  const files = [...pictures].map(async ([talk, id]) => {
    const file = await vault.get(talk, id);
    return file && `${file.name} ${Buffer.from(file.bytes).toString()}`;
  });
  const code = await store.db.selectFrom('phone_codes').select('sealed').executeTakeFirst();
  const event = await store.db.selectFrom('inbox').select('sealed').executeTakeFirst();
  return {
    contacts: (await store.tickets({ done: false })).map(({ contact }) => seal.open(contact)),
    totp: agents.map(({ totp, totp_pending }) => [totp && seal.open(totp), totp_pending && seal.open(totp_pending)]),
    token: seal.open((await store.vendor.recall('wecom:token', AT)) ?? ''),
    event: seal.open(event?.sealed ?? ''),
    code: seal.open(code?.sealed ?? ''),
    pictures: await Promise.all(files),
    others: (await store.othersOf('talk-0', 10)).length,
    digest: seal.digest('answer-link v1 L-1'),
    linked: await store.vendor.recall('dingtalk:agent-of:x', AT),
  };
}
