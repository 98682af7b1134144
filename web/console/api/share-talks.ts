import type { Summary } from './types.ts';

/**
 * A list that was read anew, in which a conversation to which nothing happened is the same object as before, wherever it
 * stands now: only what changed is drawn again. Comparing two long lists place by place would call all of it new as soon
 * as its first one leaves.
 */
export function shareTalks(before: unknown, now: unknown): unknown {
  if (!Array.isArray(before) || !Array.isArray(now)) return now;
  const known = new Map((before as readonly Summary[]).map((one) => [one.talk, one]));
  return (now as readonly Summary[]).map((one) => {
    const was = known.get(one.talk);
    return was && JSON.stringify(was) === JSON.stringify(one) ? was : one;
  });
}
