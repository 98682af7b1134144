import type { VendorMemory } from '../../bot/channel-store.ts';
import { later } from '../../handoff/later.ts';
import type { Trial } from './trials.ts';

/** Milliseconds: of one that is not over its instance tells every few seconds, or else it has died. */
const ALIVE = 30_000;
/** Milliseconds for which a finished one can be looked at and published. */
const KEPT = 24 * 3_600_000;

/** Where the other instances see the trials of this one. */
export interface SharedTrials {
  tell(trial: Trial): Promise<void>;
  /** Undefined where nobody knows it, or its instance has died. */
  recall(id: string): Promise<Trial | undefined>;
}

export function sharedTrials(memory: Pick<VendorMemory, 'remember' | 'recall'>, clock: () => Date): SharedTrials {
  const nameOf = (id: string): string => `trial:${id}`;
  return {
    async tell(trial) {
      const now = clock().toISOString();
      const over = trial.state === 'done' || trial.state === 'failed';
      await memory.remember(nameOf(trial.id), JSON.stringify(trial), later(now, over ? KEPT : ALIVE), now);
    },
    async recall(id) {
      const told = await memory.recall(nameOf(id), clock().toISOString());
      return told === undefined ? undefined : (JSON.parse(told) as Trial);
    },
  };
}
