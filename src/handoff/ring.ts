import { msBetween } from './later.ts';

/** For how long a conversation is offered to one agent before the next is asked; product rule. */
export const RINGING_MS = 30_000;

/** An agent unseen for that long is gone; product rule. */
export const PRESENCE_MS = 60_000;

/** An agent who said that they are there. */
export interface OnDuty {
  readonly id: string;
  /** Conversations at a time; 0 is none. */
  readonly capacity: number;
  /** Those they have, and those that ring at them. */
  readonly load: number;
  /** When their console was heard of last (ISO 8601, UTC). */
  readonly seenAt: string;
  readonly available: boolean;
}

export interface Ringing {
  /** Who had it last. */
  readonly preferred: string | null;
  /** Who let this conversation ring out, in the order they did; one may stand there several times. */
  readonly declined: readonly string[];
  readonly onDuty: readonly OnDuty[];
  readonly now: string;
}

/** Whether an agent can take one more. */
export function isFree({ available, load, capacity, seenAt }: OnDuty, now: string): boolean {
  return available && load < capacity && msBetween(seenAt, now) < PRESENCE_MS;
}

/**
 * The agent to whom a conversation is offered; undefined where nobody is free.
 * First those it was not offered to: the one who had it, else the least loaded
 * for what they can carry. Where it rang out at everyone, it goes round again,
 * beginning with whom it rang at longest ago.
 */
export function whomToRing({ preferred, declined, onDuty, now }: Ringing): string | undefined {
  const [first] = onDuty
    .filter((agent) => isFree(agent, now))
    .map((agent) => ({
      id: agent.id,
      rangOut: declined.lastIndexOf(agent.id),
      other: agent.id === preferred ? 0 : 1,
      share: agent.load / agent.capacity,
      room: agent.capacity - agent.load,
    }))
    .sort(
      (a, b) =>
        a.rangOut - b.rangOut || a.other - b.other || a.share - b.share || b.room - a.room || (a.id < b.id ? -1 : 1),
    );
  return first?.id;
}
