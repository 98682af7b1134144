import type { RetentionStore } from '../../bot/retention-store.ts';
import { later } from '../../handoff/later.ts';

/** Nobody sends a message again after so long, and no console asks how one arrived: 30 days, in milliseconds. */
const KEPT = 30 * 24 * 3_600_000;
/** Rows of each kind in one round: a few milliseconds' work, and more a day than 200 000 answers. */
const AT_ONCE = 200;

/** Lets go of what is long over and kept elsewhere, a part in each round, so that nobody waits for it. */
export async function letGo({ store }: { readonly store: RetentionStore }, at: string): Promise<void> {
  const before = later(at, -KEPT);
  await store.thinTurns(before, at, AT_ONCE);
  await store.forgetDeliveries(before, AT_ONCE);
}
