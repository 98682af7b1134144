import { useMemo } from 'react';
import { useQueue } from '../api/desk-queries.ts';
import type { Waiting } from '../api/types.ts';
import { useNow } from '../use-now.ts';
import { useLongWaitSeconds } from './supervise-queries.ts';

const NOBODY: readonly Waiting[] = [];

/**
 * Who waits longer than supervisors have set, the longest first; nobody for those who are no supervisors. The list is
 * another one only when somebody comes or goes, so that an effect on it runs once for each.
 */
export function useLongWaits(): readonly Waiting[] {
  const seconds = useLongWaitSeconds();
  const { data: waiting = NOBODY } = useQueue();
  const now = useNow();
  const long =
    seconds === undefined ? NOBODY : waiting.filter((one) => now - sinceOf(one) >= seconds * 1_000).toSorted(bySince);
  const names = long.map(waitOf).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same waits are the same list.
  return useMemo(() => long, [names]);
}

/** One wait of a conversation: coming back into the queue begins another. */
export function waitOf({ talk, waitingSince, since }: Waiting): string {
  return `${talk}@${waitingSince ?? since}`;
}

export function sinceOf({ waitingSince, since }: Pick<Waiting, 'waitingSince' | 'since'>): number {
  return Date.parse(waitingSince ?? since);
}

function bySince(a: Waiting, b: Waiting): number {
  return sinceOf(a) - sinceOf(b);
}
