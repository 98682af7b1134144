import { type Hours, isOpen } from '../handoff/hours.ts';
import type { Waiting } from '../handoff/queue.ts';
import { PRESENCE_MS } from '../handoff/ring.ts';
import type { CaseStore } from './case-store.ts';
import type { TalkRecord } from './talk-record.ts';

/** The desk at a moment: what can honestly be told to somebody who wants a person. */
export interface DeskView {
  /** Within the hours of service; always where none are set. */
  readonly open: boolean;
  readonly hours: Hours | undefined;
  /** Agents who take conversations. */
  readonly onDuty: number;
  readonly waiting: readonly Waiting[];
  /** The waits that ended last, in milliseconds. */
  readonly waits: readonly number[];
}

export type LookAtDesk = (at: string) => Promise<DeskView>;

/** So many measured waits tell how long it takes. */
const MEASURED = 20;

/** Looks at the desk through the store. */
export function lookAtDesk(store: Pick<CaseStore, 'waiting' | 'presences' | 'waits' | 'setting'>): LookAtDesk {
  return async (at) => {
    const hours = (await store.setting('hours')) as Hours | undefined;
    const present = await store.presences();
    return {
      open: isOpen(hours, at),
      hours,
      onDuty: present.filter(({ available, seenAt }) => available && Date.parse(at) - Date.parse(seenAt) < PRESENCE_MS)
        .length,
      waiting: await store.waiting(),
      waits: await store.waits(MEASURED),
    };
  };
}

/** A case that waits, as the queue sees it. */
export function asWaiting({
  id,
  case: { reason, waitingSince, since, front, lastOwner },
}: Pick<TalkRecord, 'id' | 'case'>): Waiting {
  return {
    talk: id,
    reason,
    waitingSince: waitingSince ?? since,
    front,
    preferred: lastOwner,
  };
}
