import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import { sqliteStore } from '../../../src/adapters/store/sqlite.ts';
import { vaultSeal } from '../../../src/adapters/vault/seal.ts';
import { type Accounts, createAccounts } from '../../../src/adapters/wecom/accounts.ts';
import type { SyncedItem } from '../../../src/adapters/wecom/synced-item.ts';
import { createSyncing, type Syncing } from '../../../src/adapters/wecom/syncing.ts';
import type { WecomParts } from '../../../src/adapters/wecom/wecom-parts.ts';
import { WecomRefusal } from '../../../src/adapters/wecom/wecom-refusal.ts';
import { SIM_START, type SimClock, settle, steppedClock } from '../../sim/clock.ts';

let store: SqlStore;
let clock: SimClock;
let accounts: Accounts;
let syncing: Syncing;
/** What there is of each account; a cursor is the number of the entry it stands before. */
let entries: Map<string, object[]>;
let calls: Record<string, unknown>[];
let taken: string[];
let refuse: (item: SyncedItem) => boolean;
/** A cursor that WeCom does not take, and whether it has no such account. */
let unknown: string | undefined;
let gone: boolean;

const entry = (msgid: string, ago = 0): object => ({
  ...{ msgid, send_time: (SIM_START - ago) / 1_000, origin: 3, msgtype: 'text' },
  ...{ external_userid: 'wm', text: { content: msgid } },
});

beforeEach(async () => {
  store = await sqliteStore(':memory:');
  clock = steppedClock();
  entries = new Map();
  calls = [];
  taken = [];
  refuse = () => false;
  unknown = undefined;
  gone = false;
  const time = { now: () => new Date(clock.now()), after: clock.after };
  const wecom = {
    ...{ store, time, seal: vaultSeal(randomBytes(32)), config: { corpId: 'ww1' } },
    now: () => time.now().toISOString(),
    log: { info() {}, warn() {}, error() {} },
    api: {
      async call(_path: string, body: Record<string, unknown>) {
        calls.push(body);
        if (gone) throw new WecomRefusal(95000, _path, 'invalid open_kfid');
        if (unknown !== undefined && body.cursor === unknown) throw new WecomRefusal(40058, _path, 'invalid cursor');
        const all = entries.get(String(body.open_kfid)) ?? [];
        const from = Number(body.cursor ?? 0);
        const to = Math.min(from + 2, all.length);
        return { next_cursor: String(to), has_more: to < all.length ? 1 : 0, msg_list: all.slice(from, to) };
      },
    },
  } as unknown as WecomParts;
  accounts = createAccounts(wecom);
  syncing = createSyncing(wecom, accounts, async (item) => {
    if (refuse(item)) throw new Error('the disk is full');
    taken.push(item.msgid);
  });
});
afterEach(async () => {
  await syncing.close();
  await store.close();
});

const ring = async (account: string): Promise<void> => {
  await accounts.rang(account, `token of ${account}`);
  syncing.ring(account);
  await settle();
};

describe('reading what there is', () => {
  it('goes on for each account where it stood, page by page, with the token of its own doorbell', async () => {
    syncing.open();
    entries.set('wk1', [entry('a'), entry('b'), entry('c'), entry('d'), entry('e')]);
    entries.set('wk2', [entry('x')]);
    await ring('wk1');
    await ring('wk2');
    expect(taken).toEqual(['a', 'b', 'c', 'd', 'e', 'x']);
    entries.get('wk1')?.push(entry('f'));
    await ring('wk1');
    expect(taken.at(-1)).toBe('f');
    expect(calls.map(({ open_kfid, cursor, token }) => [open_kfid, cursor, token])).toEqual([
      ['wk1', undefined, 'token of wk1'],
      ['wk1', '2', 'token of wk1'],
      ['wk1', '4', 'token of wk1'],
      ['wk2', undefined, 'token of wk2'],
      ['wk1', '5', 'token of wk1'],
    ]);
  });

  it('looks at every known account each minute, without a token once it is over', async () => {
    syncing.open();
    await ring('wk1');
    await ring('wk2');
    calls = [];
    await clock.advance(61_000);
    expect(calls.map(({ open_kfid }) => open_kfid)).toEqual(['wk1', 'wk2']);
    await clock.advance(600_000);
    expect(calls.at(-1)).not.toHaveProperty('token');
  });

  it('stays at a page that could not be kept', async () => {
    syncing.open();
    entries.set('wk1', [entry('a'), entry('b'), entry('c')]);
    refuse = ({ msgid }) => msgid === 'b';
    await ring('wk1');
    expect(taken).toEqual(['a']);
    refuse = () => false;
    await clock.advance(5_000);
    expect(taken).toEqual(['a', 'a', 'b', 'c']);
  });

  it('waits while another instance reads, and comes after it', async () => {
    syncing.open();
    entries.set('wk1', [entry('a')]);
    const until = new Date(SIM_START + 3_000).toISOString();
    await store.vendor.hold('wecom:place:wk1', new Date(SIM_START).toISOString(), until);
    await ring('wk1');
    expect(calls).toEqual([]);
    await clock.advance(4_000);
    expect(taken).toEqual(['a']);
  });

  it('passes over what cannot be read, and what was said more than ten minutes before the first look', async () => {
    syncing.open();
    entries.set('wk1', [entry('old', 601_000), { msgid: 7 }, entry('new', 599_000)]);
    await ring('wk1');
    expect(taken).toEqual(['new']);
  });

  it('reads nothing before the desk is open, and then what rang meanwhile', async () => {
    entries.set('wk1', [entry('a')]);
    await ring('wk1');
    expect(calls).toEqual([]);
    syncing.open();
    await settle();
    expect(taken).toEqual(['a']);
  });
});

describe('a place that WeCom no longer knows', () => {
  it('is given up, and what there is is read again', async () => {
    syncing.open();
    entries.set('wk1', [entry('m1'), entry('m2'), entry('m3')]);
    await ring('wk1');
    expect(taken).toEqual(['m1', 'm2', 'm3']);
    unknown = '3';
    entries.set('wk1', [entry('m1'), entry('m2'), entry('m3'), entry('m4')]);
    await ring('wk1');
    expect(taken.slice(3)).toEqual(['m1', 'm2', 'm3', 'm4']);
  });

  it('goes with an account that is gone: it is not asked for any more, until it rings', async () => {
    syncing.open();
    entries.set('wk1', [entry('m1')]);
    await ring('wk1');
    gone = true;
    await ring('wk1');
    expect(await accounts.all()).toEqual([]);
    gone = false;
    await ring('wk1');
    expect(await accounts.all()).toEqual(['wk1']);
  });
});
