import type { Reason } from './case.ts';
import { msBetween } from './later.ts';

/** A conversation that waits for an agent. */
export interface Waiting {
  readonly talk: string;
  readonly reason: Reason | null;
  /** ISO 8601, UTC. */
  readonly waitingSince: string;
  /** Comes back from an agent who is gone, or at a time that was agreed. */
  readonly front: boolean;
  /** The agent who had it last. */
  readonly preferred: string | null;
}

/** How soon each reason is looked at: 0 comes first. Our own rule. */
const URGENCY: Readonly<Record<Reason, number>> = {
  /** Our own fault; there is nothing they could do meanwhile, and the next one will meet it too. */
  system_error: 0,
  /** Grows with every minute. */
  complaint: 0,
  /** Sits before the camera with the documents at hand, and every further attempt in vain counts. */
  face_unresolved: 1,
  /** Has done all that the checks know. */
  diagnostic_exhausted: 2,
  /** Needs another document, or eyes better than ours. */
  image_unfixable: 2,
  /** Two questions are open, but nothing has failed yet. */
  no_answer_twice: 3,
  /** Often before anything was tried; the assistant can still help meanwhile. */
  user_asked: 3,
};
/** An agent took it of their own accord and had to give it back. */
const WITHOUT_REASON = 3;

/** The one of two reasons that is looked at sooner; of equals the first. */
export function moreUrgent(first: Reason | null, second: Reason): Reason {
  return first !== null && URGENCY[first] <= URGENCY[second] ? first : second;
}

/** From then on the reason no longer counts, so that nobody starves: our own rule. */
const AGED_MS = 10 * 60_000;

/** Who is served first: who had an agent already, then by urgency, then who waits longest. The same on every instance. */
export function inOrder(waiting: readonly Waiting[], now: string): readonly Waiting[] {
  // Times are read once each: two thousand who wait are compared twenty thousand times.
  return waiting
    .map((one) => ({ one, urgency: urgencyOf(one, now), since: Date.parse(one.waitingSince) }))
    .sort(
      (a, b) =>
        Number(b.one.front) - Number(a.one.front) ||
        a.urgency - b.urgency ||
        a.since - b.since ||
        (a.one.talk < b.one.talk ? -1 : 1),
    )
    .map(({ one }) => one);
}

/** 0 for those who have aged: longer waits go first among equals, so they stand before whoever came later, whatever the reason. */
function urgencyOf({ reason, waitingSince, front }: Waiting, now: string): number {
  if (front || msBetween(waitingSince, now) >= AGED_MS) return 0;
  return reason === null ? WITHOUT_REASON : URGENCY[reason];
}

/** Counts from 1; undefined where the talk does not wait. */
export function positionOf(talk: string, waiting: readonly Waiting[], now: string): number | undefined {
  const at = inOrder(waiting, now).findIndex((one) => one.talk === talk);
  return at < 0 ? undefined : at + 1;
}

/** Fewer real waits than these tell nothing. */
const ENOUGH = 5;

/**
 * How long somebody with `ahead` others before them will wait, in milliseconds, from waits that really ended; undefined
 * where fewer than 5 were measured or nobody is on duty: told honestly or not at all.
 *
 * The median wait once for every round of agents that have to become free: with 2 on duty, 0 or 1 ahead take one round,
 * 2 or 3 take two. The measured waits hold some queueing already, so that a long queue is told as longer rather than
 * shorter than it will be. The median, since one person whom nobody served for an hour must not stretch everybody's.
 */
export function expectedWait(measured: readonly number[], ahead: number, onDuty: number): number | undefined {
  const waits = measured.filter((wait) => Number.isFinite(wait) && wait >= 0).sort((a, b) => a - b);
  if (waits.length < ENOUGH || onDuty < 1) return undefined;
  const middle = waits.length / 2;
  const median = ((waits[Math.ceil(middle) - 1] ?? 0) + (waits[Math.floor(middle)] ?? 0)) / 2;
  return Math.round(median * (1 + Math.floor(Math.max(0, ahead) / onDuty)));
}
