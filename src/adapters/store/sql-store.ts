import { type Kysely, sql } from 'kysely';
import type { ChannelStore } from '../../bot/channel-store.ts';
import type { Store } from '../../bot/ports.ts';
import { type AgentStore, agentStore } from './agent-store.ts';
import { cases } from './cases.ts';
import { erasure } from './erasure.ts';
import { gaps } from './gaps.ts';
import { identities } from './identities.ts';
import { inbox } from './inbox.ts';
import { type Leases, leases } from './leases.ts';
import { lines } from './lines.ts';
import { mails } from './mails.ts';
import { manyTalks } from './many-talks.ts';
import { notes } from './notes.ts';
import { opinions } from './opinions.ts';
import { outbox } from './outbox.ts';
import { phoneCodes } from './phone-codes.ts';
import { presence } from './presence.ts';
import { radar } from './radar.ts';
import { type Rates, rates } from './rates.ts';
import { retention } from './retention.ts';
import { givenStorable } from './storable.ts';
import type { Tables } from './tables.ts';
import { talks } from './talks.ts';
import { tickets } from './tickets.ts';
import { today } from './today.ts';
import { turns } from './turns.ts';
import { vendorMemory } from './vendor-memory.ts';
import { windows } from './windows.ts';

/** The store, and what else belongs beside its tables. */
export interface SqlStore extends Store, AgentStore, ChannelStore {
  readonly db: Kysely<Tables>;
  readonly leases: Leases;
  readonly rates: Rates;
  /** The folder of the database's file, where more files may lie; undefined where everything belongs into the database. */
  readonly folder: string | undefined;
}

interface SqlStoreOptions {
  readonly folder?: string;
  /** Runs after something was deleted: there a database removes what it still holds of it. */
  readonly erased?: () => Promise<void>;
}

/** The store over a migrated database of either kind. */
export function sqlStore(db: Kysely<Tables>, { folder, erased = async () => {} }: SqlStoreOptions = {}): SqlStore {
  const store = givenStorable<Store>({
    ...talks(db),
    ...identities(db),
    ...turns(db, erased),
    ...lines(db),
    ...tickets(db),
    ...gaps(db),
    ...cases(db),
    ...notes(db),
    ...outbox(db),
    ...mails(db),
    ...presence(db),
    ...today(db),
    ...manyTalks(db),
    ...radar(db),
    ...phoneCodes(db),
    ...retention(db),
    ...opinions(db),
    ...erasure(db, erased),
    async ping() {
      await sql`select 1`.execute(db);
    },
    close: () => db.destroy(),
  });
  const channels = {
    inbox: givenStorable(inbox(db)),
    vendor: givenStorable(vendorMemory(db)),
    windows: givenStorable(windows(db)),
    leases: leases(db),
    rates: rates(db),
  };
  return { ...store, ...agentStore(db), ...channels, db, folder };
}
