import { talkKey } from '../../bot/message.ts';
import type { Bus, Lock, Store, Vault } from '../../bot/ports.ts';
import { later } from '../../handoff/later.ts';

const DAY = 24 * 3_600_000;
/** Conversations in one round, so that nobody waits for it: 28 800 a day. */
const AT_ONCE = 20;

export interface EraseSilent {
  readonly store: Pick<Store, 'silentSince' | 'byId' | 'erase'>;
  readonly vault: Pick<Vault, 'erase'>;
  /** The turn's own: whoever speaks at this moment is heard first. */
  readonly lock: Lock;
  readonly bus: Pick<Bus, 'publish'>;
}

/** Erases, with all that belongs to them, conversations in which nobody spoke for so many days, and in which nobody waits. */
export async function eraseSilent({ store, vault, lock, bus }: EraseSilent, days: number, at: string): Promise<void> {
  const before = later(at, -days * DAY);
  for (const { id, talk } of await store.silentSince(before, AT_ONCE)) {
    const isErased = await lock.run(talkKey(talk), async () => {
      const now = await store.byId(id);
      if (!now || now.spokenAt >= before) return false;
      await vault.erase(id);
      await store.erase(id, at, 'system');
      return true;
    });
    if (isErased) bus.publish(id);
  }
}
