import { ChannelError } from '../../bot/channel-error.ts';
import { later } from '../../handoff/later.ts';
import type { Accounts } from './accounts.ts';
import { placeName, syncPage } from './sync-page.ts';
import type { SyncedItem } from './synced-item.ts';
import type { WecomParts } from './wecom-parts.ts';

/** Milliseconds between two looks for what no doorbell told. Without its token WeCom allows few calls a minute. */
const EVERY = 60_000;
/** Milliseconds until a look that went wrong is tried again. */
const AGAIN = 5_000;
/** Milliseconds for which one instance keeps the others from reading an account, and until it is looked whether it is free. */
const HELD = 60_000;
const FREE_AGAIN = 2_000;

/** Reads what there is of each account, one reader at a time, as often as it is rung for and each minute. */
export interface Syncing {
  /** There is something: reads it, if it is not being read; else once more after that. */
  ring(account: string): void;
  /** From now on all known accounts are read. */
  open(): void;
  /** Resolves once the page under way is taken. */
  close(): Promise<void>;
}

export function createSyncing(
  wecom: WecomParts,
  accounts: Accounts,
  take: (item: SyncedItem) => Promise<void>,
): Syncing {
  const { time, log, now } = wecom;
  const { vendor } = wecom.store;
  const running = new Map<string, { again: boolean; readonly done: Promise<void> }>();
  const timers = new Map<string, () => void>();
  let opened = false;
  let closed = false;

  const readAll = async (account: string): Promise<void> => {
    const name = placeName(account);
    for (let more = true; more && !closed; ) {
      if (!(await vendor.hold(name, now(), later(now(), HELD)))) return ringIn(account, FREE_AGAIN);
      try {
        more = await syncPage(wecom, accounts, account, take);
      } finally {
        await vendor.letGo(name);
      }
    }
  };
  const ring = (account: string): void => {
    if (!opened || closed) return;
    const current = running.get(account);
    if (current) {
      current.again = true;
      return;
    }
    const state = { again: true, done: Promise.resolve() };
    state.done = (async () => {
      while (state.again && !closed) {
        state.again = false;
        await readAll(account);
      }
    })()
      .catch((error: unknown) => {
        log.warn({ err: error, account }, 'messages of WeCom could not be read');
        ringIn(account, error instanceof ChannelError && error.fault === 'rate' ? EVERY : AGAIN);
      })
      .finally(() => running.delete(account));
    running.set(account, state);
  };
  /** Only one such timer an account. */
  const ringIn = (account: string, ms: number): void => {
    timers.get(account)?.();
    timers.set(
      account,
      time.after(ms, () => ring(account)),
    );
  };
  const look = (): void => {
    if (closed) return;
    timers.set('', time.after(EVERY, look));
    accounts.all().then(
      (all) => all.forEach(ring),
      (error: unknown) => log.error({ err: error }, 'the accounts of WeCom could not be looked up'),
    );
  };
  return {
    ring,
    open() {
      opened = true;
      look();
    },
    async close() {
      closed = true;
      for (const callOff of timers.values()) callOff();
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}
